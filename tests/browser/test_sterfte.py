"""Processes of website and worker are killed while people send: nothing is lost, nothing is double."""

import os
import random
import signal
import sqlite3
import threading
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bench.formulieren.velen import send_many
from tests.components import Loket
from tests.outbox.werkers import wait_until

pytestmark = pytest.mark.traag

AANVRAGEN = 24
KILL_EVERY = 4  # aanvragen, however fast this machine is


def test_people_send_while_processes_die(loket: Loket) -> None:
    before = aanvragen(loket)
    killed: list[int] = []
    sent: list[str] = []
    enough = threading.Event()
    killer = threading.Thread(target=kill_now_and_then, args=(loket, sent, killed, enough))
    killer.start()
    try:
        port = urlsplit(loket.url).port or 80
        send_many(port, AANVRAGEN, slug="klacht", patience=120, sent=sent)
    finally:
        enough.set()
        killer.join()
    assert len(killed) > 1, "nobody died, so this proves nothing"
    assert len(set(sent)) == AANVRAGEN
    found = aanvragen(loket) - before
    assert {uuid for uuid, _number in found} == {uuid_of(receipt) for receipt in sent}
    wait_until(lambda: not waiting(loket), seconds=120)
    numbers = [number for _uuid, number in found]
    assert sorted(zaken(loket, numbers)) == sorted(numbers)


def kill_now_and_then(loket: Loket, sent: list[str], killed: list[int], enough: threading.Event) -> None:
    """A random process of the website or the worker, without warning, somewhere in the next aanvragen."""
    while not enough.wait(random.random() / 2):
        if len(sent) >= KILL_EVERY * (len(killed) + 1):
            victim = random.choice(processes(loket))
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
                killed.append(victim)


def processes(loket: Loket) -> list[int]:
    """The processes that serve this counter, and its worker; not the ones that watch over them."""
    port = f":{urlsplit(loket.url).port}"
    serving = [pid for pid, words in commands() if "gunicorn" in words and words.endswith(port)]
    serving += [pid for pid, words in commands() if "gunicorn" in words and f"{port} " in words]
    children = [pid for pid in set(serving) if parent(pid) in serving]
    workers = [pid for pid, words in commands() if words.endswith("django worker") and is_of(pid, loket)]
    return [*children, *workers]


def commands() -> list[tuple[int, str]]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(OSError):
                words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                found.append((int(folder.name), words.strip()))
    return found


def parent(pid: int) -> int:
    with suppress(OSError):
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    return 0


def is_of(pid: int, loket: Loket) -> bool:
    with suppress(OSError):
        return f"ELOKET_DATA={loket.data}".encode() in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    return False


def uuid_of(receipt: str) -> str:
    return receipt.rstrip("/").split("/")[-2].replace("-", "")


def ask(loket: Loket, sql: str, *values: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(f"file:{loket.data / 'db.sqlite3'}?mode=ro", uri=True, timeout=20)) as db:
        return db.execute(sql, values).fetchall()


def aanvragen(loket: Loket) -> set[tuple[str, ...]]:
    return set(ask(loket, "SELECT uuid, identificatie FROM formulieren_aanvraag"))


def zaken(loket: Loket, numbers: list[str]) -> list[str]:
    places = ",".join("?" * len(numbers))
    sql = f"SELECT identificatie FROM zaken_zaak WHERE identificatie IN ({places})"
    return [number for (number,) in ask(loket, sql, *numbers)]


def waiting(loket: Loket) -> int:
    return len(ask(loket, "SELECT id FROM outbox_opdracht WHERE status != 'klaar'"))
