"""A thousand aanvragen while processes are killed and no mail server answers: none lost, none double.

`tests/browser/test_sterfte.py` is the short form.
"""

import os
import random
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace

from bench.formulieren.velen import send_many
from bench.meting import Meting
from bench.metingen.aanvragen import drain
from bench.plaats import Plaats, Web

AANVRAGEN = 1000
KILL_EVERY = 40  # aanvragen
NO_MAIL = {"ELOKET_SMTP_URL": "smtp://127.0.0.1:1"}


def measure(place: Plaats) -> Iterator[Meting]:
    place.ask("bench.formulieren.maken")
    before = place.ask("bench.formulieren.tellen")["aanvragen"]
    sent: list[str] = []
    harsh = replace(place, settings={**place.settings, **NO_MAIL})
    with harsh.web() as web:
        killer = Killer(harsh, web, sent)
        killer.start()
        rate = send_many(web.port, AANVRAGEN, patience=120, sent=sent)
        killer.stop()
    place.ask("bench.formulieren.opnieuw")  # the mail server is back
    after = drain(place)
    name, where = f"{AANVRAGEN} aanvragen, killed processes", place.database
    yield Meting(
        f"{name}, killed", len(killer.killed), "times", where, AANVRAGEN / KILL_EVERY / 2, "at least"
    )
    yield Meting(f"{name}, sent", rate, "a second", where)
    missing = len(set(sent)) - (after["aanvragen"] - before)
    yield Meting(f"{name}, lost", abs(missing) + after["lost"], "aanvragen", where, 0)
    yield Meting(f"{name}, double", after["double"], "aanvragen", where, 0)


class Killer(threading.Thread):
    """Kills a process of the website or the worker after every so many aanvragen; the worker comes back."""

    def __init__(self, place: Plaats, web: Web, sent: list[str]) -> None:
        super().__init__(daemon=True)
        self.place, self.web, self.sent = place, web, sent
        self.killed: list[int] = []
        self._enough = threading.Event()

    def run(self) -> None:
        with ExitStack() as workers:
            worker = self._start_worker(workers)
            while not self._enough.wait(random.random() / 2):
                if len(self.sent) < KILL_EVERY * (len(self.killed) + 1):
                    continue
                self._kill(random.choice([*self.web.workers(), worker.pid]))
                if worker.poll() is not None:
                    worker = self._start_worker(workers)

    def stop(self) -> None:
        self._enough.set()
        self.join()

    def _start_worker(self, workers: ExitStack) -> subprocess.Popen[bytes]:
        return workers.enter_context(self.place.process("-m", "django", "worker"))

    def _kill(self, pid: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            self.killed.append(pid)
