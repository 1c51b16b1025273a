"""Running what comes back (`lib/periodiek.py`), once over all workers."""

from datetime import datetime

import structlog

from eloket.lib.periodiek import REGISTER, Werk
from eloket.outbox.models import Beurt
from eloket.outbox.runner import describe

log = structlog.get_logger()


def run_periodiek(*, now: datetime) -> list[str]:
    """Run whatever has waited its interval; the names of what this worker ran."""
    turns = {beurt.naam: beurt for beurt in Beurt.objects.all()}
    return [
        werk.name for werk in REGISTER.values() if _take(werk, turns.get(werk.name), now) and _run(werk, now)
    ]


def _take(werk: Werk, beurt: Beurt | None, now: datetime) -> bool:
    """Ours when it is due and no other worker was first."""
    if beurt is None:
        _, created = Beurt.objects.get_or_create(naam=werk.name, defaults={"started_at": now})
        return created
    if now - beurt.started_at < werk.interval:
        return False
    return Beurt.objects.filter(pk=beurt.pk, started_at=beurt.started_at).update(started_at=now) == 1


def _run(werk: Werk, now: datetime) -> bool:
    try:
        werk.run(now=now)
    except Exception as error:
        log.error("periodiek_mislukt", naam=werk.name, error=describe(error))
        Beurt.objects.filter(naam=werk.name).update(last_error=describe(error)[:200])
    else:
        Beurt.objects.filter(naam=werk.name).update(done_at=now, last_error="")
    return True
