"""How the outbox stands: what the operator page, /readyz and /storingen/ ask."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Q

from eloket.outbox.models import Opdracht, OpdrachtQuerySet, Status, Werker

ALIVE = timedelta(seconds=60)
OPEN = Q(status__in=[Status.WACHT, Status.BEZIG])


@dataclass(frozen=True, slots=True)
class Stand:
    """Numbers only. `oldest`: when the oldest open row was written; `oldest_unfinished`: also of what needs
    a person, but not of what is meant for later. `late_since`: since when work is late.
    """

    waiting: int
    needs_person: int
    oldest: datetime | None
    oldest_unfinished: datetime | None
    late_since: datetime | None
    workers: int

    def late(self, now: datetime) -> timedelta:
        """How long work is late already; zero when all goes well."""
        return max(now - self.late_since, timedelta(0)) if self.late_since else timedelta(0)


def get_stand(*, now: datetime, handler_prefix: str = "") -> Stand:
    """Three queries. `handler_prefix` ("berichten.") looks at one app's work only.

    Late is what is due and lies there (the workers are behind or gone), and what is tried again while
    nothing of its kind has succeeded since (the other side is out). One full mailbox is neither.
    """
    rows = Opdracht.objects.unfinished().filter(handler__startswith=handler_prefix)
    planned = Q(status=Status.WACHT, attempts=0, not_before__gt=now)
    facts = rows.aggregate(
        waiting=Count("pk", filter=OPEN),
        needs_person=Count("pk", filter=Q(status=Status.MENS_NODIG)),
        oldest=Min("created_at", filter=OPEN),
        oldest_unfinished=Min("created_at", filter=~planned),
        due=Min("not_before", filter=Q(status=Status.WACHT, not_before__lte=now)),
    )
    moments = [moment for moment in (facts.pop("due"), _stuck_since(rows)) if moment]
    return Stand(
        **facts,
        late_since=min(moments, default=None),
        workers=Werker.objects.filter(seen_at__gte=now - ALIVE).count(),
    )


def _stuck_since(rows: OpdrachtQuerySet) -> datetime | None:
    succeeded = Opdracht.objects.filter(
        status=Status.KLAAR, handler=OuterRef("handler"), done_at__gt=OuterRef("created_at")
    )
    stuck = rows.filter(OPEN, attempts__gt=0).exclude(last_error="").filter(~Exists(succeeded))
    since: datetime | None = stuck.aggregate(since=Min("created_at"))["since"]
    return since
