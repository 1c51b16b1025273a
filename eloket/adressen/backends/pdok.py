"""PDOK Locatieserver v3.1: the addresses of the BAG, free to ask and without a key.

Its `free` service searches; we filter exactly (`fq`) and look once more at what came back, for a search
engine may always find something that is like it.
"""

import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import requests

from eloket.adressen.backends.base import Adres, AdresBackend, AdresBronMisconfigured, AdresBronUnavailable
from eloket.lib.antwoord import NoJson, read_json

SECONDS = 1.5
MAX_ROWS = 100
FIELDS = (
    "straatnaam,huisnummer,huisletter,huisnummertoevoeging,postcode,woonplaatsnaam,gemeentenaam,"
    "nummeraanduiding_id"
)
LATER = {429, 408}


class PdokLocatieserver(AdresBackend):
    """Options: `URL`, up to and with the version; `SECONDS` that one call may take."""

    def list_adressen(self, *, postcode: str, huisnummer: int) -> list[Adres]:
        data = self._ask([f"postcode:{postcode}", f"huisnummer:{huisnummer}", "type:adres"])
        adressen = [_to_adres(doc) for doc in _docs(data)]
        return [adres for adres in adressen if adres.postcode == postcode and adres.huisnummer == huisnummer]

    def _ask(self, filters: list[str]) -> Any:
        seconds = float(self.options.get("SECONDS", SECONDS))
        deadline = time.monotonic() + seconds
        url = f"{self.options['URL']}/free"
        params = {"fq": filters, "fl": FIELDS, "rows": str(MAX_ROWS)}
        try:
            with requests.Session() as session:
                session.trust_env = not _is_here(url)  # a proxy has no business with this machine itself
                with session.get(
                    url, params=params, timeout=seconds, allow_redirects=False, stream=True
                ) as answer:
                    _check_status(answer.status_code)
                    return read_json(answer.raw.read1, deadline=deadline)
        except (requests.RequestException, OSError) as error:
            raise AdresBronUnavailable(f"PDOK antwoordt niet ({type(error).__name__})") from None
        except NoJson as error:
            raise AdresBronUnavailable(f"PDOK: {error}") from None


def _is_here(url: str) -> bool:
    return urlsplit(url).hostname in ("localhost", "127.0.0.1", "::1")


def _check_status(status: int) -> None:
    if status == requests.codes.ok:
        return
    if status >= 500 or status in LATER:
        raise AdresBronUnavailable(f"PDOK antwoordt met {status}")
    raise AdresBronMisconfigured(f"PDOK antwoordt met {status}: klopt ELOKET_ADRESSEN_URL?")


def _docs(data: Any) -> list[Mapping[str, Any]]:
    """The rows of an answer. More than we asked for at once is an answer that we do not know."""
    try:
        answer = data["response"]
        docs, found = answer["docs"], answer["numFound"]
    except (KeyError, TypeError):
        raise AdresBronUnavailable("PDOK: het antwoord heeft een onbekende vorm") from None
    if not isinstance(docs, list) or not all(isinstance(doc, Mapping) for doc in docs):
        raise AdresBronUnavailable("PDOK: het antwoord heeft een onbekende vorm")
    if not isinstance(found, int) or found > len(docs):
        raise AdresBronUnavailable("PDOK: het antwoord is niet volledig")
    return docs


def _to_adres(doc: Mapping[str, Any]) -> Adres:
    """One row as an address. A street may lack: some addresses have only a place."""
    try:
        return Adres(
            postcode=str(doc["postcode"]),
            huisnummer=int(doc["huisnummer"]),
            toevoeging=_toevoeging(doc),
            straat=str(doc.get("straatnaam") or ""),
            woonplaats=str(doc["woonplaatsnaam"]),
            gemeente=str(doc.get("gemeentenaam") or ""),
            nummeraanduiding=str(doc.get("nummeraanduiding_id") or ""),
        )
    except (KeyError, TypeError, ValueError):
        raise AdresBronUnavailable("PDOK: een adres heeft een onbekende vorm") from None


def _toevoeging(doc: Mapping[str, Any]) -> str:
    parts = [str(doc.get(name) or "").strip() for name in ("huisletter", "huisnummertoevoeging")]
    return "-".join(part for part in parts if part)
