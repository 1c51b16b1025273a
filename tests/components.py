"""The real components that tests talk to, each on a loopback port of its own, stopped by its own process id.

A test asks for one as a fixture. A component that this machine lacks skips the test by name; where everything
must have run (ELOKET_COMPONENTEN_VERPLICHT=1) it fails instead. PostgreSQL is started by bin/test, for all.
"""

import getpass
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.guards.kopie_sqlite import copy_template
from tests.tooling.commando import ROOT, START, clean_environment, free_ports

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def need(found: str | None, name: str) -> str:
    """The path of a component; without it the test is skipped by name, or fails where all must run."""
    if found:
        return found
    if os.environ.get("ELOKET_COMPONENTEN_VERPLICHT") == "1":
        pytest.fail(f"{name} is missing")
    pytest.skip(f"{name} is not on this machine")


@contextmanager
def process(
    command: list[str], log: Path, env: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A program that lives as long as the block; what it says goes to `log`."""
    with log.open("ab") as out:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=env, cwd=ROOT)
    try:
        yield child
    finally:
        child.send_signal(signal.SIGTERM)
        try:
            child.wait(30)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def wait_for(told: str, log: Path, child: subprocess.Popen[bytes], seconds: float) -> None:
    """Until the program has said this."""
    deadline = time.monotonic() + seconds
    while told not in log.read_text(errors="replace"):
        if child.poll() is not None or time.monotonic() > deadline:
            pytest.fail(f"{child.args!r} never said {told!r}:\n{log.read_text(errors='replace')[-3000:]}")
        time.sleep(0.05)


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An empty Redis server."""
    program, folder, port = (
        need(shutil.which("redis-server"), "redis-server"),
        tmp_path_factory.mktemp("redis"),
        free_ports(),
    )
    command = [
        program,
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--dir",
        str(folder),
        "--save",
        "",
        "--daemonize",
        "no",
    ]
    with process(command, folder / "log") as child:
        wait_for("Ready to accept connections", folder / "log", child, 10)
        yield f"redis://127.0.0.1:{port}/0"


EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
CLAMD = """Foreground yes
DatabaseDirectory {folder}/db
TCPSocket {port}
TCPAddr 127.0.0.1
StreamMaxLength 1M
User {user}
"""


@pytest.fixture(scope="session")
def clamd_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real clamd that knows one virus, EICAR, and takes streams of at most 1 MB."""
    program = need(shutil.which("clamd", path=f"{os.environ.get('PATH', '')}:/usr/sbin"), "clamd")
    folder, port = tmp_path_factory.mktemp("clamd"), free_ports()
    (folder / "db").mkdir()
    (folder / "db" / "proef.ndb").write_text(f"Eicar-Proef:0:*:{EICAR.hex()}\n")
    config = CLAMD.format(folder=folder, port=port, user=getpass.getuser())
    (folder / "clamd.conf").write_text(config)
    with process([program, "-c", str(folder / "clamd.conf")], folder / "log") as child:
        wait_for("Self checking every", folder / "log", child, 30)
        yield f"tcp://127.0.0.1:{port}"


@dataclass
class Postbus:
    """A mail server that keeps what it gets. It turns down `refuse` for good, and `busy` for now."""

    port: int
    mails: list[EmailMessage] = field(default_factory=list)
    refuse: set[str] = field(default_factory=set)
    busy: set[str] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"


@pytest.fixture
def postbus() -> Iterator[Postbus]:
    from aiosmtpd.controller import Controller

    from tests.postbus import Ontvanger

    box = Postbus(free_ports())
    server = Controller(Ontvanger(box), hostname="127.0.0.1", port=box.port)
    server.start()
    yield box
    server.stop()


@dataclass
class Loket:
    """The whole running counter, as `make run` starts it: web, worker and login provider."""

    url: str
    data: Path
    log: Path

    def said(self) -> str:
        return self.log.read_text(errors="replace")


@pytest.fixture(scope="session")
def loket(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, django_db_setup: None
) -> Iterator[Loket]:
    """The filled demo counter on a data folder of its own; about ten seconds to open."""
    data, port = tmp_path_factory.mktemp("loket"), free_ports()
    copy_template(request.config, data / "db.sqlite3")  # django_db_setup made it, or waited for who did
    with run_loket(data, port) as found:
        yield found


@contextmanager
def run_loket(data: Path, port: int, **settings: str) -> Iterator[Loket]:
    """`eloket run` on this data folder, as a demo."""
    # All tests come from one address, and faster than people.
    names = ("ELOKET_FORMULIER_PER_UUR", "ELOKET_FORMULIER_PER_EMAIL", "ELOKET_AFSPRAAK_PER_HALFUUR")
    limits = dict.fromkeys(names, "100000")
    limits["ELOKET_FORMULIER_SECONDEN"] = "0"
    env = clean_environment(ELOKET_DATA=str(data), PORT=str(port), ELOKET_DEMO="1", **limits, **settings)
    log = data.parent / f"{data.name}.log"
    with process([sys.executable, "-u", "-c", START, "run"], log, env) as child:
        wait_for("het loket is open", log, child, 180)
        yield Loket(f"http://localhost:{port}", data, log)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser."""
    named = os.environ.get("ELOKET_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    return need(named, "Chromium")
