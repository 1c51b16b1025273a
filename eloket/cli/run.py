"""`eloket run`: one terminal that holds the whole loket, and stops it cleanly."""

import http.client
import os
import signal
import sys
import threading
import time
from pathlib import Path
from types import FrameType

from django.conf import settings

from eloket.cli.melding import Stop, say
from eloket.cli.proces import Proces, stop_all
from eloket.cli.start import collect_static, fill_demo, prepare_database, setup_django
from eloket.cli.voorwaarden import check_data_dir, check_port, only_one
from eloket.cli.zaaksysteem import get_address, listen, running

START_SECONDS = 60


def run_loket() -> int:
    """Check, prepare, start, watch; returns 0 after Ctrl-C or SIGTERM. Errors: `Stop`."""
    stopping = _stop_on_signals()
    host, port, data = _host(), settings.PORT, settings.ELOKET_DATA
    check_data_dir(data)
    with only_one(data, address=settings.ELOKET_BASIS_URL):
        for each in _ports(port):
            check_port(host, each)
        with running() as beside:
            _prepare()
            if not stopping.is_set():
                _keep_running(_processes(host, port), beside, stopping)
    return 0


def _host() -> str:
    return os.environ.get("ELOKET_HOST", "127.0.0.1")


def _stop_on_signals() -> threading.Event:
    stopping = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    return stopping


def _ports(port: int) -> list[int]:
    """The web, and in a demo the login service and perhaps the zaaksysteem."""
    count = 1 + int(settings.ELOKET_DEMO) + int(bool(get_address()))
    return list(range(port, port + count))


def _prepare() -> None:
    setup_django()
    prepare_database()
    collect_static()
    if settings.ELOKET_DEMO:
        fill_demo()


def _processes(host: str, port: int) -> list[Proces]:
    python = sys.executable
    web = [python, "-m", "gunicorn", "eloket.wsgi:application", "--workers", "2", "--threads", "4"]
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    web += ["--bind", bind, "--graceful-timeout", "10", "--no-control-socket", "--log-level", "warning"]
    processes = [Proces("web", web), Proces("worker", [python, "-m", "django", "worker"])]
    if settings.ELOKET_DEMO:
        provider = [python, "-m", "eloket.demo.provider", "--port", str(port + 1)]
        processes.append(Proces("inlogdienst", provider))
    return processes


def _keep_running(processes: list[Proces], beside: list[Proces], stopping: threading.Event) -> None:
    """The web is the first of the processes. What runs `beside` was started before, and ends after us."""
    try:
        for proces in processes:
            proces.start()
        _wait_until_open(processes[0], stopping)
        if not stopping.is_set():
            listen()
            _greet()
        while not stopping.wait(0.5):
            for proces in [*processes, *beside]:
                proces.restart_if_dead()
    finally:
        say("stopt …")
        stop_all(processes)
        say("gestopt.")


def _wait_until_open(web: Proces, stopping: threading.Event) -> None:
    """Until the web process answers anything at all. Errors: `Stop` when that takes a minute."""
    host, port = _host(), settings.PORT
    deadline = time.monotonic() + START_SECONDS
    while not stopping.wait(0.2):
        web.restart_if_dead()
        if _answers(host, port):
            return
        if time.monotonic() > deadline:
            raise Stop(
                f"de website antwoordt na {START_SECONDS} seconden niet; de regels hierboven zeggen waarom."
            )


def _answers(host: str, port: int) -> bool:
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    connection = http.client.HTTPConnection(reachable, port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        connection.getresponse()
    except OSError:
        return False
    finally:
        connection.close()
    return True


def _greet() -> None:
    base = settings.ELOKET_BASIS_URL
    say("het loket is open. Stoppen: Ctrl-C.")
    lines = [("loket", "/"), ("beheer", "/beheer/")]
    if settings.ELOKET_DEMO:
        lines += [("mijn zaken", "/mijn-zaken/"), ("demo en mailbox", "/demo/")]
    for label, path in lines:
        print(f"  {label:<16}{base}{path}")
    if address := get_address():
        print(f"  {'zaaksysteem':<16}{address}/zaaksysteem/")
    print(f"  {'gegevens':<16}{_short(settings.ELOKET_DATA)}", flush=True)
    if settings.ELOKET_DEMO:
        _introduce_people()


def _introduce_people() -> None:
    """Whom to log in as; the login page of the demo lets you choose them."""
    from eloket.demo.personen import PERSONEN

    print("  inloggen in de demo kan als:")
    for persoon in PERSONEN:
        print(f"    {persoon.naam:<18}{persoon.soort:<12}{persoon.wie}", flush=True)


def _short(folder: Path) -> str:
    return os.path.relpath(folder) if folder.is_relative_to(Path.cwd()) else str(folder)
