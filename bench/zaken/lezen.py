"""Mijn zaken of one person with thirty zaken, in a register that is filled up to a number of zaken.

Usage: python -m bench.zaken.lezen <zaken>
"""

import json
import sys
import time
from dataclasses import dataclass
from datetime import timedelta
from statistics import quantiles
from typing import Any

import django

OWN = 30
ROUNDS = 60
PER_PERSON = 4


@dataclass(frozen=True)
class Gezien:
    queries: int
    p95: float


def main(number: int) -> None:
    django.setup()
    from django.test import Client

    from tests.accounts.helpers import login_burger
    from tests.zaken.factories import NOOR

    own = _fill(number, NOOR)
    client = Client(SERVER_NAME="localhost")
    login_burger(client, NOOR)
    lijst = _visit(client, "/mijn-zaken/")
    zaak = _visit(client, f"/mijn-zaken/{own}/")
    figures = {
        "lijst_queries": lijst.queries,
        "lijst_p95": lijst.p95,
        "zaak_queries": zaak.queries,
        "zaak_p95": zaak.p95,
    }
    print(json.dumps(figures))


def _fill(number: int, noor: Any) -> str:
    """Thirty of Noor's and for the rest those of strangers; the number of one of hers."""
    from django.db import connection

    from eloket.lib import klok
    from eloket.zaken.models import Zaak
    from tests.zaken.factories import open_zaak
    from tests.zaken.veel import PREFIX, copy_zaak

    now = klok.now()
    if not Zaak.objects.filter(omschrijving="Van Noor").exists():
        for days in range(OWN):
            moment = now - timedelta(days=days)
            open_zaak(now=moment, startdatum=moment.date(), belanghebbende=noor, omschrijving="Van Noor")
    made = Zaak.objects.filter(omschrijving="Van Noor").exclude(identificatie__startswith=PREFIX)
    own = made.latest("pk").identificatie
    missing = number - Zaak.objects.count()
    if missing > 0:
        copy_zaak(own, missing, per_person=PER_PERSON)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE zaken_zaak, zaken_rol, zaken_status")
    return own


def _visit(client: Any, path: str) -> Gezien:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _ in range(3):
        assert client.get(path).status_code == 200, path
    asked = []
    for _ in range(5):
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
            asked.append(len(captured))  # the next request forgets them
    queries = min(asked)  # now and then the version of the header and footer is looked at besides
    times = []
    for _ in range(ROUNDS):  # apart from the counting, which costs time of its own for each query
        began = time.perf_counter()
        client.get(path)
        times.append(1000 * (time.perf_counter() - began))
    return Gezien(queries, quantiles(times, n=20)[-1])


if __name__ == "__main__":
    main(int(sys.argv[1]))
