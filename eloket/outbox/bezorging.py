"""What the operator page shows and does: what waits, what failed, why, since when; try again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from django.db.models import Case, Count, IntegerField, Min, Q, QuerySet, Value, When
from wagtail.log_actions import log as log_action

from eloket.outbox.models import Opdracht, Status, Werker
from eloket.outbox.stand import ALIVE

log = structlog.get_logger()

# A row in somebody's hands is left alone; what is done stays done.
RETRYABLE = [Status.MENS_NODIG, Status.WACHT]


@dataclass(frozen=True, slots=True)
class Soort:
    """All unfinished work of one handler."""

    handler: str
    waiting: int
    needs_person: int
    oldest: datetime


@dataclass(frozen=True, slots=True)
class Levensteken:
    """A worker and whether it was seen within the minute."""

    naam: str
    broker: str
    started_at: datetime
    seen_at: datetime
    alive: bool


def list_soorten(*, now: datetime, formulier: str = "") -> list[Soort]:
    """One query: the handlers that have something unfinished, those with a failure first."""
    rows = (
        _of_formulier(Opdracht.objects.unfinished().without_planned(now), formulier)
        .values("handler")
        .annotate(
            waiting=Count("pk", filter=~Q(status=Status.MENS_NODIG)),
            needs_person=Count("pk", filter=Q(status=Status.MENS_NODIG)),
            oldest=Min("created_at"),
        )
        .order_by("-needs_person", "handler")
    )
    return [Soort(**row) for row in rows]


def list_formulieren() -> list[str]:
    """The forms that have something unfinished: what `ids` calls them, for an app above that says so."""
    rows = Opdracht.objects.unfinished().filter(ids__has_key="formulier")
    return sorted(set(rows.values_list("ids__formulier", flat=True)))


def _of_formulier(rows: QuerySet[Opdracht], formulier: str) -> QuerySet[Opdracht]:
    return rows.filter(ids__formulier=formulier) if formulier else rows


def list_opdrachten(*, now: datetime, handler: str = "", formulier: str = "") -> QuerySet[Opdracht]:
    """Everything unfinished, of one handler or form or all: what needs a person first, then the oldest.

    Without what is meant for later, such as a reminder.
    """
    rows = _of_formulier(Opdracht.objects.unfinished().without_planned(now), formulier)
    if handler:
        rows = rows.filter(handler=handler)
    urgency = Case(
        When(status=Status.MENS_NODIG, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    return rows.order_by(urgency, "created_at", "pk")


def list_levenstekens(*, now: datetime) -> list[Levensteken]:
    """The workers of the last day."""
    return [
        Levensteken(w.naam, w.broker, w.started_at, w.seen_at, alive=now - w.seen_at <= ALIVE)
        for w in Werker.objects.order_by("naam")
    ]


def retry_opdracht(pk: int, *, user: Any, now: datetime) -> int:
    """Offer one row again as if it were new; 0 when it is done or in somebody's hands."""
    return _retry(Opdracht.objects.filter(pk=pk), action="outbox.opnieuw", user=user, now=now)


def retry_handler(handler: str, *, user: Any, now: datetime, formulier: str = "") -> int:
    """Offer all failed rows of one handler again, or those of one form; how many."""
    rows = _of_formulier(Opdracht.objects.filter(handler=handler, status=Status.MENS_NODIG), formulier)
    return _retry(rows, action="outbox.alles_opnieuw", user=user, now=now)


def _retry(rows: QuerySet[Opdracht], *, action: str, user: Any, now: datetime) -> int:
    rows = rows.filter(status__in=RETRYABLE)
    first = rows.order_by("pk").first()
    if first is None:
        return 0
    # Not offered here: the sweepers take them up within seconds, in portions.
    count = rows.update(
        status=Status.WACHT, attempts=0, not_before=now, offered_at=None, reason="", last_error=""
    )
    log_action(instance=first, action=action, user=user, data={"handler": first.handler, "aantal": count})
    log.info("opdracht_opnieuw", handler=first.handler, count=count, medewerker=user.pk)
    return count
