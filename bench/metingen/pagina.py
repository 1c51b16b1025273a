"""A product page: from the cache beside a constant view, and uncached in queries and CPU time."""

from collections.abc import Iterator
from statistics import median

from bench.geheugen import cpu_seconds
from bench.meting import Meting
from bench.plaats import CONSTANT, PRODUCT, Plaats, Web
from bench.verkeer import requests_a_second, status

ROUNDS = 5
SECONDS = 3


def measure(place: Plaats) -> Iterator[Meting]:
    with place.web() as web:
        for path in (PRODUCT, CONSTANT) * 10:
            status(web.port, path)
        # In turns, so that whatever else the machine does disturbs both alike.
        rounds = [(_rate(web, PRODUCT), _rate(web, CONSTANT)) for _ in range(ROUNDS)]
    page, constant = (median(rate for rate, _ in column) for column in zip(*rounds, strict=True))
    page_cpu, constant_cpu = (median(cpu for _, cpu in column) for column in zip(*rounds, strict=True))
    yield Meting("product page from cache", page, "req/s", place.database)
    yield Meting("constant view", constant, "req/s", place.database)
    ratio = median(one[0] / other[0] for one, other in rounds)
    yield Meting("product page from cache / constant view", ratio, "ratio", place.database, 0.8, "at least")
    yield Meting("product page from cache, CPU", page_cpu, "ms", place.database)
    yield Meting("constant view, CPU", constant_cpu, "ms", place.database)

    for language, prefix in (("Dutch", ""), ("English", "/en")):
        uncached = place.ask("bench.ongecachet", prefix + PRODUCT)
        name = f"product page uncached, {language}"
        yield Meting(f"{name}, queries", uncached["queries"], "queries", place.database, 10)
        yield Meting(f"{name}, CPU", uncached["cpu_ms"], "ms", place.database, 10)


def _rate(web: Web, path: str) -> tuple[float, float]:
    """Requests a second, and the server's CPU milliseconds for each."""
    before = cpu_seconds(web.workers())
    rate = requests_a_second(web.port, path, seconds=SECONDS)
    spent = cpu_seconds(web.workers()) - before
    return rate, 1000 * spent / (rate * SECONDS)
