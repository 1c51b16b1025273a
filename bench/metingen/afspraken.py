"""Afspraken: reading the free time of a city, and two hundred citizens at once at one counter.

What redacteuren set up (places, agendas, hours) is read once and kept until one of them changes; what is held
or booked is read anew for every question. `without a guard` is the control: this crowd does find the race.
"""

from collections.abc import Iterator

from bench.meting import Meting
from bench.plaats import Plaats


def measure(place: Plaats) -> Iterator[Meting]:
    yield from _measure_crowds(place)  # first: afterwards there are 600,000 rows to clear away
    yield from _measure_reading(place)


def _measure_reading(place: Plaats) -> Iterator[Meting]:
    where = place.database
    read = place.ask("bench.afspraken.lezen")
    yield Meting("free time, afspraken in the city", read["afspraken"], "rows", where, 550_000, "at least")
    yield Meting("free time, month of 20 agendas", read["maand"], "ms", where, 6)
    yield Meting("free time, first moment at 50 places", read["eerste"], "ms", where, 40)
    yield Meting("free time, the same after hours changed", read["na_wijziging"], "ms", where)


def _measure_crowds(place: Plaats) -> Iterator[Meting]:
    where = place.database
    found = place.ask("bench.afspraken.dringen")
    for key, name, sold in (("plekken", "50 places", 50), ("tijd", "one time, 5 desks", 5)):
        title = f"200 citizens, {name}"
        yield Meting(f"{title}, booked", found[f"{key}_geboekt"], "visits", where, sold, "at least")
        yield Meting(f"{title}, told so", found[f"{key}_verteld"], "people", where, sold)
        yield from _sound(title, key, found, where)
    title = "200 citizens, mixed lengths"
    false = found["gemengd_verteld"] - found["gemengd_geboekt"]
    yield Meting(f"{title}, told so without a visit", abs(false), "people", where, 0)
    yield from _sound(title, "gemengd", found, where)
    title = "200 citizens, one time, without a guard"
    yield Meting(f"{title}, told so", found["zonder_verteld"], "people", where, 6, "at least")
    yield Meting(f"{title}, overlaps", found["zonder_overlappingen"], "pairs", where, 1, "at least")


def _sound(title: str, key: str, found: dict[str, float], where: str) -> Iterator[Meting]:
    yield Meting(f"{title}, overlaps", found[f"{key}_overlappingen"], "pairs", where, 0)
    yield Meting(f"{title}, ghosts", found[f"{key}_spoken"], "units", where, 0)
    yield Meting(f"{title}, deadlocks", found[f"{key}_deadlocks"], "times", where, 0)
    yield Meting(f"{title}, took", found[f"{key}_seconden"], "s", where)
