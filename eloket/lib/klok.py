"""The only reader of the clock.

Domain functions take `now` as an argument; views, tasks and commands get it here.
A demo may shift the clock (`ELOKET_KLOK_VERSCHUIVING`, in days) to show terms passing;
production refuses a shift with a system check.
"""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """The present moment, aware, in UTC, plus the demo's shift."""
    return timezone.now() + shift()


def today() -> date:
    """The present calendar day in the gemeente's time zone."""
    return timezone.localdate(now(), timezone.get_default_timezone())


def shift() -> timedelta:
    """How far the demo moved the clock; zero in production."""
    return timedelta(days=getattr(settings, "ELOKET_KLOK_VERSCHUIVING", 0))
