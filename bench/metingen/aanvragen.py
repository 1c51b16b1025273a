"""Aanvragen of a form of three steps: what one costs, and how many a second eight people send at once."""

from collections.abc import Iterator

from bench.beproeving import drain
from bench.formulieren.maken import DRIE
from bench.formulieren.velen import send_many
from bench.meting import Meting
from bench.plaats import Plaats

AANVRAGEN = 160
DRAIN_SECONDS = 300
A_SECOND = {"PostgreSQL": 10.0}  # of SQLite it is only told


def measure(place: Plaats) -> Iterator[Meting]:
    place.ask("bench.formulieren.maken")
    one = place.ask("bench.formulieren.een")
    name, where = "aanvraag of three steps", place.database
    yield Meting(f"{name}, requests to the receipt", one["requests"], "requests", where, 10)
    yield Meting(f"{name}, queries of a step", one["step_queries"], "queries", where, 10)
    yield Meting(f"{name}, queries of sending", one["send_queries"], "queries", where)
    yield Meting(f"{name}, CPU web", one["web_ms"], "ms", where)
    yield Meting(f"{name}, CPU worker without PDF", one["worker_ms"], "ms", where)
    yield Meting(f"{name}, CPU together", one["web_ms"] + one["worker_ms"], "ms", where, 100)
    yield Meting(f"{name}, CPU of the PDF", one["pdf_ms"], "ms", where)
    yield Meting("step of a form of 20 × 20 / of 3 × 5, CPU", one["ratio"], "ratio", where, 2)

    before = place.ask("bench.formulieren.tellen")["aanvragen"]
    with place.web() as web:
        send_many(web.port, 8)  # each process has read the form
        rate = send_many(web.port, AANVRAGEN)
    yield Meting(f"{name}, eight clients", rate, "a second", where, A_SECOND.get(where), "at least")
    after = drain(place, slug=DRIE, seconds=DRAIN_SECONDS)
    missing = AANVRAGEN + 8 - (after["aanvragen"] - before)
    yield Meting(f"{name}, lost", missing + after["lost"], "aanvragen", where, 0)
    yield Meting(f"{name}, double", after["double"], "aanvragen", where, 0)
