"""The door of the outbox: durable work and gebeurtenissen."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from eloket.outbox.models import Opdracht
from eloket.outbox.register import SUBSCRIBERS, NeedsPerson, TryLater, handler, on

__all__ = ["NeedsPerson", "TryLater", "enqueue", "handler", "on", "publish"]


def enqueue(
    *, handler: str, ids: Mapping[str, str], key: str, now: datetime, not_before: datetime | None = None
) -> None:
    """Write one row of work, in the caller's transaction.

    `handler` is a registered name; `ids` holds identifiers only, never personal data; `key` is unique for
    ever: a second call with the same key does nothing, so that a repeated request doubles nothing.
    """
    with transaction.atomic():
        Opdracht.objects.get_or_create(
            key=key,
            defaults={
                "handler": handler,
                "ids": dict(ids),
                "not_before": not_before or now,
                "created_at": now,
            },
        )


def publish(gebeurtenis: str, id: str, *, now: datetime, key: str = "") -> None:
    """Tell every subscriber that `gebeurtenis` ("zaak.status_gezet") happened to the thing with this id.

    One row per subscriber in the caller's transaction. The same gebeurtenis with the same id and
    `key` (what tells one time from the next, such as the id of a status) reaches each subscriber once.
    """
    for name in SUBSCRIBERS.get(gebeurtenis, []):
        enqueue(handler=name, ids={"id": id}, key=f"{gebeurtenis}:{id}:{key}:{name}", now=now)
