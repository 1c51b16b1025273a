"""The guard: one row for each unit of an agenda, and its primary key refuses a second.

Whoever needs a unit inserts it first and gives up others afterwards. Who gave up first would wait for
somebody who waits for them. Rows of Reservering come before rows of Claim, and units go in ascending order.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from eloket.afspraken.models import Claim, Deel, Reservering


@dataclass(frozen=True, slots=True)
class Vak:
    """Units of one agenda, `begin` up to and without `eind`."""

    agenda: int
    locatie: int
    begin: int
    eind: int


def claim(vak: Vak, reservering: Reservering, *, over: Iterable[UUID] = ()) -> bool:
    """Take these units; False when somebody else has one of them, and then nothing changed.

    `over`: reserveringen whose units may be taken over; their rows are locked by the caller.
    """
    wanted = range(vak.begin, vak.eind)
    mine = Claim.objects.filter(reservering_id__in=list(over), agenda_id=vak.agenda, eenheid__in=wanted)
    known = set(mine.values_list("eenheid", flat=True)) if over else set()
    missing = [unit for unit in wanted if unit not in known]
    try:
        with transaction.atomic():
            Claim.objects.bulk_create(
                Claim(agenda_id=vak.agenda, eenheid=unit, reservering=reservering) for unit in missing
            )
    except IntegrityError:
        return False
    if known:
        mine.update(reservering=reservering)
    Deel.objects.create(
        reservering=reservering,
        agenda_id=vak.agenda,
        locatie_id=vak.locatie,
        begin=vak.begin,
        eind=vak.eind,
    )
    return True


def give_back(reserveringen: Iterable[UUID]) -> None:
    """Free all units of these. Their rows are locked by the caller, and say that they are free."""
    ids = list(reserveringen)
    Deel.objects.filter(reservering_id__in=ids).delete()
    Claim.objects.filter(reservering_id__in=ids).delete()
