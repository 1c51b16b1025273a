"""Second leg of .ci/run: the kern on the newest Wagtail, and the newest Django where a newer Python is found.

It keeps the step to the next long-term lines a change of lock.

Usage: python -m tooling.newest
"""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

from tooling import venv
from tooling.paths import ROOT, VAR
from tooling.shell import digest, fail, output_of, run, say, which

LOCK = ROOT / "requirements-newest.lock"
NAMES = ("python3.14", "python3.13", "python3.12")
MANAGE = ["-c", "from eloket.cli import main; import sys; sys.exit(main(['manage', *sys.argv[1:]]))"]
VERSIONS = (
    "import django, sys, wagtail; print(sys.version.split()[0], django.__version__, wagtail.__version__)"
)
LATER = ["-W", "default::DeprecationWarning", "-W", "default::PendingDeprecationWarning"]
STEPS = {
    "check": [*MANAGE, "check"],
    "migrate": [*MANAGE, "migrate", "--verbosity", "0"],
    "makemigrations": [*MANAGE, "makemigrations", "--check", "--dry-run"],
}
# What the newest pair announces for later is printed; it fails nothing before the lock moves.
KERN = ["-m", "pytest", "-q", "-n", "2", "-m", "kern", *LATER]


def main() -> None:
    python = _environment(_newest_python())
    found = output_of([python, "-c", VERSIONS]).split()
    title = "Python {}, Django {}, Wagtail {}".format(*found)
    say(f"newest leg runs on {title}")
    with tempfile.TemporaryDirectory(prefix="eloket-newest-") as data:
        failed = _failed(python, data)
    if failed:
        fail(f"newest leg ({title}) failed: {', '.join(failed)}")
    say(f"newest leg passed on {title}")


def _failed(python: Path, data: str) -> list[str]:
    """The steps one by one, and beside them the tests: each makes a database of its own, on one core."""
    with ThreadPoolExecutor(1) as lane, tempfile.TemporaryFile("w+") as told:
        testing = lane.submit(_passes, python, KERN, data, told)
        failed = [name for name, words in STEPS.items() if not _passes(python, words, data)]
        if not testing.result():
            failed.append("kern tests")
        told.seek(0)
        print(told.read(), flush=True)
    return failed


def _passes(python: Path, words: list[str], data: str, told: IO[str] | None = None) -> bool:
    env = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "PYTHONPATH")}
    env |= {"ELOKET_DATA": data, "PYTHONPATH": str(ROOT)}
    command = [str(python), *words]
    return subprocess.run(command, cwd=ROOT, env=env, stdout=told, stderr=told).returncode == 0


def _newest_python() -> str:
    """A Python that new Django takes, else this one. A version manager's shim may be there and not run."""
    pyenv = sorted(Path.home().glob(".pyenv/versions/3.1[2-4].*/bin/python"), key=_version, reverse=True)
    candidates = [*(path for name in NAMES if (path := which(name))), *map(str, pyenv)]
    return next((path for path in candidates if output_of([path, "--version"])), sys.executable)


def _version(python: Path) -> list[int]:
    return [int(part) for part in python.parts[-3].split(".") if part.isdigit()]


def _environment(base: str) -> Path:
    """A virtual environment of its own under var/, filled from its own hashed lock."""
    folder = VAR / "newest"
    stamp, mark = folder / "eloket-setup", digest([LOCK], extra=f"{base}{ROOT}")
    python = folder / "bin" / "python"
    if stamp.exists() and stamp.read_text() == mark:
        return python
    say(f"makes the environment of the newest leg with {base} …")
    if not (run([base, "-m", "venv", "--clear", folder]) and venv.install(LOCK, python)):
        fail("the packages of the newest leg could not be installed")
    stamp.write_text(mark)
    return python


if __name__ == "__main__":
    main()
