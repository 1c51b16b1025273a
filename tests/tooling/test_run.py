"""The loket runs, is started a second time, stops, and starts again."""

import os
import signal
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guards.kopie_sqlite import copy_template
from tests.tooling.commando import Loket, assert_one_clear_line, eloket, free_ports

pytestmark = [pytest.mark.traag, pytest.mark.los]


@pytest.fixture
def migrated(request: pytest.FixtureRequest, tmp_path: Path, django_db_setup: None) -> None:
    """The database is there already; that it is made from nothing is seen by the other test."""
    copy_template(request.config, tmp_path / "db.sqlite3")


@pytest.fixture
def loket(tmp_path: Path) -> Iterator[Loket]:
    running = Loket(tmp_path, free_ports())
    yield running
    if running.process.poll() is None:
        running.stop(signal.SIGTERM)


def test_it_opens_refuses_a_second_start_and_stops_cleanly(loket: Loket) -> None:
    loket.wait_until_open()
    with urllib.request.urlopen(f"http://127.0.0.1:{loket.port}/healthz") as answer:
        assert answer.status == 200

    other = {**loket.settings, "PORT": str(free_ports())}
    assert_one_clear_line(eloket("run", **other), "het loket draait al", f"localhost:{loket.port}")

    assert loket.stop(signal.SIGINT) == 0
    assert loket.lines[-1].endswith("gestopt.")

    again = Loket(loket.data, loket.port)
    again.wait_until_open()
    assert again.stop(signal.SIGTERM) == 0
    assert "zet de database klaar" in "\n".join(loket.lines)
    assert "zet de database klaar" not in "\n".join(again.lines)
    assert "verzamelt stijlen" not in "\n".join(again.lines)


@pytest.mark.usefixtures("migrated")
def test_a_process_that_dies_is_started_again(loket: Loket) -> None:
    loket.wait_until_open()
    worker = next(int(pid) for pid in _children(loket.process.pid) if "worker" in _command(pid).split("\0"))
    os.kill(worker, signal.SIGKILL)
    assert loket.process.stdout is not None
    line = next(line for line in loket.process.stdout if "opnieuw gestart" in line)
    assert "worker stopte onverwacht (signaal SIGKILL)" in line


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def _command(pid: str) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text()
