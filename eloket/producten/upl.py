"""Reading the uniforme productnamenlijst into the database: by URI, never deleting."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import IO

from django.db import transaction
from wagtail.search.backends import get_search_backends

from eloket.producten.models import UniformeProductnaam
from eloket.website.services import bump_version

# Our column: the list's heading.
VLAGGEN = {
    "rijk": "Rijk",
    "provincie": "Provincie",
    "waterschap": "Waterschap",
    "gemeente": "Gemeente",
    "burger": "Burger",
    "bedrijf": "Bedrijf",
    "dienstenwet": "Dienstenwet",
    "autonomie": "Autonomie",
    "medebewind": "Medebewind",
    "aanvraag": "Aanvraag",
    "subsidie": "Subsidie",
    "melding": "Melding",
    "verplichting": "Verplichting",
}
VERPLICHT = {"UniformeProductnaam", "URI"}
VELDEN = ["naam", "sdg", "grondslagen", "is_verwijderd", *VLAGGEN]


class UplOnleesbaar(Exception):
    """The file is not a UPL: nothing was changed."""


@dataclass
class UplVerslag:
    """What an import did."""

    rijen: int = 0
    nieuw: int = 0
    gewijzigd: int = 0
    ongewijzigd: int = 0
    vervallen: int = 0
    fouten: list[str] = field(default_factory=list)


def import_upl(bestand: IO[str], *, volledig: bool = True) -> UplVerslag:
    """Bring the names in line with the list in this file (CSV as published, decoded with utf-8-sig).

    A name that is no longer in the list is marked `is_verwijderd`, one that came back is unmarked. A row
    without URI or name is reported and skipped. Errors: `UplOnleesbaar` when columns are missing or no row
    can be used. With `volledig=False` the file is a part of the list, and what it lacks stays as it is.
    """
    verslag = UplVerslag()
    namen = read_namen(_rows(bestand), verslag)
    if not namen:
        raise UplOnleesbaar("Geen enkele rij met een URI en een naam. Is dit de UPL als CSV?")
    _store(namen, verslag, volledig=volledig)
    return verslag


def read_namen(rows: Iterable[Mapping[str, str]], verslag: UplVerslag) -> dict[str, dict[str, object]]:
    """The values per URI; rows with the same URI differ only in their grondslag."""
    namen: dict[str, dict[str, object]] = {}
    grondslagen: dict[str, list[dict[str, str]]] = {}
    for number, row in enumerate(rows, start=2):
        verslag.rijen += 1
        uri, naam = _text(row, "URI"), _text(row, "UniformeProductnaam")
        fout = _fault(uri, naam)
        if fout:
            verslag.fouten.append(f"Rij {number}: {fout}")
            continue
        namen.setdefault(
            uri, {"naam": naam, "sdg": _text(row, "SDG")[:60], "is_verwijderd": False, **_flags(row)}
        )
        grondslag = {
            "uri": _text(row, "Grondslag"),
            "label": _text(row, "Grondslaglabel"),
            "link": _text(row, "Grondslaglink"),
        }
        if any(grondslag.values()) and grondslag not in grondslagen.setdefault(uri, []):
            grondslagen[uri].append(grondslag)
    return {uri: {**values, "grondslagen": grondslagen.get(uri, [])} for uri, values in namen.items()}


def _rows(bestand: IO[str]) -> Iterable[Mapping[str, str]]:
    reader = csv.DictReader(bestand)
    try:
        missing = VERPLICHT - set(reader.fieldnames or [])
        if missing:
            raise UplOnleesbaar(f"Deze kolommen ontbreken: {', '.join(sorted(missing))}.")
        yield from reader
    except (UnicodeDecodeError, csv.Error) as fout:
        raise UplOnleesbaar(f"Het bestand is geen CSV in UTF-8: {fout}") from fout


def _text(row: Mapping[str, str], column: str) -> str:
    return (row.get(column) or "").strip()


def _flags(row: Mapping[str, str]) -> dict[str, bool]:
    return {ours: _text(row, theirs).upper() == "X" for ours, theirs in VLAGGEN.items()}


def _fault(uri: str, naam: str) -> str:
    if not uri or not naam:
        return "URI of naam ontbreekt."
    if not uri.startswith(("http://", "https://")):
        return f"“{uri[:60]}” is geen URI."
    return "URI of naam is langer dan 200 tekens." if max(len(uri), len(naam)) > 200 else ""


@transaction.atomic
def _store(namen: Mapping[str, Mapping[str, object]], verslag: UplVerslag, *, volledig: bool) -> None:
    """Write only what differs, so that a second import changes nothing."""
    known = {upn.uri: upn for upn in UniformeProductnaam.objects.all()}
    new = [UniformeProductnaam(uri=uri, **values) for uri, values in namen.items() if uri not in known]
    changed = [upn for uri, upn in known.items() if uri in namen and _differs(upn, namen[uri])]
    gone = [upn for uri, upn in known.items() if volledig and uri not in namen and not upn.is_verwijderd]
    for upn in gone:
        upn.is_verwijderd = True
    UniformeProductnaam.objects.bulk_create(new)
    UniformeProductnaam.objects.bulk_update([*changed, *gone], VELDEN, batch_size=200)
    _index([*UniformeProductnaam.objects.filter(uri__in=[upn.uri for upn in new]), *changed, *gone])
    if new or changed or gone:
        bump_version()  # names stand in feeds
    verslag.nieuw, verslag.gewijzigd, verslag.vervallen = len(new), len(changed), len(gone)
    verslag.ongewijzigd = len(namen) - len(new) - len(changed)


def _differs(upn: UniformeProductnaam, values: Mapping[str, object]) -> bool:
    """Take over the values; whether anything was different."""
    different = [name for name, value in values.items() if getattr(upn, name) != value]
    for name in different:
        setattr(upn, name, values[name])
    return bool(different)


def _index(upns: list[UniformeProductnaam]) -> None:
    """Bulk writes send no signals, so the search index of the chooser is told here."""
    for backend in get_search_backends():
        backend.get_index_for_model(UniformeProductnaam).add_items(UniformeProductnaam, upns)
