"""Mijn zaken on a ZGW register of 20 ms a call: a hundred zaken, in all zaaktypen of the demo."""

import json
import subprocess
import sys
from collections.abc import Iterator

from bench.meting import Meting
from bench.plaats import Plaats
from tooling.paths import ROOT

ONCE = True


def measure(place: Plaats) -> Iterator[Meting]:
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
