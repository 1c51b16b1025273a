"""How long a term is, and which day it ends on by the calendar: no weekend or feestdag is looked at."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

# So many figures that every archive term fits, and few enough that there is always a date.
_DUUR = re.compile(r"P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", re.ASCII)


class InvalidDuur(ValueError):
    """Not an ISO 8601 duration in whole days."""


@dataclass(frozen=True, slots=True)
class Duur:
    """A term. Months and years keep their own length: P1M is not 30 days.

    `uren` is for the few terms of the law in hours; a day that has begun counts as a whole one.
    """

    jaren: int = 0
    maanden: int = 0
    dagen: int = 0
    uren: int = 0


def parse_duur(text: str) -> Duur:
    """Read `P8W`, `P56D`, `P1M`, `P1Y2M10D`: registers rewrite one form into another.

    Errors: `InvalidDuur`, for terms in hours too, which no zaaktype has.
    """
    match = _DUUR.fullmatch(text.strip().upper())
    if match is None or not any(match.groups()):
        raise InvalidDuur(f"{text!r} is geen termijn: schrijf bijvoorbeeld P8W, P56D of P1M")
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    return Duur(jaren=years, maanden=months, dagen=weeks * 7 + days)


def add_duur(start: date, duur: Duur) -> date:
    """The day on which a term that begins at `start` ends, by the calendar.

    A month that lacks the day ends on its last one: 31 January + P1M is 28 (29) February.
    """
    return _shift_months(start, _months(duur)) + timedelta(days=_days(duur))


def subtract_duur(einde: date, duur: Duur) -> date:
    """The day from which `duur` leads to `einde`, counted backwards in the same way."""
    return _shift_months(einde, -_months(duur)) - timedelta(days=_days(duur))


def _months(duur: Duur) -> int:
    return duur.jaren * 12 + duur.maanden


def _days(duur: Duur) -> int:
    return duur.dagen + -(-duur.uren // 24)


def _shift_months(day: date, count: int) -> date:
    months = day.year * 12 + day.month - 1 + count
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def day_of(moment: datetime) -> date:
    """The calendar day of a moment where the gemeente is: 23:30 UTC may be tomorrow."""
    return moment.astimezone(timezone.get_default_timezone()).date()


def compute_einddatum(start: date, duur: str) -> date | None:
    """`start` plus an ISO 8601 duration; None when there is no term."""
    return add_duur(start, parse_duur(duur)) if duur else None


def validate_duur(value: str) -> None:
    """A validator for fields that hold an ISO 8601 duration. Errors: `ValidationError`, for the beheerder."""
    try:
        parse_duur(value)
    except InvalidDuur:
        raise ValidationError(
            _("Schrijf de termijn als P8W (8 weken), P10D (10 dagen) of P1M (1 maand).")
        ) from None
