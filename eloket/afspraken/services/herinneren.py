"""Reminders: three days before and one day before, at the time of day of the afspraak.

Each is a row of the outbox from the moment that the afspraak is made or moved. When it runs it looks whether
it is still true, so that a move or a cancellation has nothing to clean up.
"""

from datetime import datetime, timedelta

from eloket.afspraken.models import Afspraak
from eloket.afspraken.woorden import to_local
from eloket.outbox.services import enqueue

DAGEN = (3, 1)


def plan_herinneringen(afspraak: Afspraak, *, now: datetime) -> None:
    """Plan those whose moment is still to come; the same ones again changes nothing."""
    for dagen in DAGEN:
        moment = compute_moment(afspraak.begin, dagen)
        if moment > now:
            enqueue(
                handler="afspraken.herinner",
                ids={"afspraak": str(afspraak.pk), "versie": str(afspraak.versie), "dagen": str(dagen)},
                key=f"afspraken.herinner:{afspraak.pk}:{afspraak.versie}:{dagen}",
                not_before=moment,
                now=now,
            )


def compute_moment(begin: datetime, dagen: int) -> datetime:
    """So many calendar days before, at the same time on the clock of the gemeente."""
    local = to_local(begin)
    return local - timedelta(days=dagen)  # of a zoned moment: the wall clock stays


def is_still_true(afspraak: Afspraak, *, versie: int, dagen: int, now: datetime) -> bool:
    """Is this reminder still true, and not so late that the next one, or the afspraak itself, is there?"""
    later = [each for each in DAGEN if each < dagen]
    until = compute_moment(afspraak.begin, max(later)) if later else afspraak.begin
    return afspraak.versie == versie and now < until
