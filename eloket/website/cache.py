"""The whole response of a public page, kept and given again before anything else is done.

Only views that say so are kept (`publiek.public_page`, and every BasePage): an answer for one person can
never get in by being forgotten on a list. Everything kept carries the version of the site in its key;
`versie.py` tells how a change makes all of it unreachable at once.
"""

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeGuard

import brotli  # type: ignore[import-untyped]
import structlog
from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from eloket.lib import klok
from eloket.website import momenten, versie
from eloket.website.publiek import MARK

log = structlog.get_logger()

MAX_BODY = 512 * 1024
MAX_ADDRESS = 300
# These belong to one connection or one moment; the rest of the headers is kept.
DROPPED_HEADERS = {
    "vary",
    "cache-control",
    "content-length",
    "content-encoding",
    "etag",
    "expires",
    "date",
    "age",
}
ENCODINGS = ("br", "gzip")
PLAIN = ""


@dataclass(frozen=True)
class Bewaard:
    """One kept answer in one encoding."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    encoding: str
    until: datetime


class PaginaCacheMiddleware:
    """First in line. Answers from what is kept; keeps what may be kept."""

    def __init__(
        self, get_response: Callable[[HttpRequest], HttpResponseBase], lezer: versie.VersieLezer | None = None
    ) -> None:
        self.get_response = get_response
        self.lezer = lezer or versie.lezer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.ELOKET_PAGINACACHE or not is_candidate(request):
            return self.get_response(request)
        # Both are read before the page is made: what is made from now on is at least as new as this version
        # and this moment. A page begun just before a price changes is not kept past that change.
        version, now = self.lezer.current(), klok.now()
        if version and (kept := find(request, version)):
            return answer(request, kept)
        response = self.get_response(request)
        if version and request.method == "GET" and may_keep(response, request):
            return keep(request, response, version, now=now)
        return response


def is_candidate(request: HttpRequest) -> bool:
    """A plain GET or HEAD of a modest address; Wagtail's preview requests are never one."""
    if (
        request.method not in ("GET", "HEAD")
        or getattr(request, "is_dummy", False)
        or "Range" in request.headers
    ):
        return False
    return len(request.get_full_path()) <= MAX_ADDRESS


def may_keep(response: HttpResponseBase, request: HttpRequest) -> TypeGuard[HttpResponse]:
    """Marked as public, and nothing about it contradicts that."""
    known = getattr(response, MARK, None)
    if known is None or response.status_code != 200 or not isinstance(response, HttpResponse):
        return False
    cache_control = response.get("Cache-Control", "")
    varies = {part.strip().lower() for part in response.get("Vary", "").split(",")}
    return (
        set(request.GET) <= set(known)
        and not response.cookies
        and "cookie" not in varies
        and "*" not in varies
        and not any(word in cache_control for word in ("private", "no-store"))
        and len(response.content) <= MAX_BODY
    )


def key(request: HttpRequest, version: int, encoding: str) -> str:
    """Where an answer is kept. The address decides the language (no prefix: Dutch), so the path covers it.

    Raises DisallowedHost for a host that is not ours.
    """
    address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
    return f"pagina:{version}:{encoding}:{hashlib.sha256(address.encode()).hexdigest()}"


def find(request: HttpRequest, version: int) -> Bewaard | None:
    """What is kept for this request, unless its time has come. A broken cache is an empty one."""
    encoding, now = accepted_encoding(request), klok.now()
    try:
        kept = _get(request, version, encoding)
        plain = _get(request, version, PLAIN) if kept is None and encoding else None
    except DisallowedHost:
        return None
    except Exception as fout:
        log.warning("paginacache_onbereikbaar", error=type(fout).__name__)
        return None
    found = kept or plain
    if found is None or now >= found.until:
        return None
    return found if found.encoding == encoding else _keep_in(encoding, found, request, version, now=now)


def keep(request: HttpRequest, response: HttpResponse, version: int, *, now: datetime) -> HttpResponseBase:
    """Keep the answer until the site next changes by itself, and give it. `now`: when its making began.

    It is packed in the encoding that this reader takes; for another, when a reader comes who takes that.
    """
    until = now + timedelta(seconds=settings.ELOKET_CACHE_SECONDEN)
    moment = momenten.lezer.moment(version, now=now)
    plain = Bewaard(response.content, kept_headers(response), PLAIN, min(moment, until) if moment else until)
    _set(request, version, plain, now=now)
    encoding = accepted_encoding(request)
    return answer(request, _keep_in(encoding, plain, request, version, now=now) if encoding else plain)


def _keep_in(encoding: str, plain: Bewaard, request: HttpRequest, version: int, *, now: datetime) -> Bewaard:
    packed = replace(plain, body=compress(plain.body, encoding), encoding=encoding)
    _set(request, version, packed, now=now)
    return packed


def _get(request: HttpRequest, version: int, encoding: str) -> Bewaard | None:
    kept = caches["paginas"].get(key(request, version, encoding))
    return kept if isinstance(kept, Bewaard) else None


def _set(request: HttpRequest, version: int, kept: Bewaard, *, now: datetime) -> None:
    seconds = int((kept.until - now).total_seconds()) + 1
    try:
        caches["paginas"].set(key(request, version, kept.encoding), kept, seconds)
    except Exception as fout:
        log.warning("paginacache_onbereikbaar", error=type(fout).__name__)


def kept_headers(response: HttpResponse) -> tuple[tuple[str, str], ...]:
    """The headers every later reader gets too."""
    kept = [(name, value) for name, value in response.items() if name.lower() not in DROPPED_HEADERS]
    return (*kept, ("ETag", f'W/"{hashlib.sha256(response.content).hexdigest()[:24]}"'))


def answer(request: HttpRequest, kept: Bewaard) -> HttpResponseBase:
    """A response from what is kept; 304 when the reader has it already."""
    headers: dict[str, Any] = dict(kept.headers)
    # Browsers ask each time and mostly hear 304: a change is seen at once, by everybody.
    headers |= {"Cache-Control": "public, max-age=0, must-revalidate", "Vary": "Accept-Encoding"}
    if kept.encoding:
        headers["Content-Encoding"] = kept.encoding
    headers["Content-Length"] = str(len(kept.body))
    response = HttpResponse(kept.body, headers=headers)
    found = get_conditional_response(request, etag=headers["ETag"], response=response)
    return found if found is not None else response


def accepted_encoding(request: HttpRequest) -> str:
    """The best of what we keep that the reader takes."""
    accepted = request.headers.get("Accept-Encoding", "")
    names = {
        part.split(";")[0].strip()
        for part in accepted.split(",")
        if "q=0" not in part.replace(" ", "").split(";")[1:]
    }
    return next((name for name in ENCODINGS if name in names), PLAIN)


def compress(body: bytes, encoding: str) -> bytes:
    """The body in that encoding."""
    return brotli.compress(body, quality=5) if encoding == "br" else gzip.compress(body, 6, mtime=0)
