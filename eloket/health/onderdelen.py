"""The facts: each part is asked anew, and a part that cannot be asked is never taken for well."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import DatabaseError, connection

from eloket.bestanden.services import ScannerError, check_scanner, uses_scanner
from eloket.outbox.services import Stand, get_stand
from eloket.zaken.services import RegisterError, check_register

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One part of the counter. `facts` are numbers for a monitor; never an address, name or error text."""

    name: str
    ok: bool
    facts: dict[str, int] = field(default_factory=dict)


def list_onderdelen(*, now: datetime) -> list[Onderdeel]:
    """What /readyz asks, in order."""
    scanner = [check_virusscanner()] if uses_scanner() else []
    return [check_database(), check_outbox(now=now), check_zaakregister(), *scanner]


def check_database() -> Onderdeel:
    return Onderdeel("database", _answers("database", _select_one))


def check_zaakregister() -> Onderdeel:
    return Onderdeel("zaakregister", _answers("zaakregister", check_register))


def check_virusscanner() -> Onderdeel:
    """Without it files of residents are held."""
    return Onderdeel("virusscanner", _answers("virusscanner", check_scanner))


def check_outbox(*, now: datetime) -> Onderdeel:
    """Not well when work is late for longer than ELOKET_OUTBOX_ALARM_MINUTEN."""
    stand = read_stand(now=now)
    if stand is None:
        return Onderdeel("outbox", False)
    facts = {
        "late_seconds": int(stand.late(now).total_seconds()),
        "waiting": stand.waiting,
        "needs_person": stand.needs_person,
        "workers": stand.workers,
    }
    return Onderdeel("outbox", stand.late(now) <= alarm_age(), facts)


def read_stand(*, now: datetime, handler_prefix: str = "") -> Stand | None:
    """How the outbox stands; None when that cannot be known now."""
    try:
        return get_stand(now=now, handler_prefix=handler_prefix)
    except DatabaseError as error:
        log.warning("health_geen_antwoord", part="outbox", error=type(error).__name__)
        return None


def alarm_age() -> timedelta:
    return timedelta(minutes=settings.ELOKET_OUTBOX_ALARM_MINUTEN)


def _select_one() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _answers(part: str, ask: Callable[[], None]) -> bool:
    try:
        ask()
    except (DatabaseError, RegisterError, ScannerError) as error:
        log.warning("health_geen_antwoord", part=part, error=type(error).__name__)
        return False
    return True
