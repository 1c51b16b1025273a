"""An hour without a register while aanvragen come in; then it is back. In one process, by a clock of its own.

Usage: python -m bench.zgw.storing <number of aanvragen>
"""

import json
import logging
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, timedelta

import django

from bench.zgw.register import make_options, open_at, running
from bench.zgw.versturen import NUMBER_OF, publish_form, send
from eloket.demo.zgwregister.register import Register

UUR, MINUUT = timedelta(hours=1), timedelta(minutes=1)


def main() -> None:
    django.setup()
    logging.disable(logging.CRITICAL)  # an hour of warnings
    print(json.dumps(endure(int(sys.argv[1]))))


class Klok:
    """Two hours behind, so that an hour of outage lies in the past and a token is not too old."""

    def __init__(self, nu: datetime) -> None:
        self.nu = nu - 2 * UUR

    def __call__(self) -> datetime:
        return self.nu


def _render_nothing(aanvraag: object) -> bytes:
    """PDFs are measured elsewhere."""
    return b"%PDF-1.7"


def endure(number: int) -> dict[str, float]:
    """What became of so many aanvragen. `minutes`: after the register was back, until all were zaken."""
    from django.conf import settings

    from eloket.formulieren.services import kopie
    from eloket.lib import klok

    kopie.render_kopie = _render_nothing
    ours = Klok(klok.now())
    with running(ours) as (register, _getuigen):  # it has an address from here on
        settings.ELOKET_ZAKEN = {
            "default": {
                "BACKEND": "eloket.zaken.backends.zgw.ZgwBackend",
                "OPTIONS": make_options(register),
            }
        }
    sent = send_for_an_hour(publish_form(now=ours()), number, ours)
    early = len(register.dingen["zaken"])
    with ExitStack() as stack:
        stack.enter_context(open_at(register))
        began = time.monotonic()
        minutes = work_until(lambda: len(register.dingen["statussen"]) >= number, ours)
        seconds = time.monotonic() - began
    numbers = [zaak["identificatie"] for zaak in register.list("zaken")]
    return {
        "early": early,
        "lost": len(set(sent) - set(numbers)),
        "double": count_doubles(register, number),
        "disordered": sum(ours != theirs for ours, theirs in zip(sent, numbers, strict=False)),
        "minutes": minutes,
        "seconds": seconds,
        "calls": register.geteld.total() / number,
    }


def send_for_an_hour(versie: object, number: int, klok: Klok) -> list[str]:
    """One after the other, while a worker tries what is due."""
    from eloket.outbox.services import run_due

    sent = []
    for _each in range(number):
        sent.append(send(versie, now=klok()))
        run_due(now=klok())
        klok.nu += UUR / number
    return sent


def work_until(done: Callable[[], bool], klok: Klok) -> float:
    """A worker that looks every minute; the minutes until it is done, two hours at most."""
    from eloket.outbox.services import run_due

    minutes = 0
    run_due(now=klok())
    while not done() and minutes < 120:
        minutes += 1
        klok.nu += MINUUT
        run_due(now=klok())
    return minutes


def count_doubles(register: Register, number: int) -> int:
    """What is there more often than it should."""
    return sum(max(0, len(register.dingen[kind]) - number * each) for kind, each in NUMBER_OF.items())


if __name__ == "__main__":
    main()
