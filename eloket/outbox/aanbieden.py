"""Telling the workers to go and look at a row. Losing such a message costs time and nothing else."""

from datetime import datetime, timedelta

import structlog
from django.conf import settings

from eloket.lib import klok
from eloket.outbox.models import Opdracht
from eloket.outbox.runner import run

try:
    from django.tasks import task
except ImportError:
    from django_tasks import task  # type: ignore[no-redef,unused-ignore]

log = structlog.get_logger()

ALIAS = "eloket"
QUEUE = "eloket"
SWEEP = 200  # rows offered in one sweep; the next comes seconds later


@task(backend=ALIAS, queue_name=QUEUE)
def look(pk: int) -> None:
    """What a broker carries: go and look at row N.

    Raises nothing: a broker would keep the traceback, and with it what was being worked on.
    """
    try:
        run(pk, now=klok.now())
    except Exception as error:
        log.error("opdracht_niet_te_lezen", opdracht=pk, error=type(error).__name__)


def offer(pk: int) -> bool:
    """Tell a worker; False when the broker cannot be reached (the sweeper offers the row later)."""
    try:
        look.enqueue(pk)
    except Exception as error:
        log.warning("opdracht_niet_aangeboden", opdracht=pk, error=type(error).__name__)
        return False
    return True


def offer_overdue(*, now: datetime) -> int:
    """Offer again what waits without a worker knowing of it; the number of rows offered.

    The sweepers of several workers share the rows: each is marked by compare-and-set first.
    """
    again_after = timedelta(seconds=settings.ELOKET_OUTBOX_HERHAAL_SECONDEN)
    rows = Opdracht.objects.overdue(now, again_after=again_after).order_by("not_before", "pk")
    return sum(
        _offer_once(pk, offered_at, now) for pk, offered_at in rows.values_list("pk", "offered_at")[:SWEEP]
    )


def _offer_once(pk: int, offered_at: datetime | None, now: datetime) -> bool:
    marked = Opdracht.objects.filter(pk=pk, offered_at=offered_at).update(offered_at=now)
    return bool(marked) and offer(pk)
