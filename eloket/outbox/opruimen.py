"""Removing what is done and old. What is due, or waits for a person, is never removed."""

from datetime import datetime, timedelta

from django.conf import settings
from django_tasks_db.models import DBTaskResult

from eloket.outbox.models import Opdracht, Status

BATCH = 5000
TASK_AGE = timedelta(days=1)


def purge_done(*, now: datetime) -> int:
    """Remove rows done longer ago than ELOKET_OUTBOX_BEWAARDAGEN; their keys are free again from then on."""
    old = now - timedelta(days=settings.ELOKET_OUTBOX_BEWAARDAGEN)
    rows = Opdracht.objects.filter(status=Status.KLAAR, done_at__lt=old).order_by("done_at", "pk")
    return Opdracht.objects.filter(pk__in=list(rows.values_list("pk", flat=True)[:BATCH])).delete()[0]


def purge_tasks(*, now: datetime) -> int:
    """Remove the broker's messages of more than a day old, also those of a worker that was killed.

    They only said "go and look"; the sweeper says it again for a row that still waits.
    """
    rows = DBTaskResult.objects.filter(backend_name="eloket", enqueued_at__lt=now - TASK_AGE)
    pks = list(rows.order_by("enqueued_at", "pk").values_list("pk", flat=True)[:BATCH])
    return DBTaskResult.objects.filter(pk__in=pks).delete()[0]
