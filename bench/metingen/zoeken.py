"""The search page over a thousand products, every question of the test, and what is asked while typing."""

from collections.abc import Iterator

from bench.meting import Meting
from bench.plaats import Plaats


def measure(place: Plaats) -> Iterator[Meting]:
    found = place.ask("bench.zoektijd")
    name = "search over 1,000 products"
    yield Meting(f"{name}, CPU (median question)", found["median"], "ms", place.database, 50)
    yield Meting(f"{name}, CPU (slowest of twenty)", found["slow"], "ms", place.database, 50)
    yield Meting(f"{name}, CPU after a publish", found["first"], "ms", place.database)
    yield Meting("suggestions over 1,000 products, CPU", found["typed"], "ms", place.database)
