"""Which version of the public site this process knows.

Every change of something public writes a new number in one row (models.CacheVersie), in the transaction of
the change itself. A process reads that row at most twice a second and otherwise trusts what it read; the
process that made the change reads again at once. So a publish is seen here immediately and everywhere within
a second.
"""

import threading
from time import monotonic

from django.conf import settings
from django.db import transaction

from eloket.website.models import CacheVersie


class VersieLezer:
    """The version as this process last read it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read_at: float | None = None
        self._version = 0

    def current(self) -> int:
        """The version; one tiny query when the last reading is old, else none. 0: nothing was published."""
        with self._lock:
            if self._read_at is None or monotonic() - self._read_at >= settings.ELOKET_CACHE_POLL:
                started = monotonic()
                self._version = CacheVersie.current()
                self._read_at = started
            return self._version

    def forget(self) -> None:
        """Read again at the next question."""
        with self._lock:
            self._read_at = None


lezer = VersieLezer()


def site_version() -> int:
    """The number of the present state of the public site, as this process knows it; 0 for none."""
    return lezer.current()


def bump_version() -> None:
    """Everything public that was kept is out of date: in this process once the transaction commits."""
    CacheVersie.bump()
    transaction.on_commit(lezer.forget)
