"""Keeping units: for who is filling in, for who has booked, and for who moves.

Everything here runs inside a transaction. The order of locks: own reserveringen, reserveringen that ended
(never waited for), claims in ascending order.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from eloket.afspraken.backends.base import TijdBezet
from eloket.afspraken.backends.database.bezet import ZACHT
from eloket.afspraken.backends.database.claims import Vak, claim, give_back
from eloket.afspraken.backends.database.kiezen import Kandidaat
from eloket.afspraken.models import Reservering, ReserveringStatus
from eloket.lib.versleuteling import keyed_hashes


def take_first(
    kandidaten: Iterable[Kandidaat], reservering: Reservering, *, over: Iterable[UUID], now: datetime
) -> Vak:
    """Give the reservering the first of these agendas that is still free. Errors: `TijdBezet`."""
    for kandidaat in kandidaten:
        if not expire(kandidaat.wijkend, now=now):
            continue
        if claim(kandidaat.vak, reservering, over=over):
            return kandidaat.vak
    raise TijdBezet("somebody else was first")


def expire(ids: Iterable[UUID], *, now: datetime) -> bool:
    """Clear away holds and coolings that ended; False while somebody else is busy with one of them.

    Compare-and-set first, the claims afterwards: deleting what looks expired would take the units of who
    confirms at this moment. One that another transaction has locked is not waited for.
    """
    wanted = set(ids)
    if not wanted:
        return True
    ended = Reservering.objects.filter(pk__in=wanted, status__in=ZACHT, tot__lte=now)
    locked = list(ended.order_by("pk").select_for_update(skip_locked=True).values_list("pk", flat=True))
    Reservering.objects.filter(pk__in=locked).update(status=ReserveringStatus.VERLOPEN, tot=None, houder="")
    give_back(locked)
    return not ended.filter(pk__in=wanted - set(locked)).exists()


def lock_own(houder: str) -> list[UUID]:
    """The holds of somebody, locked, so that nobody clears them away under our hands."""
    if not houder:
        return []
    return list(_live_holds(houder).order_by("pk").select_for_update().values_list("pk", flat=True))


def give_up(ids: Iterable[UUID]) -> None:
    """Let go of holds that are locked."""
    wanted = list(ids)
    held = Reservering.objects.filter(pk__in=wanted, status=ReserveringStatus.VASTGEHOUDEN)
    held.update(status=ReserveringStatus.VRIJ, tot=None, houder="")
    give_back(wanted)


def free_key(reservering: Reservering) -> None:
    """Let the form that made this be used again: its time is gone."""
    Reservering.objects.filter(pk=reservering.pk).update(verzoek=uuid.uuid4().hex)


def _live_holds(houder: str) -> QuerySet[Reservering]:
    return Reservering.objects.filter(status=ReserveringStatus.VASTGEHOUDEN, houder__in=keyed_hashes(houder))
