"""Mijn zaken on the built-in register: a million zaken beside a thousand, on PostgreSQL."""

from collections.abc import Iterator

from bench.meting import Meting
from bench.plaats import Plaats

FEW, MANY = 1_000, 1_000_000
PAGES = {"lijst": "list", "zaak": "one zaak"}


def measure(place: Plaats) -> Iterator[Meting]:
    if place.database != "PostgreSQL":
        return  # nobody has a million zaken on SQLite
    few = place.ask("bench.zaken.lezen", str(FEW))
    many = place.ask("bench.zaken.lezen", str(MANY))
    for page, name in PAGES.items():
        title = f"Mijn zaken, {name}"
        yield Meting(f"{title}, queries, a million", many[f"{page}_queries"], "queries", place.database, 12)
        more = many[f"{page}_queries"] - few[f"{page}_queries"]
        yield Meting(f"{title}, queries more than a thousand", more, "queries", place.database, 0)
        yield Meting(f"{title}, p95, a million", many[f"{page}_p95"], "ms", place.database)
        ratio = many[f"{page}_p95"] / few[f"{page}_p95"]
        yield Meting(f"{title}, p95 million / thousand", ratio, "ratio", place.database, 2)
