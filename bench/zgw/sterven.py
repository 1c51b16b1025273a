"""Workers that are killed between every two steps of opening a zaak in a ZGW register."""

import os
import signal
import subprocess
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace

from bench.plaats import Plaats
from bench.zgw.register import make_settings, running
from bench.zgw.versturen import NUMBER_OF
from eloket.demo.zgwregister.register import Register
from eloket.demo.zgwregister.vraag import Antwoord, Vraag

#: The writes of one aanvraag without files, in order: the document is its copy.
STAPPEN = tuple(NUMBER_OF)
LEASE_SECONDS = "2"


@dataclass(frozen=True)
class Uitkomst:
    """`incomplete`: zaken that lack something. `double`: what is there more often than it should."""

    killed: int
    incomplete: int
    double: int


@dataclass
class Beul:
    """Kills the worker when the register has done what it asked, before it hears so; once for each step."""

    left: list[str] = field(default_factory=lambda: list(STAPPEN))
    pid: int = 0

    def see(self, vraag: Vraag, _antwoord: Antwoord) -> None:
        if vraag.method == "POST" and self.left and vraag.path.endswith(f"/{self.left[0]}"):
            self.left.pop(0)
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)


def endure(place: Plaats, number: int, *, seconds: float) -> Uitkomst:
    """So many aanvragen, and a worker that dies at each step of some of them."""
    place.fill()
    beul = Beul()
    with running() as (register, getuigen):
        getuigen.append(beul.see)
        more = {**make_settings(register), "ELOKET_OUTBOX_LEASE_SECONDEN": LEASE_SECONDS}
        elsewhere = replace(place, settings={**place.settings, **more})
        elsewhere.ask("bench.zgw.versturen", str(number))
        work(elsewhere, beul, register, number, seconds=seconds)
        kept = Counter({kind: len(register.dingen[kind]) for kind in STAPPEN})
    wanted = Counter({kind: number * each for kind, each in NUMBER_OF.items()})
    killed = len(STAPPEN) - len(beul.left)
    return Uitkomst(killed, (wanted - kept).total(), (kept - wanted).total())


def work(place: Plaats, beul: Beul, register: Register, number: int, *, seconds: float) -> None:
    """Start a worker as often as one dies, until every zaak is complete or the time is over."""
    deadline = time.monotonic() + seconds
    while len(register.dingen["statussen"]) < number and time.monotonic() < deadline:
        with place.process("-m", "django", "worker") as worker:
            beul.pid = worker.pid
            wait_for(worker, register, number, deadline)


def wait_for(worker: subprocess.Popen[bytes], register: Register, number: int, deadline: float) -> None:
    while worker.poll() is None and len(register.dingen["statussen"]) < number:
        if time.monotonic() > deadline:
            return
        time.sleep(0.1)
