"""A ZGW register: Mijn zaken at 20 ms a call, an hour without it, workers that die, a large document."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.meting import Meting
from bench.plaats import Plaats
from bench.zgw import sterven, verbreken
from tooling.paths import ROOT

ONCE = True
AANVRAGEN, KILLED_AANVRAGEN, KILLED_SECONDS = 200, 10, 240
DOCUMENT_MB, FLAT_MB = 200, 20


def measure(place: Plaats) -> Iterator[Meting]:
    yield from measure_reading(place)
    yield from measure_outage(place)
    yield from measure_deaths(place)
    yield from measure_document(place)


def measure_outage(place: Plaats) -> Iterator[Meting]:
    found = place.ask("bench.zgw.storing", str(AANVRAGEN))
    name, where = f"ZGW away for an hour, {AANVRAGEN} aanvragen", place.database
    yield Meting(f"{name}, zaken while it was away", found["early"], "zaken", where, 0)
    yield Meting(f"{name}, lost", found["lost"], "zaken", where, 0)
    yield Meting(f"{name}, double", found["double"], "things", where, 0)
    yield Meting(f"{name}, out of order", found["disordered"], "zaken", where, 0)
    yield Meting(f"{name}, all in after", found["minutes"], "minutes", where, 15)
    yield Meting(f"{name}, calls a zaak", found["calls"], "calls", where)


def measure_deaths(place: Plaats) -> Iterator[Meting]:
    found = sterven.endure(place, KILLED_AANVRAGEN, seconds=KILLED_SECONDS)
    name, where = "ZGW, a worker killed at every step", place.database
    yield Meting(f"{name}, killed", found.killed, "times", where, len(sterven.STAPPEN), "at least")
    yield Meting(f"{name}, incomplete", found.incomplete, "things", where, 0)
    yield Meting(f"{name}, double", found.double, "things", where, 0)


def measure_document(place: Plaats) -> Iterator[Meting]:
    with tempfile.TemporaryDirectory(prefix="eloket-bench-") as folder:
        file = verbreken.make_file(Path(folder) / "groot.bin", DOCUMENT_MB * verbreken.MB)
        found = verbreken.hand_over(place.environment, file)
    name = f"ZGW, {DOCUMENT_MB} MB in {verbreken.PARTS} parts, line cut"
    yield Meting(f"{name}, whole", float(found.whole), "document", "", 1, "at least")
    yield Meting(f"{name}, parts received", found.received, "parts", "", verbreken.PARTS)
    yield Meting(f"{name}, memory", found.grown, "MB", "", FLAT_MB)
    yield Meting(f"{name}, time", found.seconds, "s", "")


def measure_reading(place: Plaats) -> Iterator[Meting]:
    command = [sys.executable, "-m", "bench.zgw.lezen"]
    environment = {**place.environment, "ELOKET_LOGNIVEAU": "WARNING"}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    found = json.loads(done.stdout.splitlines()[-1])
    name = "ZGW at 20 ms a call"
    yield Meting(f"{name}, list of 20, calls", found["lijst_vragen"], "calls", "", 1)
    yield Meting(f"{name}, 100 zaken paged, calls a page", found["lijsten_vragen"], "calls", "", 1)
    yield Meting(f"{name}, detail, calls", found["zaak_vragen"], "calls", "", 4)
    yield Meting(f"{name}, list of 20, cold", found["lijst_koud"] * 1000, "ms", "", 300)
    yield Meting(f"{name}, list of 20, warm", found["lijst_warm"] * 1000, "ms", "")
    yield Meting(f"{name}, detail", found["zaak"] * 1000, "ms", "", 200)
