"""Aanvragen while everything fails: processes die, the database restarts, register and mail are away.

`bench/metingen/sterfte.py` does it with a thousand, `tests/formulieren/test_beproeving.py` with a few.
"""

import os
import random
import signal
import subprocess
import threading
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from bench.databank import restart
from bench.formulieren.velen import send_many
from bench.plaats import Plaats, Web

NO_MAIL = {"ELOKET_SMTP_URL": "smtp://127.0.0.1:1"}
RESTARTS = 2
FAR_REGISTER = {"DJANGO_SETTINGS_MODULE": "bench.instellingen"}


@dataclass(frozen=True)
class Uitkomst:
    """What became of it. `early`: zaken that were there while the register was not."""

    killed: int
    restarted: int
    rate: float
    early: int
    lost: int
    double: int


def endure(place: Plaats, number: int, *, slug: str, kill_every: int, seconds: float) -> Uitkomst:
    """Send so many aanvragen of this form through all of it, let the register come up, and count.

    `kill_every`: aanvragen for each killed process. `seconds`: how long the worker gets for what waits.
    """
    calm = replace(place, settings={**place.settings, **FAR_REGISTER})
    harsh = replace(calm, settings={**calm.settings, **NO_MAIL})
    away = Path(place.settings["ELOKET_DATA"]) / "register-weg"
    before = calm.ask("bench.formulieren.tellen", slug)
    sent: list[str] = []
    away.touch()
    with harsh.web() as web:
        plagen = Plagen(harsh, web, sent, kill_every=kill_every, restart_every=number // (RESTARTS + 1))
        plagen.start()
        try:
            rate = send_many(web.port, number, slug=slug, patience=120, sent=sent)
        finally:
            plagen.stop()
    early = calm.ask("bench.formulieren.tellen", slug)["zaken"] - before["zaken"]
    away.unlink()
    calm.ask("bench.formulieren.opnieuw")  # register and mail are back
    after = drain(calm, slug=slug, seconds=seconds, what="registering")
    missing = number - (after["aanvragen"] - before["aanvragen"])
    missing += number - len(set(sent))
    return Uitkomst(
        killed=len(plagen.killed),
        restarted=plagen.restarted,
        rate=rate,
        early=int(early),
        lost=int(abs(missing) + after["lost"]),
        double=int(after["double"]),
    )


def drain(place: Plaats, *, slug: str, seconds: float, what: str = "waiting") -> dict[str, float]:
    """Let a worker do what waits; the counts when nothing is left, or when that takes too long.

    `what`: "waiting" for everything, "registering" for what must still come into the register.
    """
    deadline = time.monotonic() + seconds
    with place.process("-m", "django", "worker"):
        while True:
            counts = place.ask("bench.formulieren.tellen", slug)
            if not counts[what] or time.monotonic() > deadline:
                return counts
            time.sleep(1)


class Plagen(threading.Thread):
    """After every so many aanvragen kills a process of the website or the worker, or restarts the database.

    The website brings its process back by itself; the worker is started again here.
    """

    def __init__(
        self, place: Plaats, web: Web, sent: list[str], *, kill_every: int, restart_every: int
    ) -> None:
        super().__init__(daemon=True)
        self.place, self.web, self.sent = place, web, sent
        self.kill_every, self.restart_every = kill_every, restart_every
        self.killed: list[int] = []
        self.restarted = 0
        self._enough = threading.Event()

    def run(self) -> None:
        with ExitStack() as workers:
            worker = self._start_worker(workers)
            while not self._enough.wait(random.random() / 2):
                if len(self.sent) >= self.kill_every * (len(self.killed) + 1):
                    self._kill(random.choice([*self.web.workers(), worker.pid]))
                if self.restarted < RESTARTS and len(self.sent) >= self.restart_every * (self.restarted + 1):
                    self.restarted += restart(self.place.settings.get("DATABASE_URL", ""))
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
