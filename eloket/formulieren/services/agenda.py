"""The afspraken that somebody made with a form: what is ahead of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from eloket.afspraken.services import get_planner
from eloket.formulieren.models import Aanvraag
from eloket.formulieren.services.aanvragen import rows_of
from eloket.lib.partij import Identificerend


@dataclass(frozen=True, slots=True)
class AfspraakInfo:
    """An afspraak that belongs to an aanvraag. `titel`: of its form; `referentie`: the agenda's own."""

    identificatie: str
    titel: str
    begin: datetime
    referentie: str


def list_afspraken(
    *, voor: Identificerend, door: Identificerend | None = None, vanaf: datetime
) -> list[AfspraakInfo]:
    """What this person has ahead of them from `vanaf` on, the first one first; `door` as in `list_aanvragen`.

    Only of an agenda elsewhere: `afspraken.services` lists what our own keeps, and where it was moved to.
    """
    planner = get_planner()
    if planner is None or planner.keeps_afspraken:
        return []
    rows = rows_of(voor, door).select_related("versie")
    found = [info for aanvraag in rows for info in _read(aanvraag) if info.begin >= vanaf]
    return sorted(found, key=lambda info: info.begin)


def _read(aanvraag: Aanvraag) -> Iterator[AfspraakInfo]:
    definitie = aanvraag.versie.definitie
    asked = [veld.sleutel for veld in definitie.velden if veld.soort == "afspraak"]
    for answer in (aanvraag.antwoorden.get(sleutel) or {} for sleutel in asked):
        if "referentie" in answer:
            begin = datetime.fromisoformat(answer["begin"])
            yield AfspraakInfo(aanvraag.identificatie, str(definitie.titel), begin, answer["referentie"])
