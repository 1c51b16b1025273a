"""Fetching over https, in pieces, within limits of size and time."""

import ipaddress
import time
from typing import IO
from urllib.parse import SplitResult, urljoin, urlsplit

import requests
from django.utils.translation import gettext as _

from eloket.producten.backends.base import BronBackend, BronOnbereikbaar

MAX_REDIRECTS = 3
CONNECT_SECONDS = 10
SILENT_SECONDS = 30  # between two pieces
TOTAL_SECONDS = 600
PIECE = 64 * 1024


class WebBron(BronBackend):
    def fetch(self, url: str, *, into: IO[bytes], max_bytes: int) -> None:
        try:
            self._follow(url, into, max_bytes, time.monotonic() + TOTAL_SECONDS)
        except requests.Timeout as error:
            raise BronOnbereikbaar(
                _("Het adres antwoordt niet op tijd. Probeer het later nog eens.")
            ) from error
        except requests.RequestException as error:
            raise BronOnbereikbaar(
                _("Het adres is niet te bereiken, of de verbinding brak af (%(soort)s).")
                % {"soort": type(error).__name__}
            ) from error

    def _follow(self, url: str, into: IO[bytes], max_bytes: int, deadline: float) -> None:
        for _turn in range(MAX_REDIRECTS + 1):
            with _get(url) as response:
                if not response.is_redirect:
                    _read(response, into, max_bytes, deadline)
                    return
                url = urljoin(url, response.headers["Location"])
        raise BronOnbereikbaar(_("Dit adres stuurt te vaak door. Gebruik het adres van het bestand zelf."))


def _get(url: str) -> requests.Response:
    """The answer, of which only the headers are read. A redirect is ours to follow, so that it is checked."""
    parts = _split(url)
    with requests.Session() as session:
        session.trust_env = not _is_loopback(parts)  # a proxy has no business with this machine itself
        return session.get(url, stream=True, allow_redirects=False, timeout=(CONNECT_SECONDS, SILENT_SECONDS))


def _split(url: str) -> SplitResult:
    """The parts of an address that may be fetched: https, or http on this machine itself."""
    try:
        parts = urlsplit(url)
        known = bool(parts.hostname)
    except ValueError:
        known = False
    if not known or parts.scheme not in ("http", "https"):
        raise BronOnbereikbaar(_("Dit is geen webadres. Schrijf het voluit, met https:// ervoor."))
    if parts.scheme == "http" and not _is_loopback(parts):
        raise BronOnbereikbaar(_("Dit adres is niet beveiligd. Gebruik een adres dat met https:// begint."))
    return parts


def _is_loopback(parts: SplitResult) -> bool:
    try:
        return ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return parts.hostname == "localhost"


def _read(response: requests.Response, into: IO[bytes], max_bytes: int, deadline: float) -> None:
    if response.status_code != requests.codes.ok:
        raise BronOnbereikbaar(
            _("Het adres gaf geen bestand, maar foutcode %(code)d.") % {"code": response.status_code}
        )
    size = 0
    for piece in response.iter_content(PIECE):
        size += len(piece)
        if size > max_bytes:
            raise BronOnbereikbaar(_("Het bestand is groter dan %(mb)d MB.") % {"mb": max_bytes // 1_000_000})
        if time.monotonic() > deadline:
            raise BronOnbereikbaar(_("Het ophalen duurt langer dan tien minuten en is gestopt."))
        into.write(piece)
