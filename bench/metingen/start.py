"""From a fresh clone to a filled demo in the browser, with warm package caches."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.meting import Meting
from bench.plaats import PRODUCT, Plaats
from bench.verkeer import status
from tooling.paths import ROOT
from tooling.postgres import free_port

ONCE = True
LIMIT_SECONDS = 120


def measure(place: Plaats) -> Iterator[Meting]:
    with tempfile.TemporaryDirectory(prefix="eloket-bench-") as folder:
        clone = Path(folder) / "eloket"
        began = time.monotonic()
        subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
        seconds = _until_filled(clone, began)
    yield Meting("fresh clone to filled demo", seconds, "s", "SQLite", LIMIT_SECONDS)


def _until_filled(clone: Path, began: float) -> float:
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ELOKET_")}
    environment = {**kept, "PORT": str(port), "ELOKET_DATA": str(clone / "var")}
    environment.pop("DATABASE_URL", None)
    child = subprocess.Popen(["make", "run"], cwd=clone, env=environment, start_new_session=True)
    try:
        while status(port, PRODUCT) != 200:
            if child.poll() is not None or time.monotonic() - began > 5 * LIMIT_SECONDS:
                raise RuntimeError("make run in a fresh clone did not come to a product page")
            time.sleep(0.2)
        return time.monotonic() - began
    finally:
        os.killpg(child.pid, signal.SIGTERM)
        child.wait(60)
