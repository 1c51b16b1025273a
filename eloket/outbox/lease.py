"""Taking a row, keeping it while the handler runs, and giving it back with its outcome.

All by compare-and-set: one UPDATE whose WHERE says what must still be true. That is right on PostgreSQL
(the second of two looks again after the first) and on SQLite (one writer at a time), without row locks.
"""

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import F

from eloket.lib import klok
from eloket.outbox.models import Opdracht, Status
from eloket.outbox.terugval import delay

log = structlog.get_logger()

REASON_LENGTH = 500
#: The last error of what stepped aside.
ACHTERAAN = "wacht op wat eerder kwam"


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on one row, until somebody else holds the token."""

    opdracht: Opdracht
    token: uuid.UUID

    def finish(self, *, now: datetime) -> bool:
        return self._close(status=Status.KLAAR, done_at=now, last_error="", reason="")

    def postpone(self, error: str, *, now: datetime) -> bool:
        """Try again after the back-off; after too many attempts a person must look."""
        attempts = self.opdracht.attempts
        if attempts >= settings.ELOKET_OUTBOX_POGINGEN:
            return self.give_up(f"na {attempts} pogingen: {error}")
        return self._close(
            status=Status.WACHT, not_before=now + delay(attempts), last_error=error[:REASON_LENGTH]
        )

    def give_up(self, reason: str) -> bool:
        return self._close(
            status=Status.MENS_NODIG, reason=reason[:REASON_LENGTH], last_error=reason[:REASON_LENGTH]
        )

    def release(self) -> bool:
        """The worker must stop in the middle: somebody else may begin at once."""
        return self._close(status=Status.WACHT, offered_at=None)

    def step_aside(self, *, now: datetime) -> bool:
        """Come after what is due now and was asked for before. Nothing was tried, so nothing is counted."""
        return self._close(
            status=Status.WACHT,
            not_before=now,
            offered_at=None,
            last_error=ACHTERAAN,
            attempts=F("attempts") - 1,
        )

    def extend(self, *, now: datetime) -> bool:
        return self._mine().update(lease_until=now + _duration()) == 1

    def _mine(self) -> Any:
        return Opdracht.objects.filter(pk=self.opdracht.pk, lease_token=self.token, status=Status.BEZIG)

    def _close(self, **values: Any) -> bool:
        """False when the lease ran out and another worker has the row: its outcome counts, not ours."""
        closed = self._mine().update(lease_token=None, lease_until=None, **values) == 1
        if not closed:
            log.warning("opdracht_lease_verloren", opdracht=self.opdracht.pk, handler=self.opdracht.handler)
        return closed


def claim(pk: int, *, now: datetime) -> Lease | None:
    """Take the row if it may be taken; of any number of workers at the same moment, one gets it."""
    token = uuid.uuid4()
    taken = (
        Opdracht.objects.filter(pk=pk)
        .claimable(now)
        .update(
            status=Status.BEZIG,
            lease_token=token,
            lease_until=now + _duration(),
            attempts=F("attempts") + 1,
        )
    )
    return Lease(Opdracht.objects.get(pk=pk), token) if taken else None


@contextmanager
def kept_alive(lease: Lease) -> Iterator[None]:
    """Extend the lease from a thread for as long as the block runs.

    So a lease may be short (a killed worker costs a minute) and a handler may be long.
    """
    stop = threading.Event()
    thread = threading.Thread(target=_extend_until, args=(lease, stop), daemon=True, name="outbox-lease")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=5)


def _extend_until(lease: Lease, stop: threading.Event) -> None:
    seconds = settings.ELOKET_OUTBOX_LEASE_SECONDEN / 3
    try:
        while not stop.wait(seconds):
            try:
                lease.extend(now=klok.now())
            except DatabaseError as error:
                log.warning("opdracht_lease_niet_verlengd", error=type(error).__name__)
    finally:
        connection.close()


def _duration() -> timedelta:
    return timedelta(seconds=settings.ELOKET_OUTBOX_LEASE_SECONDEN)
