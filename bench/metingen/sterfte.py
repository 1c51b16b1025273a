"""A thousand aanvragen while processes are killed, the database restarts, and register and mail are away.

None lost, none double: `bench/beproeving.py`. `tests/formulieren/test_beproeving.py` is its short form.
"""

from collections.abc import Iterator

from bench.beproeving import RESTARTS, endure
from bench.formulieren.maken import DRIE
from bench.meting import Meting
from bench.plaats import Plaats

AANVRAGEN = 1000
KILL_EVERY = 40  # aanvragen
DRAIN_SECONDS = 600


def measure(place: Plaats) -> Iterator[Meting]:
    place.ask("bench.formulieren.maken")
    found = endure(place, AANVRAGEN, slug=DRIE, kill_every=KILL_EVERY, seconds=DRAIN_SECONDS)
    name, where = f"{AANVRAGEN} aanvragen, all fails", place.database
    yield Meting(f"{name}, killed", found.killed, "times", where, AANVRAGEN / KILL_EVERY / 2, "at least")
    if where == "PostgreSQL":
        yield Meting(f"{name}, database restarted", found.restarted, "times", where, RESTARTS, "at least")
    yield Meting(f"{name}, sent", found.rate, "a second", where)
    yield Meting(f"{name}, zaken before the register was up", found.early, "zaken", where, 0)
    yield Meting(f"{name}, lost", found.lost, "aanvragen", where, 0)
    yield Meting(f"{name}, double", found.double, "aanvragen", where, 0)
