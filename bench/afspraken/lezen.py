"""How long it takes to read what is free. Prints JSON.

Usage: python -m bench.afspraken.lezen
"""

import json
import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from typing import Any

import django

PLACES, DESKS, DAYS = 50, 20, 90
ROUNDS = 40


def main() -> None:
    django.setup()
    from django.db import transaction

    from bench.afspraken.vullen import SOORT, fill, make_city
    from eloket.afspraken.backends.base import Bezoek, Regel
    from eloket.afspraken.backends.database import DatabaseBackend
    from eloket.website.services import bump_version
    from tests.afspraken.factories import wall

    monday = date(2027, 1, 4)
    now = wall(monday, 8)
    with transaction.atomic():
        codes = make_city(PLACES, DESKS)
        number = fill(monday, DAYS, now=now)
    settle()
    backend, bezoek = DatabaseBackend({}), Bezoek((Regel(SOORT),))
    last = monday + timedelta(days=30)

    def month() -> Any:
        return backend.list_dagen(bezoek, codes[7], van=monday, tot_en_met=last, now=now)

    def first() -> Any:
        return backend.list_plekken(bezoek, codes, now=now)

    bump_version()
    anew = _milliseconds(first)
    assert all(dag.aantal for dag in month())
    assert all(plek.eerste for plek in first())
    figures = {
        "afspraken": number,
        "maand": median(_milliseconds(month) for _ in range(ROUNDS)),
        "eerste": median(_milliseconds(first) for _ in range(ROUNDS)),
        "na_wijziging": anew,
    }
    print(json.dumps(figures))


def settle() -> None:
    """What a database does by itself within minutes, before anybody asks anything of so many new rows."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _milliseconds(ask: Callable[[], Any]) -> float:
    began = time.perf_counter()
    ask()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
