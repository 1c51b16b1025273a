"""The door of the outbox: durable work and gebeurtenissen."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from eloket.outbox.aanbieden import offer
from eloket.outbox.bezorging import RETRYABLE
from eloket.outbox.hartslag import WEB, WORKER, Gat, list_gaten, start_pols
from eloket.outbox.models import Opdracht, Status
from eloket.outbox.register import SUBSCRIBERS, NeedsPerson, TryLater, handler, on
from eloket.outbox.runner import run_due
from eloket.outbox.stand import Stand, get_stand

__all__ = [
    "WEB",
    "WORKER",
    "Gat",
    "NeedsPerson",
    "Stand",
    "TryLater",
    "enqueue",
    "get_stand",
    "handler",
    "hasten",
    "list_gaten",
    "on",
    "publish",
    "retry",
    "run_due",
    "start_pols",
]


def enqueue(
    *, handler: str, ids: Mapping[str, str], key: str, now: datetime, not_before: datetime | None = None
) -> None:
    """Write one row of work, in the caller's transaction; a worker looks at it right after the commit.

    `handler` is a registered name; `ids` holds identifiers only, never personal data; `key` is unique (for
    as long as done rows are kept, ELOKET_OUTBOX_BEWAARDAGEN): a second call with the same key does nothing,
    so that a repeated request doubles nothing. With `not_before` it waits until then.
    """
    due = not_before or now
    with transaction.atomic():
        opdracht, is_new = Opdracht.objects.get_or_create(
            key=key,
            defaults={
                "handler": handler,
                "ids": dict(ids),
                "not_before": due,
                "offered_at": now,
                "created_at": now,
            },
        )
    if is_new and due <= now:
        transaction.on_commit(lambda: offer(opdracht.pk), robust=True)


def hasten(*, key: str, now: datetime) -> None:
    """Let the work with this key be done now instead of later; nothing when it is done, or in hand."""
    waiting = Opdracht.objects.filter(key=key, status=Status.WACHT, not_before__gt=now)
    pk = waiting.values_list("pk", flat=True).first()
    if pk is not None and waiting.update(not_before=now, offered_at=now):
        transaction.on_commit(lambda: offer(pk), robust=True)


def retry(key: str, *, now: datetime) -> bool:
    """Do the work with this key now, as if it were new; False when it is done, in somebody's hands or gone.

    For a screen of the app whose work it is; that screen keeps who asked for it.
    """
    with transaction.atomic():
        waiting = Opdracht.objects.filter(key=key, status__in=RETRYABLE)
        again = waiting.update(
            status=Status.WACHT, attempts=0, not_before=now, offered_at=None, reason="", last_error=""
        )
    return bool(again)


def publish(gebeurtenis: str, id: str, *, now: datetime, key: str = "") -> None:
    """Tell every subscriber that `gebeurtenis` ("zaak.status_gezet") happened to the thing with this id.

    One row per subscriber in the caller's transaction. The same gebeurtenis with the same id and
    `key` (what tells one time from the next, such as the id of a status) reaches each subscriber once.
    """
    for name in SUBSCRIBERS.get(gebeurtenis, []):
        enqueue(handler=name, ids={"id": id}, key=f"{gebeurtenis}:{id}:{key}:{name}", now=now)
