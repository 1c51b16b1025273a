"""When was the counter up? A sign of life each minute, and the gaps between them."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

import structlog
from django.db import DatabaseError, connection

from eloket.lib import klok
from eloket.outbox.models import Hartslag

log = structlog.get_logger()

WORKER, WEB = "worker", "web"
SECONDS = 60
GAP = timedelta(minutes=3)  # two signs may get lost before we call it a gap
KEPT = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Gat:
    """No sign of life of `bron` from `van` to `tot`; `tot` is None while it lasts."""

    bron: str
    van: datetime
    tot: datetime | None


def beat(bron: str, *, now: datetime) -> None:
    """A sign of life: one UPDATE, or a new row after a gap. Several processes may say it at once."""
    last = Hartslag.objects.filter(bron=bron).order_by("-tot", "-pk").first()
    if last is None or now - last.tot > GAP:
        Hartslag.objects.create(bron=bron, van=now, tot=now)
    elif now > last.tot:
        Hartslag.objects.filter(pk=last.pk, tot__lt=now).update(tot=now)


def list_gaten(*, since: datetime, now: datetime) -> list[Gat]:
    """The gaps that ended after `since` or last until now, newest first. One query.

    Before its first sign of life nothing is known of a bron: that is no gap.
    """
    rows = Hartslag.objects.filter(tot__gte=since - GAP).order_by("bron", "van", "pk")
    per_bron = groupby(rows, key=lambda row: row.bron)
    gaps = [gap for bron, stretches in per_bron for gap in _between(bron, stretches, now)]
    return sorted(gaps, key=lambda gap: (gap.van, gap.bron), reverse=True)


def forget_hartslagen(*, now: datetime) -> int:
    """Remove stretches that ended long ago."""
    return Hartslag.objects.filter(tot__lt=now - KEPT).delete()[0]


def _between(bron: str, stretches: Iterator[Hartslag], now: datetime) -> Iterator[Gat]:
    end: datetime | None = None
    for stretch in stretches:
        if end is not None and stretch.van - end > GAP:
            yield Gat(bron, end, stretch.van)
        end = max(end or stretch.tot, stretch.tot)
    if end is not None and now - end > GAP:
        yield Gat(bron, end, None)


class Pols:
    """A thread beside a web process that says each minute that it lives. No request writes for it."""

    def __init__(self, bron: str) -> None:
        self.bron = bron
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name=f"pols-{bron}")

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                beat(self.bron, now=klok.now())
            except DatabaseError as error:  # that is a gap, and it is seen afterwards
                log.warning("hartslag_gemist", bron=self.bron, error=type(error).__name__)
            finally:
                connection.close()
            self._stop.wait(SECONDS)


def start_pols(bron: str) -> None:
    """Begin the signs of life of this process; for the entry point of a web process."""
    Pols(bron).start()
