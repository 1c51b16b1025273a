"""Which days a time page shows: a few that have room, the way to earlier and later ones, and a month.

Pure: the agenda was asked before.
"""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from eloket.afspraken.backends.base import Dag, Moment
from eloket.afspraken.woorden import to_local

DAGEN_PER_BLAD = 5
MIDDAG = 12  # the hour at which the afternoon begins


@dataclass(frozen=True, slots=True)
class Blad:
    """`dagen`: those to show. `eerder` and `later`: the first day of the page before and after, if any."""

    dagen: tuple[date, ...]
    eerder: date | None
    later: date | None


@dataclass(frozen=True, slots=True)
class Maanddag:
    """A cell of the month. `aantal`: how many moments; 0 is full or closed. None: not of this month."""

    datum: date
    aantal: int | None


def list_ruim(dagen: Iterable[Dag], *, weekdag: int = 0) -> list[date]:
    """The days with room; `weekdag` (1 is Monday) keeps only that day of the week."""
    return [dag.datum for dag in dagen if dag.aantal and weekdag in (0, dag.datum.isoweekday())]


def turn_to(ruim: Sequence[date], van: date | None, shown: Sequence[date] | None = None) -> Blad:
    """The page that begins at `van`, or at the first day with room.

    `shown`: the days of it that have what is looked for, when that is less than room alone.
    """
    before = [day for day in ruim if van and day < van]
    dagen = list(shown) if shown is not None else ruim[len(before) : len(before) + DAGEN_PER_BLAD]
    after = [day for day in ruim if dagen and day > dagen[-1]]
    return Blad(
        dagen=tuple(dagen[:DAGEN_PER_BLAD]),
        eerder=before[-DAGEN_PER_BLAD:][0] if before else None,
        later=after[0] if after else None,
    )


def in_dagdeel(moment: Moment, dagdeel: str) -> bool:
    """Is it in the morning ("ochtend"), in the afternoon ("middag"), or does it not matter ("")?"""
    return not dagdeel or dagdeel_of(moment) == dagdeel


def dagdeel_of(moment: Moment) -> str:
    return "ochtend" if to_local(moment.begin).hour < MIDDAG else "middag"


def lay_out_month(dagen: Iterable[Dag], month: date) -> list[list[Maanddag]]:
    """Weeks from Monday to Sunday of the month of this day."""
    counts = {dag.datum: dag.aantal for dag in dagen}
    weeks = calendar.Calendar().monthdatescalendar(month.year, month.month)
    return [
        [Maanddag(day, counts.get(day, 0) if day.month == month.month else None) for day in week]
        for week in weeks
    ]


def next_month(day: date) -> date:
    """The first day of the month after this day's."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def previous_month(day: date) -> date:
    """The first day of the month before this day's."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)
