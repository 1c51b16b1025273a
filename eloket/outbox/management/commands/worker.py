"""`eloket manage worker`: does the work of the outbox until it is told to stop."""

import signal
import sys
from importlib import import_module
from typing import Any

import structlog
from django.conf import settings
from django.core.management.base import BaseCommand

from eloket.outbox.veger import Veger

log = structlog.get_logger()


class Command(BaseCommand):
    help = (
        "Doet het werk van de outbox: zaken afleveren, berichten verzenden, kopieën maken. Stopt met SIGTERM."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        _stop_when_told()
        broker = import_module(f"eloket.outbox.brokers.{settings.ELOKET_TAKEN}")
        veger = Veger()
        log.info("worker_begint", worker=veger.naam, broker=settings.ELOKET_TAKEN)
        veger.start()
        try:
            broker.work(veger.naam)
        except SystemExit as error:  # how the job loops end on SIGTERM
            if error.code:
                raise
        finally:
            veger.stop()
            log.info("worker_gestopt", worker=veger.naam)


def _stop_when_told() -> None:
    """Until the job loop listens by itself: who is told to stop while starting still signs off."""
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
