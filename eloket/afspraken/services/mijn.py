"""The afspraken of who is logged in: their own, those of their vestiging, and what they made for somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from eloket.afspraken.backends import get_backend
from eloket.afspraken.backends.base import NietBereikbaar
from eloket.afspraken.models import Afspraak, AfspraakQuerySet
from eloket.afspraken.services.lezen import AfspraakInfo, AfspraakNotFound, list_infos, to_info
from eloket.afspraken.services.links import make_pad
from eloket.afspraken.services.plaatsen import find_plaats
from eloket.lib.partij import Identificerend


@dataclass(frozen=True, slots=True)
class EigenAfspraak:
    """One of them, with where it is moved and cancelled, and put in a calendar."""

    info: AfspraakInfo
    beheer_url: str
    agenda_url: str


def list_mijn(
    *, voor: Identificerend, door: Identificerend | None = None, vanaf: datetime
) -> list[AfspraakInfo]:
    """What ends after `vanaf` and was not cancelled, the first one first. Three queries at most.

    With `door`, who is logged in for this person: only what they made themselves. A machtiging opens nothing
    else of whom they act for.
    """
    rows = _rows_of(voor, door).standing().filter(eind__gt=vanaf)
    return list_infos(rows.order_by("begin", "pk"))


def get_mijn(id: UUID, *, voor: Identificerend, door: Identificerend | None = None) -> EigenAfspraak:
    """One of them, also when it was cancelled. Errors: `AfspraakNotFound`, also for somebody else's."""
    row = _rows_of(voor, door).filter(pk=id).first()
    if row is None:
        raise AfspraakNotFound(str(id))
    return EigenAfspraak(to_info(row), make_pad("beheren", row), make_pad("agendabestand", row))


def is_certain(afspraken: Iterable[AfspraakInfo]) -> bool:
    """Whether every agenda that keeps these answers: else somebody may have moved one there.

    Our own agenda stands beside the afspraak and is not asked.
    """
    plaatsen = filter(None, (find_plaats(info.locatie) for info in afspraken))
    return all(_answers(systeem) for systeem in {plaats.systeem for plaats in plaatsen})


def _rows_of(voor: Identificerend, door: Identificerend | None) -> AfspraakQuerySet:
    return Afspraak.objects.visible_to(voor) if door is None else Afspraak.objects.made_for(voor, door=door)


def _answers(systeem: str) -> bool:
    backend = get_backend(systeem)
    try:
        if not backend.in_transaction:
            backend.check_health()
    except NietBereikbaar:
        return False
    return True
