"""The door of personen: this person of the BRP, this company of the Handelsregister.

Every question is noted before it is asked: whom, when, why and, for an employee, by whom (AVG art. 5 lid 2).
While a source is down nobody waits for it (`lib.zekering`). Nothing is kept: whoever needs an answer longer
than one request encrypts it beside what it is for.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

import structlog

from eloket.lib.partij import Bsn, Identificerend, Kvk, zoeksleutel
from eloket.lib.zekering import Zekering
from eloket.personen.backends import get_bedrijven, get_personen
from eloket.personen.backends.base import (
    Adressoort,
    Bedrijf,
    BronAbsent,
    BronMisconfigured,
    BronRefused,
    BronUnavailable,
    Gegeven,
    Naam,
    OnvolledigeDatum,
    PersonenbronError,
    Persoon,
    PersoonNotFound,
    Registeradres,
    Verwant,
)
from eloket.personen.models import Bron, Raadpleging

__all__ = [
    "Aanleiding",
    "Adressoort",
    "Bedrijf",
    "Bron",
    "BronAbsent",
    "BronMisconfigured",
    "BronRefused",
    "BronUnavailable",
    "Gegeven",
    "Inzage",
    "Naam",
    "OnvolledigeDatum",
    "PersonenbronError",
    "Persoon",
    "PersoonNotFound",
    "Registeradres",
    "Verwant",
    "find_bedrijf",
    "find_persoon",
    "list_bronnen",
    "list_inzages",
    "purge_raadplegingen",
]

T = TypeVar("T")
log = structlog.get_logger()

BEWAARTERMIJN = timedelta(days=3 * 365)
ZEKERINGEN = {bron: Zekering(f"personen-{bron}") for bron in Bron}


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """Why somebody is looked up: `doel` in words that they may read themselves.

    `door`: the login name of an employee, "" for who fills in a form of their own; `afdeling`: theirs.
    Errors: `ValueError` without a doel.
    """

    doel: str
    door: str = ""
    afdeling: str = ""

    def __post_init__(self) -> None:
        if not self.doel.strip():
            raise ValueError("wie iemand opzoekt, zegt waarvoor")


@dataclass(frozen=True, slots=True)
class Inzage:
    """What a person may know of a look-up: never which employee it was."""

    op: datetime
    bron: str
    gegevens: tuple[str, ...]
    doel: str
    afdeling: str


def find_persoon(
    bsn: Bsn, *, gegevens: Collection[Gegeven], aanleiding: Aanleiding, now: datetime
) -> Persoon:
    """This person, with what was asked. Errors: those of `PersonenbronError`."""
    backend, names = get_personen(), sorted(set(gegevens))
    note = _make_note(Bron.BRP, bsn, aanleiding, gegevens=",".join(names), now=now)
    return _ask(note, lambda: backend.get_persoon(bsn, gegevens=names), is_source=backend.is_source)


def find_bedrijf(kvk: Kvk, *, aanleiding: Aanleiding, now: datetime) -> Bedrijf:
    """This company, or its vestiging. Errors: those of `PersonenbronError`."""
    backend = get_bedrijven()
    note = _make_note(Bron.KVK, kvk, aanleiding, now=now)
    return _ask(note, lambda: backend.get_bedrijf(kvk), is_source=backend.is_source)


def list_bronnen() -> set[Bron]:
    """The sources that this installation has. Errors: `BronMisconfigured`."""
    there = {Bron.BRP: get_personen().is_source, Bron.KVK: get_bedrijven().is_source}
    return {bron for bron, is_source in there.items() if is_source}


def list_inzages(wie: Identificerend) -> list[Inzage]:
    """Every look-up of this person or company, the last one first."""
    return [
        Inzage(
            op=row.op,
            bron=row.get_bron_display(),
            gegevens=tuple(part for part in row.gegevens.split(",") if part),
            doel=row.doel,
            afdeling=row.afdeling,
        )
        for row in Raadpleging.objects.visible_to(wie).order_by("-op", "-pk")
    ]


def purge_raadplegingen(*, now: datetime) -> int:
    """Remove the notes that are past their term. The number removed."""
    return Raadpleging.objects.older_than(now - BEWAARTERMIJN).delete()[0]


def _make_note(
    bron: Bron, wie: Identificerend, aanleiding: Aanleiding, *, gegevens: str = "", now: datetime
) -> Raadpleging:
    return Raadpleging(
        sleutel=zoeksleutel(wie),
        bron=bron,
        gegevens=gegevens,
        doel=aanleiding.doel[:200],
        door=aanleiding.door[:150],
        afdeling=aanleiding.afdeling[:100],
        op=now,
    )


def _ask(note: Raadpleging, question: Callable[[], T], *, is_source: bool) -> T:
    """The answer, after the note; what asks nobody needs none."""
    bron = Bron(note.bron)
    zekering = ZEKERINGEN[bron]
    if not zekering.allows():
        raise BronUnavailable(f"{bron.label} was zojuist niet te bereiken")
    if is_source:
        note.save()
    try:
        answer = question()
    except (BronUnavailable, BronMisconfigured, BronRefused) as error:
        if isinstance(error, BronUnavailable):
            zekering.trip()
        log.warning("personenbron_fout", bron=str(bron), soort=type(error).__name__, reden=str(error))
        raise
    zekering.reset()
    return answer
