"""The legs of `make test`: SQLite with a real browser, then PostgreSQL without.

Usage: python -m tooling.testrun all|fast [pytest arguments]
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tooling import browser, checkers, postgres
from tooling.paths import ROOT, VENV_PYTHON
from tooling.shell import fail, say

NO_TESTS_COLLECTED = 5
WORKERS = ["-n", "2", "--dist", "loadgroup"]  # a group shares one running counter


def main(which: str, arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="eloket-test-") as data:
        env = _environment(Path(data))
        results = {"SQLite": _leg_sqlite(env, arguments, with_browser=which == "all")}
        if which == "all":
            results["PostgreSQL"] = _leg_postgres(env, arguments)
    failed = [name for name, result in results.items() if not result]
    if failed:
        fail(f"the tests failed on {' and '.join(failed)}")


def _environment(data: Path) -> dict[str, str]:
    """The run's own data folder and no setting of the caller's shell: tests mean the same everywhere."""
    env = {name: value for name, value in os.environ.items() if not _is_setting(name)}
    shared = ROOT.parent / "shared" / "data"
    if shared.is_dir():
        env.setdefault("ELOKET_SHARED_DATA", str(shared))
    return {**env, "ELOKET_DATA": str(data)}


def _is_setting(name: str) -> bool:
    kept = ("ELOKET_CHROMIUM", "ELOKET_COMPONENTEN_VERPLICHT", "ELOKET_SHARED_DATA")
    return name == "DATABASE_URL" or (name.startswith("ELOKET_") and name not in kept)


def _leg_sqlite(env: dict[str, str], arguments: list[str], *, with_browser: bool) -> bool:
    if not with_browser:
        return _pytest(env, arguments, "SQLite, the quick ones", marker="not browser and not traag")
    checkers.ensure()
    chromium = browser.find()
    if chromium is None:
        _missing("no Chromium, and none could be installed; as root: apt-get install chromium")
    return _pytest(
        {**env, "ELOKET_CHROMIUM": chromium or ""}, arguments, f"SQLite, browser: {chromium or 'none'}"
    )


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


def _pytest(env: dict[str, str], arguments: list[str], title: str, *, marker: str = "") -> bool:
    """Run one leg. A selection by ARGS may hold nothing for this leg; without one, no tests is a failure."""
    say(f"tests on {title} …")
    began = time.monotonic()
    command = [str(VENV_PYTHON), "-m", "pytest", *WORKERS, *(["-m", marker] if marker else []), *arguments]
    code = subprocess.run(command, cwd=ROOT, env=env).returncode
    say(f"tests on {title}: {time.monotonic() - began:.0f} s")
    return code == 0 or (code == NO_TESTS_COLLECTED and bool(arguments))


if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2:])
    except KeyboardInterrupt:
        raise SystemExit(130) from None
