"""Measure everything, print a table, write var/bench.json. Exit code 1 when a limit is missed.

Usage: python -m bench [part of a measurement's name …]
"""

import importlib
import json
import os
import pkgutil
import platform
import sys
import tempfile
from collections.abc import Iterator
from types import ModuleType

from bench import metingen
from bench.databank import database
from bench.meting import Meting
from bench.plaats import Plaats
from tooling.paths import VAR
from tooling.shell import say


def main(wanted: list[str]) -> int:
    modules = [
        module for module in _modules() if not wanted or any(word in module.__name__ for word in wanted)
    ]
    results = []
    for meting in _measure_all(modules):
        print(meting.as_line(), flush=True)
        results.append(meting)
    VAR.mkdir(exist_ok=True)
    rows = [meting.as_row(_machine()) for meting in results]
    (VAR / "bench.json").write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
    missed = [meting.name for meting in results if not meting.holds]
    say(f"wrote var/bench.json; {'missed: ' + ', '.join(missed) if missed else 'every limit holds'}")
    return 1 if missed else 0


def _modules() -> list[ModuleType]:
    names = sorted(found.name for found in pkgutil.iter_modules(metingen.__path__))
    return [importlib.import_module(f"bench.metingen.{name}") for name in names]


def _measure_all(modules: list[ModuleType]) -> Iterator[Meting]:
    """On SQLite everything; on PostgreSQL, where there is one, what depends on the database."""
    with tempfile.TemporaryDirectory(prefix="eloket-bench-") as data:
        place = Plaats("SQLite", {"ELOKET_DATA": data})
        for module in modules:
            yield from module.measure(place)
    modules = [module for module in modules if not getattr(module, "ONCE", False)]
    if not modules:
        return
    with tempfile.TemporaryDirectory(prefix="eloket-bench-") as data, database() as url:
        if url is None:
            say("no PostgreSQL on this machine; measured on SQLite only")
            return
        place = Plaats("PostgreSQL", {"ELOKET_DATA": data, "DATABASE_URL": url})
        for module in modules:
            yield from module.measure(place)


def _machine() -> str:
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
