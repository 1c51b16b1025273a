"""How the outbox stands: what the operator page, /readyz and /storingen/ ask."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q

from eloket.outbox.models import Opdracht, Status, Werker

ALIVE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Stand:
    """Numbers only. `oldest`: since when the oldest row that should be done by now is due."""

    waiting: int
    needs_person: int
    oldest: datetime | None
    workers: int

    def age(self, now: datetime) -> timedelta:
        return now - self.oldest if self.oldest else timedelta(0)


def get_stand(*, now: datetime, handler_prefix: str = "") -> Stand:
    """Two queries. `handler_prefix` ("berichten.") looks at one app's work only."""
    rows = Opdracht.objects.unfinished().filter(handler__startswith=handler_prefix)
    open_rows = Q(status__in=[Status.WACHT, Status.BEZIG])
    facts = rows.aggregate(
        waiting=Count("pk", filter=open_rows),
        needs_person=Count("pk", filter=Q(status=Status.MENS_NODIG)),
        # From its first moment: a row that is tried again and again is old, however far its next try.
        oldest=Min("created_at", filter=open_rows & (Q(not_before__lte=now) | Q(attempts__gt=0))),
    )
    return Stand(**facts, workers=Werker.objects.filter(seen_at__gte=now - ALIVE).count())
