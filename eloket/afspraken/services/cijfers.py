"""Figures of afspraken per place, soort, channel and week. Counts only: nobody can be read back from them.

A week is that of ISO 8601, by the local day of the visit. A visit for two things counts with both.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median
from typing import NamedTuple

from django.utils.timezone import get_default_timezone

from eloket.afspraken.models import (
    Afspraaklocatie,
    Afspraakregel,
    Afspraaksoort,
    AfspraakStatus,
    EersteMogelijkheid,
    Kanaal,
)
from eloket.afspraken.services.bord import day_bounds

LAAT = timedelta(hours=24)


class Week(NamedTuple):
    """A week of ISO 8601: its year is that of its Thursday."""

    jaar: int
    nummer: int

    def __str__(self) -> str:
        return f"{self.jaar}-W{self.nummer:02}"


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A place, a soort and a channel in a week.

    `geboekt`: everything that was made, also what was cancelled later. `laat`: cancelled less than a day
    before. `doorlooptijd`: days from booking to visit, the median; `eerste`: days from the morning of the
    snapshot to the first possible moment, the median of that week, None when nothing was noted.
    """

    week: Week
    locatie: str
    soort: str
    kanaal: str
    geboekt: int
    niet_verschenen: int
    geannuleerd: int
    laat: int
    doorlooptijd: float | None
    eerste: float | None


@dataclass(slots=True)
class _Telling:
    geboekt: int = 0
    niet_verschenen: int = 0
    geannuleerd: int = 0
    laat: int = 0
    dagen: list[float] = field(default_factory=list)


Sleutel = tuple[Week, int, int, str]
# place, soort, channel, begin, when made, when cancelled, status
Rij = tuple[int, int, str, datetime, datetime, datetime | None, str]


def read_cijfers(van: date, tot_en_met: date, *, locatie: str = "") -> list[Cijfer]:
    """By week (the last one first), place, soort and channel; only where there was something. Four queries.

    `locatie`: the code of one place.
    """
    counted = _count(van, tot_en_met, locatie)
    eerste = _read_eerste(van, tot_en_met)
    plekken = {row.pk: row for row in Afspraaklocatie.objects.all()}
    for week, plek, soort in eerste:  # also where nobody booked: that is when it says most
        if not locatie or plekken[plek].code == locatie:
            counted.setdefault((week, plek, soort, plekken[plek].kanaal), _Telling())
    soorten = dict(Afspraaksoort.objects.values_list("pk", "naam"))
    found = [
        Cijfer(
            week,
            plekken[plek].naam,
            soorten[soort],
            str(Kanaal(kanaal).label),
            telling.geboekt,
            telling.niet_verschenen,
            telling.geannuleerd,
            telling.laat,
            _round(telling.dagen),
            _round(eerste.get((week, plek, soort), [])),
        )
        for (week, plek, soort, kanaal), telling in counted.items()
    ]
    found.sort(key=lambda each: (each.locatie, each.soort, each.kanaal))
    return sorted(found, key=lambda each: each.week, reverse=True)


def week_of(day: date) -> Week:
    jaar, nummer, _dag = day.isocalendar()
    return Week(jaar, nummer)


def _count(van: date, tot_en_met: date, locatie: str) -> dict[Sleutel, _Telling]:
    counted: dict[Sleutel, _Telling] = defaultdict(_Telling)
    for row in _read_rows(van, tot_en_met, locatie):
        plek, soort, kanaal, begin, gemaakt, geannuleerd, status = row
        telling = counted[week_of(_local(begin)), plek, soort, kanaal]
        telling.geboekt += 1
        telling.niet_verschenen += status == AfspraakStatus.NIET_VERSCHENEN
        telling.geannuleerd += status == AfspraakStatus.GEANNULEERD
        telling.laat += geannuleerd is not None and begin - geannuleerd < LAAT
        telling.dagen.append((begin - gemaakt).total_seconds() / 86400)
    return counted


def _read_rows(van: date, tot_en_met: date, locatie: str) -> Iterable[Rij]:
    begin, eind = day_bounds(van, tot_en_met)
    rows = Afspraakregel.objects.filter(afspraak__begin__gte=begin, afspraak__begin__lt=eind)
    if locatie:
        rows = rows.filter(afspraak__locatie__code=locatie)
    return rows.order_by("pk").values_list(
        "afspraak__locatie__pk",
        "soort_id",
        "afspraak__kanaal",
        "afspraak__begin",
        "afspraak__gemaakt",
        "afspraak__geannuleerd",
        "afspraak__status",
    )


def _read_eerste(van: date, tot_en_met: date) -> dict[tuple[Week, int, int], list[float]]:
    """Per week, place and soort: on each night, how many days until the first possible moment."""
    found: dict[tuple[Week, int, int], list[float]] = defaultdict(list)
    rows = EersteMogelijkheid.objects.filter(dag__gte=van, dag__lte=tot_en_met, begin__isnull=False)
    for row in rows.order_by("dag", "pk"):
        if row.begin is not None:
            days = (_local(row.begin) - row.dag).days
            found[week_of(row.dag), row.locatie_id, row.soort_id].append(days)
    return found


def _local(moment: datetime) -> date:
    return moment.astimezone(get_default_timezone()).date()


def _round(values: list[float]) -> float | None:
    return round(median(values), 1) if values else None
