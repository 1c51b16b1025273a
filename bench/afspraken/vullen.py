"""A city of counters: places with desks that are open every day from nine to five, at six tenths full.

Intervals only: reading the free time never looks at claims.
"""

import json
import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import connection

from eloket.afspraken.backends.base import Bezoek, Regel
from eloket.afspraken.backends.database.bezoek import to_json
from eloket.afspraken.backends.database.eenheden import first_unit, to_moment
from eloket.afspraken.models import (
    Afspraaklocatie,
    Afspraaksoort,
    Agenda,
    Deel,
    Openingsregel,
    Reservering,
    ReserveringStatus,
)

SOORT = "bench-paspoort"
OPEN, DICHT = 9 * 12, 17 * 12  # units of five minutes by the clock on the wall
LENGTES = (3, 6, 9, 12, 15)
VOL = 0.6
RESERVERING = (
    "sleutel",
    "status",
    "locatie_id",
    "begin",
    "eind",
    "bezoek",
    "tot",
    "houder",
    "verzoek",
    "gemaakt",
)
Waarde = UUID | datetime | int | str | None
DEEL = ("reservering_id", "agenda_id", "locatie_id", "begin", "eind")


def make_city(places: int, desks: int) -> list[str]:
    """The codes of new places, with empty agendas."""
    Afspraaksoort.objects.create(
        code=SOORT, naam="Paspoort", minuten=10, raster=15, vooraf_minuten=0, vooruit_dagen=90
    )
    made = [
        Afspraaklocatie.objects.create(code=f"bench-{number}", naam=f"Loket {number}")
        for number in range(places)
    ]
    for plek in made:
        Openingsregel.objects.create(
            locatie=plek, weekdagen=0b1111111, van=time(9), tot=time(17), geldig_van=date(2026, 1, 1)
        )
        for number in range(desks):
            Agenda.objects.create(locatie=plek, naam=f"Balie {number}")
    return [plek.code for plek in made]


def fill(first: date, days: int, *, now: datetime) -> int:
    """Book six tenths of every day of every agenda; how many visits that is."""
    rows = list(_visits(first, days))
    kept = json.dumps(to_json(Bezoek((Regel(SOORT),))))
    numbered = [(UUID(int=number + 1), *row) for number, row in enumerate(rows)]
    status = ReserveringStatus.GEBOEKT.value
    _write(
        Reservering._meta.db_table,
        RESERVERING,
        (
            (key, status, plek, to_moment(begin), to_moment(eind), kept, None, "", key.hex, now)
            for key, _agenda, plek, begin, eind in numbered
        ),
    )
    _write(
        Deel._meta.db_table,
        DEEL,
        ((key, agenda, plek, begin, eind) for key, agenda, plek, begin, eind in numbered),
    )
    return len(rows)


def _visits(first: date, days: int) -> Iterator[tuple[int, int, int, int]]:
    """Agenda, place, first unit and the unit after it; in the order in which people book: by chance."""
    chance = random.Random(6)
    lanes = list(Agenda.objects.filter(locatie__code__startswith="bench-").values_list("pk", "locatie_id"))
    found = []
    for number in range(days):
        midnight = first_unit(first + timedelta(days=number))
        for agenda, plek in lanes:
            unit = OPEN
            while unit < DICHT:
                length = min(chance.choice(LENGTES), DICHT - unit)
                if chance.random() < VOL:
                    found.append((agenda, plek, midnight + unit, midnight + unit + length))
                unit += length
    chance.shuffle(found)
    return iter(found)


def _write(table: str, columns: tuple[str, ...], rows: Iterator[tuple[Waarde, ...]]) -> None:
    names = ", ".join(columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            cursor.execute(f"ANALYZE {table}")
        else:
            marks = ", ".join(["%s"] * len(columns))
            plain = [tuple(each.hex if isinstance(each, UUID) else each for each in row) for row in rows]
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", plain)
            cursor.execute("ANALYZE")
