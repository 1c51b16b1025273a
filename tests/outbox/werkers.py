"""Real worker processes on the database of the test."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen

from django.conf import settings
from django.db import connection

from tests.components import process
from tests.tooling.commando import clean_environment

COMMAND = "from django.core.management import execute_from_command_line as go; go(['eloket', 'worker'])"


@contextmanager
def worker(folder: Path, **extra: str) -> Iterator[Popen[bytes]]:
    """One worker; what it says goes to `folder`/worker.log."""
    env = clean_environment(
        ELOKET_DATA=str(settings.ELOKET_DATA),
        ELOKET_DEMO="1",
        DATABASE_URL=database_url(),
        DJANGO_SETTINGS_MODULE="tests.outbox.proefapp.settings",
        PROEF_MAP=str(folder),
        PYTHONUNBUFFERED="1",
        **extra,
    )
    with process([sys.executable, "-c", COMMAND], folder / "worker.log", env) as child:
        yield child


def database_url() -> str:
    """The test database itself, as a worker must be told."""
    facts = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite://{facts['NAME']}"
    login = facts["USER"] + (f":{facts['PASSWORD']}" if facts["PASSWORD"] else "")
    return f"postgres://{login}@{facts['HOST']}:{facts['PORT']}/{facts['NAME']}"


def wait_until(true: Callable[[], object], seconds: float = 30) -> float:
    """Wait for something to become true; how many seconds that took. Fails when it never does."""
    began = time.monotonic()
    while not true():
        assert time.monotonic() - began < seconds, "this never became true"
        time.sleep(0.02)
    return time.monotonic() - began


def lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []
