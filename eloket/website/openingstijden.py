"""When a counter is open: an ordinary week, the days that differ, and the moments at which that changes.

Pure functions over local dates and times; `tijdtekst.py` puts them into words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
ZOEK_DAGEN = 60  # how far ahead the next opening is looked for


@dataclass(frozen=True, order=True)
class Tijdvak:
    """From `van` up to `tot`, on one day."""

    van: time
    tot: time
    op_afspraak: bool = False

    def __str__(self) -> str:
        """As the national catalogues write it: "09:00 - 17:00"."""
        return f"{self.van:%H:%M} - {self.tot:%H:%M}"


@dataclass(frozen=True)
class Afwijking:
    """Days, first and last included, on which the week does not hold; no `tijdvakken` means closed."""

    vanaf: date
    tot_en_met: date
    tijdvakken: tuple[Tijdvak, ...]
    reden: str

    def covers(self, dag: date) -> bool:
        return self.vanaf <= dag <= self.tot_en_met

    @property
    def dagen(self) -> int:
        return (self.tot_en_met - self.vanaf).days + 1


@dataclass(frozen=True)
class Dag:
    """The hours of one date; `afwijking` is why they differ from other weeks, None when they do not."""

    datum: date
    tijdvakken: tuple[Tijdvak, ...]
    afwijking: Afwijking | None


@dataclass(frozen=True)
class Openingstijden:
    """Seven days from Monday, and the exceptions by first day."""

    week: tuple[tuple[Tijdvak, ...], ...]
    afwijkingen: tuple[Afwijking, ...] = ()

    def on(self, datum: date) -> Dag:
        """The hours of this date. Of two exceptions the shorter holds: Koningsdag in a summer timetable."""
        found = min((each for each in self.afwijkingen if each.covers(datum)), key=_dagen, default=None)
        tijdvakken = found.tijdvakken if found else self.week[datum.weekday()]
        return Dag(datum, tijdvakken, found)

    def next_open(self, na: date) -> Dag | None:
        """The first day after this date on which anything is open; None when that is not soon."""
        days = (self.on(na + timedelta(days=number)) for number in range(1, ZOEK_DAGEN + 1))
        return next((day for day in days if day.tijdvakken), None)

    def upcoming(self, vandaag: date, *, dagen: int = 14) -> tuple[Afwijking, ...]:
        """The exceptions that hold today or begin within so many days."""
        last = vandaag + timedelta(days=dagen)
        return tuple(each for each in self.afwijkingen if each.vanaf <= last and each.tot_en_met >= vandaag)

    def next_change(self, now: datetime, zone: ZoneInfo) -> datetime:
        """The first moment after now at which what is told of today changes: midnight at the latest."""
        local = now.astimezone(zone)
        today = local.date()
        moments = [datetime.combine(today, moment, zone) for moment in _turns(self.on(today))]
        midnight = datetime.combine(today + timedelta(days=1), time(), zone)
        return min([moment for moment in moments if moment > now] + [midnight])

    def by_weekday(self, *, op_afspraak: bool) -> dict[str, list[str]]:
        """Weekday to spans, as the SDG catalogue takes them: {"maandag": ["09:00 - 17:00"], …}."""
        return {
            name: [str(each) for each in day if each.op_afspraak is op_afspraak]
            for name, day in zip(WEEKDAGEN, self.week, strict=True)
        }


def tidy(tijdvakken: Iterable[Tijdvak]) -> tuple[Tijdvak, ...]:
    """In order of time; what touches or overlaps is one span."""
    done: list[Tijdvak] = []
    for each in sorted(tijdvakken):
        last = done[-1] if done else None
        if last and each.van <= last.tot and each.op_afspraak == last.op_afspraak:
            done[-1] = Tijdvak(last.van, max(last.tot, each.tot), last.op_afspraak)
        else:
            done.append(each)
    return tuple(done)


def _turns(day: Dag) -> Iterator[time]:
    """The times of a day at which it closes, and at which it opens again."""
    for number, each in enumerate(day.tijdvakken):
        if number:
            yield each.van
        yield each.tot


def _dagen(afwijking: Afwijking) -> tuple[int, date]:
    return afwijking.dagen, afwijking.vanaf
