"""How long a product holds, when nobody says otherwise."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from django.db.models import TextChoices
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _


class Eenheid(TextChoices):
    DAGEN = "dagen", _("dagen")
    MAANDEN = "maanden", _("maanden")
    JAREN = "jaren", _("jaren")
    GEEN = "geen", _("onbeperkt")


def count_end(vanaf: datetime, *, aantal: int, eenheid: str) -> datetime | None:
    """The first moment that it no longer holds: midnight in the gemeente, after the last day. None: no end.

    A year from 29 February ends with 28 February; a month from the 31st with the last day of a shorter one.
    """
    if eenheid == Eenheid.GEEN:
        return None
    begin = to_day(vanaf)
    if eenheid == Eenheid.DAGEN:
        end = begin + timedelta(days=aantal)
    else:
        end = _add_months(begin, aantal * (12 if eenheid == Eenheid.JAREN else 1))
    return datetime(end.year, end.month, end.day, tzinfo=get_default_timezone())


def to_day(moment: datetime) -> date:
    """The calendar day of a moment in the gemeente."""
    return moment.astimezone(get_default_timezone()).date()


def renewable_from(tot: datetime | None, *, dagen: int) -> datetime | None:
    """From when it may be renewed: midnight so many days before its end; None when it never may."""
    if tot is None or not dagen:
        return None
    return tot.astimezone(get_default_timezone()) - timedelta(days=dagen)  # the wall clock stays


def renewable_until(now: datetime, *, dagen: int) -> datetime:
    """The last end, counted from `now`, of what may be renewed: `renewable_from` the other way round."""
    return now.astimezone(get_default_timezone()) + timedelta(days=dagen)


def _add_months(begin: date, months: int) -> date:
    """The same day so many months on; where a month is too short the first of the next one."""
    years, month = divmod(begin.month - 1 + months, 12)
    year = begin.year + years
    if begin.day <= monthrange(year, month + 1)[1]:
        return date(year, month + 1, begin.day)
    return date(year, month + 2, 1)
