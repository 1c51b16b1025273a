"""Memory of one web process after a thousand requests, and of the worker after real work."""

import time
from collections.abc import Iterator

from bench.geheugen import resident_mb
from bench.meting import Meting
from bench.plaats import PRODUCT, Plaats
from bench.verkeer import status

REQUESTS = 1000
LIMIT_MB = 200
AANVRAGEN = 20
WORKER_SECONDS = 25
PATHS = ("/", PRODUCT, "/themas/", "/zoeken/?q=verhuizen", "/en/", "/bestaat-niet/", "/beheer/", "/inloggen/")


def measure(place: Plaats) -> Iterator[Meting]:
    with place.web() as web:
        # A new query each time: the pages are built, not only handed out from the cache.
        for number in range(REQUESTS):
            path = PATHS[number % len(PATHS)]
            status(web.port, f"{path}{'&' if '?' in path else '?'}n={number}")
        web_mb = max(resident_mb(pid) for pid in web.workers())
    yield Meting(f"web process after {REQUESTS} requests", web_mb, "MB", place.database, LIMIT_MB)

    place.ask("bench.klachten", str(AANVRAGEN))
    with place.process("-m", "django", "worker") as worker:
        time.sleep(WORKER_SECONDS)  # a copy (PDF) and a mail for each aanvraag
        worker_mb = resident_mb(worker.pid)
    yield Meting(
        f"worker process after {AANVRAGEN} copies and mails", worker_mb, "MB", place.database, LIMIT_MB
    )
