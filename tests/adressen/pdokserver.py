"""A Locatieserver on loopback, after PDOK's own description (README and wiki of PDOK/locatieserver, 3.1).

It refuses parameters that the description does not know, as the real one does since 3.1, and answers with all
the fields that were asked and nothing else. Not recorded from the real service.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from eloket.adressen.backends.base import Adres
from tests.adressen.contract import WONINGEN
from tests.bronserver import Bronserver, Vraag, run_bronserver

# Of `free`, in v3.1.
PARAMETERS = {"q", "fl", "fq", "df", "bq", "start", "rows", "sort", "wt", "lat", "lon", "qf"}


def to_doc(adres: Adres) -> dict[str, Any]:
    """The document of the index; an empty field is absent."""
    letter, _, toevoeging = adres.toevoeging.partition("-")
    doc = {
        "type": "adres",
        "bron": "BAG",
        "straatnaam": adres.straat,
        "huisnummer": adres.huisnummer,
        "huisletter": letter,
        "huisnummertoevoeging": toevoeging,
        "postcode": adres.postcode,
        "woonplaatsnaam": adres.woonplaats,
        "gemeentenaam": adres.gemeente,
        "nummeraanduiding_id": f"9999200000{adres.huisnummer:06d}",
        "weergavenaam": str(adres),
        "centroide_ll": "POINT(4.87900903 52.37280796)",
    }
    return {name: value for name, value in doc.items() if value != ""}


def answer(vraag: Vraag) -> tuple[int, Any]:
    if vraag.path != "/free":
        return 404, {}
    unknown = set(vraag.query) - PARAMETERS
    rows = int(vraag.query.get("rows", ["10"])[0])
    if unknown or not 0 <= rows <= 100:
        return 400, {"error": {"msg": f"parameter {unknown or rows}", "code": 400}}
    filters = dict(text.split(":", 1) for text in vraag.query.get("fq", []))
    docs = [doc for doc in map(to_doc, WONINGEN) if matches(doc, filters)]
    names = vraag.query["fl"][0].split(",")
    shown = [{name: doc[name] for name in names if name in doc} for doc in docs[:rows]]
    found = {"numFound": len(docs), "start": 0, "maxScore": 1.0, "numFoundExact": True, "docs": shown}
    return 200, {"response": found}


def matches(doc: dict[str, Any], filters: dict[str, str]) -> bool:
    return all(str(doc.get(name, "")).lower() == value.lower() for name, value in filters.items())


@contextmanager
def run_pdok() -> Iterator[Bronserver]:
    with run_bronserver(answer) as server:
        yield server
