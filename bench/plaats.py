"""A filled loket of its own for measuring: data in a temporary folder, servers on ports of their own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.verkeer import status
from tooling.paths import ROOT
from tooling.postgres import free_port

PRODUCT = "/producten/verhuizing-doorgeven/"
CONSTANT = "/healthz"


@dataclass(frozen=True)
class Plaats:
    """Where a measurement happens: the database's name and the settings of its processes."""

    database: str
    settings: dict[str, str]

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ELOKET_")}
        kept.pop("DATABASE_URL", None)
        return {
            **kept,
            "PYTHONPATH": os.pathsep.join(map(str, (ROOT / "bench" / "productie", ROOT, ROOT / "bin"))),
            "DJANGO_SETTINGS_MODULE": "eloket.settings",
            # A measurement sends as fast and as often as a robot.
            "ELOKET_FORMULIER_PER_UUR": "1000000",
            "ELOKET_FORMULIER_PER_EMAIL": "1000000",
            "ELOKET_FORMULIER_SECONDEN": "0",
            **self.settings,
        }

    def run(self, *words: str) -> None:
        subprocess.run(
            [sys.executable, *words], cwd=ROOT, env=self.environment, check=True, stdout=subprocess.DEVNULL
        )

    def ask(self, module: str, *words: str, **settings: str) -> dict[str, float]:
        """What a measuring script in a process of its own prints as JSON on its last line."""
        self.fill()
        command = [sys.executable, "-m", module, *words]
        quiet = {"ELOKET_LOGNIVEAU": "WARNING"}  # a line for each request would drown the table
        environment = {**self.environment, **quiet, **settings}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
        return dict(json.loads(done.stdout.splitlines()[-1]))

    def fill(self, *, demo: bool = True) -> None:
        """Tables, static files and the demo gemeente; the first to need them makes them."""
        filled = Path(self.settings["ELOKET_DATA"]) / "bench-filled"
        if filled.exists():
            return
        self.run("-m", "django", "migrate", "--verbosity", "0")
        self.run("-m", "django", "collectstatic", "--noinput", "--verbosity", "0")
        if demo:
            self.run("-m", "django", "demo")
        filled.touch()

    @contextmanager
    def process(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """A program that runs as long as the block, on the filled demo."""
        self.fill()
        log = (Path(self.settings["ELOKET_DATA"]) / "bench.log").open("ab")  # a line for each request
        with log:
            command = [sys.executable, *words]
            child = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        try:
            yield child
        finally:
            child.terminate()
            child.wait(30)

    @contextmanager
    def web(self) -> Iterator["Web"]:
        """The website as production serves it: gunicorn with two processes."""
        port = free_port()
        words = ["-m", "gunicorn", "eloket.wsgi:application", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
        options = ["--threads", "4", "--log-level", "warning", "--no-control-socket"]
        with self.process(*words, *options) as child:
            web = Web(port, child.pid)
            web.wait_until_open()
            yield web


@dataclass(frozen=True)
class Web:
    port: int
    pid: int

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def wait_until_open(self) -> None:
        deadline = time.monotonic() + 60
        while status(self.port, CONSTANT) != 200:
            if time.monotonic() > deadline:
                raise TimeoutError("the web server does not answer")
            time.sleep(0.1)

    def workers(self) -> list[int]:
        return [int(pid) for pid in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]
