"""The only reader of the clock.

Domain functions take `now` as an argument; views, tasks and commands get it here.
A demo may shift the clock to show terms passing: by `ELOKET_KLOK_VERSCHUIVING` (days), which production
refuses with a system check, and by what the demo app adds while it runs.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

_shifts: list[Callable[[], timedelta]] = []


def add_shift(read: Callable[[], timedelta]) -> None:
    """Also move the clock by what `read` says, asked at every reading; only the demo does this."""
    if read not in _shifts:
        _shifts.append(read)


def now() -> datetime:
    """The present moment, aware, in UTC, plus the demo's shift."""
    return timezone.now() + shift()


def today() -> date:
    """The present calendar day in the gemeente's time zone."""
    return timezone.localdate(now(), timezone.get_default_timezone())


def shift() -> timedelta:
    """How far the demo moved the clock; zero in production."""
    fixed = timedelta(days=getattr(settings, "ELOKET_KLOK_VERSCHUIVING", 0))
    return sum((read() for read in _shifts), start=fixed)
