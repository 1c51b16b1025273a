"""The legs of `make test`: SQLite and then PostgreSQL, and beside them a real browser.

A browser goes through its journeys one by one and waits for pages, so it has a lane of its own.

Usage: python -m tooling.testrun all|fast [pytest arguments]
"""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

from tooling import browser, checkers, postgres
from tooling.paths import ROOT, VENV_PYTHON
from tooling.shell import fail, say

NO_TESTS_COLLECTED = 5
WORKERS = 2


def main(which: str, arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="eloket-test-") as data:
        env = _environment(Path(data))
        results = _all(env, arguments) if which == "all" else {"SQLite": _leg_quick(env, arguments)}
    failed = [name for name, result in results.items() if not result]
    if failed:
        fail(f"the tests failed on {' and '.join(failed)}")


def _environment(data: Path) -> dict[str, str]:
    """The run's own data folder and no setting of the caller's shell: tests mean the same everywhere."""
    env = {name: value for name, value in os.environ.items() if not _is_setting(name)}
    # Tests start our programs many times: without bytecode on disk each would compile all of it again.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    shared = ROOT.parent / "shared" / "data"
    if shared.is_dir():
        env.setdefault("ELOKET_SHARED_DATA", str(shared))
    return {**env, "ELOKET_DATA": str(data)}


def _is_setting(name: str) -> bool:
    kept = ("ELOKET_CHROMIUM", "ELOKET_COMPONENTEN_VERPLICHT", "ELOKET_SHARED_DATA")
    return name == "DATABASE_URL" or (name.startswith("ELOKET_") and name not in kept)


def _all(env: dict[str, str], arguments: list[str]) -> dict[str, bool]:
    chromium = _find_chromium()
    env = {**env, "ELOKET_CHROMIUM": chromium}
    with ThreadPoolExecutor(1) as lane, tempfile.TemporaryFile("w+") as told:
        browsing = lane.submit(_leg_browser, env, arguments, told) if chromium else None
        results = {"SQLite": _leg_sqlite(env, arguments), "PostgreSQL": _leg_postgres(env, arguments)}
        if browsing:
            results["a browser"] = browsing.result()
            told.seek(0)
            print(told.read(), flush=True)
    return results


def _find_chromium() -> str:
    checkers.ensure()
    chromium = browser.find()
    if chromium is None:
        _missing("no Chromium, and none could be installed; as root: apt-get install chromium")
    return chromium or ""


def _leg_quick(env: dict[str, str], arguments: list[str]) -> bool:
    return _pytest(env, arguments, "SQLite, the quick ones", marker="not browser and not traag")


def _leg_sqlite(env: dict[str, str], arguments: list[str]) -> bool:
    return _pytest(env, arguments, "SQLite", marker="not browser")


def _leg_browser(env: dict[str, str], arguments: list[str], told: IO[str]) -> bool:
    """In a data folder of its own; what it says goes to `told`, apart from the lines of the other lane."""
    folder = Path(env["ELOKET_DATA"]) / "browser"
    folder.mkdir()
    title = f"a browser: {env['ELOKET_CHROMIUM']}"
    own = {**env, "ELOKET_DATA": str(folder)}
    return _pytest(own, arguments, title, marker="browser", workers=1, told=told)


def _leg_postgres(env: dict[str, str], arguments: list[str]) -> bool:
    with postgres.server() as url:
        if url is None:
            _missing("no PostgreSQL: set DATABASE_URL, or install it (Debian: apt-get install postgresql)")
            return True
        return _pytest(
            {**env, "DATABASE_URL": url}, arguments, "PostgreSQL", marker="not browser and not los"
        )


def _missing(text: str) -> None:
    """A missing component is told locally and fails where everything must have run."""
    if os.environ.get("CI") == "true":
        fail(text)
    say(f"NOT RUN: {text}")


def _pytest(
    env: dict[str, str],
    arguments: list[str],
    title: str,
    *,
    marker: str,
    workers: int = WORKERS,
    told: IO[str] | None = None,
) -> bool:
    """Run one leg. A selection by ARGS may hold nothing for this leg; without one, no tests is a failure."""
    say(f"tests on {title} …")
    began = time.monotonic()
    spread = ["-n", str(workers), "--dist", "loadgroup"]  # a group shares what is slow to make
    command = [str(VENV_PYTHON), "-m", "pytest", *spread, "-m", marker, *arguments]
    code = subprocess.run(command, cwd=ROOT, env=env, stdout=told, stderr=told).returncode
    say(f"tests on {title}: {time.monotonic() - began:.0f} s")
    return code == 0 or (code == NO_TESTS_COLLECTED and bool(arguments))


if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2:])
    except KeyboardInterrupt:
        raise SystemExit(130) from None
