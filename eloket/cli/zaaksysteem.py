"""The other system of a demo with `ELOKET_ZAKEN=zgw`: there before anybody asks it, and gone after."""

import http.client
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from eloket.cli.melding import Stop, complain, say
from eloket.cli.proces import Proces, stop_all

START_SECONDS = 30


def get_address() -> str:
    """Of the zaaksysteem that belongs to this demo; "" when there is none."""
    return str(getattr(settings, "ELOKET_DEMO_ZAAKSYSTEEM", ""))


@contextmanager
def running() -> Iterator[list[Proces]]:
    """With the zaaksysteem as a process of its own beside, where this demo has one. Errors: `Stop`."""
    address = get_address()
    if not address or answers(address):  # none, or the one of a loket that runs already
        yield []
        return
    proces = Proces("zaaksysteem", [sys.executable, "-m", "eloket.demo.zaaksysteem"])
    proces.start()
    try:
        _wait_until_filled(proces, address)
        yield [proces]
    finally:
        stop_all([proces])


def _wait_until_filled(proces: Proces, address: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not answers(address):
        proces.restart_if_dead()
        if time.monotonic() > deadline:
            raise Stop(f"het zaaksysteem antwoordt na {START_SECONDS} seconden niet op {address}.")
        time.sleep(0.1)
    say("het zaaksysteem van de demo staat klaar.")


def answers(address: str) -> bool:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=5)
    try:
        connection.request("GET", "/zaaksysteem/")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def listen() -> None:
    """Let the zaaksysteem tell the loket what changes. Without it the loket asks by itself, and later."""
    if not get_address():
        return
    try:
        call_command("zgw_abonnement", stdout=StringIO())
    except CommandError as error:
        complain(f"het zaaksysteem vertelt niet wat er verandert: {error}")
    finally:
        connection.close()
