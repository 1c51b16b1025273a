"""Uitgifte: a thousand products with their documents, and looking once a hundred thousand are there."""

import tempfile
from collections.abc import Iterator

from bench.meting import Meting
from bench.plaats import Plaats

#: Making a document does not depend on the database: one time all of them, else some.
DOCUMENTEN = {"SQLite": 1_000}
ENKELE = 120


def measure(place: Plaats) -> Iterator[Meting]:
    if place.database == "SQLite":
        yield from _measure_asking()
    yield from _measure_making(place)
    yield from _measure_looking(place)


def _measure_asking() -> Iterator[Meting]:
    """On an empty loket of its own: the demo has this form already, with other questions."""
    with tempfile.TemporaryDirectory(prefix="eloket-bench-") as data:
        place = Plaats("SQLite", {"ELOKET_DATA": data, "ELOKET_DEMO": "1"})
        place.fill(demo=False)
        asked = place.ask("bench.uitgifte.versturen")
    yield Meting("parkeervergunning, waiting after sending", asked["wachten"], "s", place.database, 1)
    yield Meting("parkeervergunning, document after that", asked["document"], "s", place.database, 5)


def _measure_making(place: Plaats) -> Iterator[Meting]:
    where, wanted = place.database, DOCUMENTEN.get(place.database, ENKELE)
    made = place.ask("bench.uitgifte.maken", str(wanted))
    yield Meting("products, issued in one run", made["uitgegeven"], "products", where, 1_000, "at least")
    yield Meting("product, handing over", made["uitgeven_ms"], "ms", where)
    yield Meting("products, sealed documents", made["gezegeld"], "PDFs", where, wanted, "at least")
    yield Meting("document with its seal, CPU", made["document_cpu"], "s", where, 1)
    yield Meting(f"worker, growth over {wanted} documents", made["groei_mb"], "MB", where, 30)


def _measure_looking(place: Plaats) -> Iterator[Meting]:
    where = place.database
    read = place.ask("bench.uitgifte.lezen", ELOKET_CONTROLE_PER_UUR="1000000")
    yield Meting("products in the city", read["producten"], "rows", where, 100_000, "at least")
    yield Meting("verify page, queries", read["controle_vragen"], "queries", where, 10)
    yield Meting("verify page, CPU", read["controle_cpu"], "ms", where, 20)
    yield Meting("handhaving, has this kenteken a right", read["handhaving"], "ms", where, 5)
    yield Meting("back office, first page", read["lijst_eerste"], "ms", where, 50)
    yield Meting("back office, last page", read["lijst_laatste"], "ms", where, 50)
    yield Meting("back office, slowest filter", read["lijst_filter"], "ms", where, 150)
    yield Meting("back office, slowest search", read["zoeken"], "ms", where, 20)
