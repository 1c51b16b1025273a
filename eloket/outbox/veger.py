"""Beside its jobs, a worker in a thread: says that it lives, offers what waits, runs what comes back."""

import os
import platform
import threading
import time
from collections.abc import Callable
from datetime import timedelta

import structlog
from django.conf import settings
from django.db import close_old_connections, connection

from eloket.lib import klok
from eloket.outbox import hartslag
from eloket.outbox.aanbieden import offer_overdue
from eloket.outbox.models import Werker
from eloket.outbox.periodiek import run_periodiek
from eloket.outbox.runner import describe

log = structlog.get_logger()

HEARTBEAT_SECONDS = 10
FORGOTTEN_AFTER = timedelta(days=1)


class Veger:
    """Start it beside the job loop and stop it after. A database out of reach is tried again, for ever."""

    def __init__(self) -> None:
        self.naam = f"{platform.node()[:60]}:{os.getpid()}"
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="outbox-veger")
        self._last_beat = self._last_pulse = float("-inf")

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(timeout=5)

    def sweep(self) -> None:
        """One round."""
        now = klok.now()
        if time.monotonic() - self._last_beat >= HEARTBEAT_SECONDS:
            self._beat()
        offer_overdue(now=now)
        run_periodiek(now=now)

    def _beat(self) -> None:
        now = klok.now()
        Werker.objects.update_or_create(
            naam=self.naam,
            defaults={"seen_at": now, "broker": settings.ELOKET_TAKEN},
            create_defaults={"seen_at": now, "started_at": now, "broker": settings.ELOKET_TAKEN},
        )
        Werker.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).delete()
        if time.monotonic() - self._last_pulse >= hartslag.SECONDS:
            hartslag.beat(hartslag.WORKER, now=now)
            self._last_pulse = time.monotonic()
        self._last_beat = time.monotonic()

    def _run(self) -> None:
        while not self._stop.is_set():
            self._try(self.sweep)
            self._stop.wait(settings.ELOKET_OUTBOX_VEEG_SECONDEN)
        self._try(lambda: Werker.objects.filter(naam=self.naam).delete())
        connection.close()

    @staticmethod
    def _try(work: Callable[[], object]) -> None:
        close_old_connections()
        try:
            work()
        except Exception as error:
            log.warning("veger_later", error=describe(error))
            connection.close()
