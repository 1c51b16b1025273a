"""Units of five minutes since 1970 in UTC, and which of them make a local day.

A day has 288 units, 276 when the clock goes forward and 300 when it goes back. Rules are written in wall
time: bits of a day of 288. `to_axis` puts them on the day as it really runs.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings

MINUTEN = 5
PER_DAG = 24 * 60 // MINUTEN
SECONDEN = MINUTEN * 60
LAATSTE_MINUUT = time(23, 59)  # how a redacteur writes midnight


def to_unit(moment: datetime) -> int:
    """The unit that holds this moment."""
    return int(moment.timestamp()) // SECONDEN


def to_moment(unit: int) -> datetime:
    """When a unit begins, in UTC."""
    return datetime.fromtimestamp(unit * SECONDEN, UTC)


def count_units(minutes: int) -> int:
    """So many units hold these minutes: rounded up."""
    return -(-minutes // MINUTEN)


def local_day(moment: datetime) -> date:
    """The calendar day where the gemeente is."""
    return moment.astimezone(gemeente_zone()).date()


def first_unit(dag: date) -> int:
    """The unit at local midnight."""
    return _midnight(dag, settings.TIME_ZONE)


def count_day(dag: date) -> int:
    """How many units a local day has."""
    return first_unit(dag + timedelta(days=1)) - first_unit(dag)


def wall_bits(van: time, tot: time) -> int:
    """The units wholly within two wall times, as bits of a day of 288; 23:59 is midnight."""
    first = count_units(van.hour * 60 + van.minute)
    last = PER_DAG if tot >= LAATSTE_MINUUT else (tot.hour * 60 + tot.minute) // MINUTEN
    return span(first, last)


def span(first: int, last: int) -> int:
    """Bits `first` up to and without `last`."""
    return ((1 << (last - first)) - 1) << first if last > first else 0


def to_axis(wall: int, dag: date) -> int:
    """Bits of wall time as bits of the day as it runs: an hour that comes twice counts twice."""
    if not wall or count_day(dag) == PER_DAG:
        return wall
    walls = _wall_units(dag, settings.TIME_ZONE)
    return sum(1 << unit for unit, bit in enumerate(walls) if wall >> bit & 1)


def gemeente_zone() -> ZoneInfo:
    """Where the wall clock of every rule hangs."""
    return _zone(settings.TIME_ZONE)


@lru_cache(maxsize=4096)
def _midnight(dag: date, zone: str) -> int:
    return to_unit(datetime.combine(dag, time(), _zone(zone)))


@lru_cache(maxsize=64)
def _wall_units(dag: date, zone: str) -> tuple[int, ...]:
    """For each unit of this day which unit of the wall clock it is."""
    first = first_unit(dag)
    moments = (to_moment(first + unit).astimezone(_zone(zone)) for unit in range(count_day(dag)))
    return tuple((moment.hour * 60 + moment.minute) // MINUTEN for moment in moments)


@lru_cache(maxsize=8)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
