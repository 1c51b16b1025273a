"""The `eloket` command as an administrator meets it: a process of its own, with settings of its own."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START = "from eloket.cli import main; import sys; sys.exit(main())"


def clean_environment(**settings: str) -> dict[str, str]:
    """The machine's environment without anything that belongs to this test run."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ELOKET_", "PYTEST"))}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PORT"):
        kept.pop(name, None)
    return {**kept, "PYTHONPATH": str(ROOT), **settings}


def eloket(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    command = [sys.executable, "-c", START, *words]
    return subprocess.run(
        command, env=clean_environment(**settings), capture_output=True, text=True, timeout=120, check=False
    )


def assert_one_clear_line(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """It failed, with one line on stderr that holds these words, and no traceback."""
    assert done.returncode != 0
    assert len(done.stderr.splitlines()) == 1, done.stderr
    for word in words:
        assert word in done.stderr


def free_ports(count: int = 2) -> int:
    """A port that is free, and those after it too, `count` in all."""
    while True:
        with ExitStack() as stack:
            sockets = [stack.enter_context(socket.socket()) for _each in range(count)]
            sockets[0].bind(("127.0.0.1", 0))
            port = int(sockets[0].getsockname()[1])
            try:
                for number, each in enumerate(sockets[1:], start=port + 1):
                    each.bind(("127.0.0.1", number))
            except (OSError, OverflowError):
                continue
            return port


@dataclass
class Loket:
    """A running `eloket run`: its lines so far, and its end."""

    data: Path
    port: int
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.settings = {"ELOKET_DATA": str(self.data), "PORT": str(self.port), "ELOKET_DEMO": "0"}
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", START, "run"],
            env=clean_environment(**self.settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def wait_until_open(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.strip())
            if "het loket is open" in line:
                return
        raise AssertionError("\n".join(self.lines))

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(how)
        output, _ = self.process.communicate(timeout=60)
        self.lines += output.splitlines()
        return self.process.returncode
