"""A child process that is kept alive, and its end."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from eloket.cli.melding import Stop, say

# A child that dies this young, this often in a row, will not come right by itself.
TOO_YOUNG_SECONDS = 5.0
TOO_OFTEN = 5


@dataclass
class Proces:
    """One program of the loket: what it is called, how it starts, whether it lives."""

    name: str
    command: Sequence[str]
    started_at: float = 0.0
    early_deaths: int = 0
    child: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        # A session of its own: Ctrl-C reaches us alone, and we stop everything in order.
        self.child = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, start_new_session=True)
        self.started_at = time.monotonic()

    def restart_if_dead(self) -> None:
        """Start it again when it ended. Errors: `Stop` when it keeps ending right after its start."""
        if self.child is None or (code := self.child.poll()) is None:
            return
        young = time.monotonic() - self.started_at < TOO_YOUNG_SECONDS
        self.early_deaths = self.early_deaths + 1 if young else 0
        if self.early_deaths >= TOO_OFTEN:
            raise Stop(
                f"{self.name} stopt telkens meteen ({_ending(code)}); de regels hierboven zeggen waarom."
            )
        say(f"{self.name} stopte onverwacht ({_ending(code)}) en wordt opnieuw gestart.")
        self.start()


def stop_all(processes: Sequence[Proces], *, seconds: float = 15.0) -> None:
    """Ask every process to end, and end those that do not within the time."""
    children = [proces.child for proces in processes if proces.child and proces.child.poll() is None]
    for child in children:
        child.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + seconds
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _ending(code: int) -> str:
    return f"signaal {signal.Signals(-code).name}" if code < 0 else f"code {code}"
