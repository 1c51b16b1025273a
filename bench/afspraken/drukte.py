"""Many citizens at once at one agenda: each a thread with a connection of its own, who start together.

`guarded` is how eloket books. `naive` is how it is often done, without a guard: look who is free, think a
little, write. It shows that this crowd does find the race, so that finding none means something.
"""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import uuid4

from django.db import connection

from bench.afspraken.samen import together
from eloket.afspraken.backends.base import Bezoek, Klant, TijdBezet
from eloket.afspraken.backends.database import DatabaseBackend
from eloket.afspraken.backends.database.aanbod import find_vraag
from eloket.afspraken.backends.database.bezoek import to_json
from eloket.afspraken.backends.database.kiezen import list_kandidaten
from eloket.afspraken.models import Claim, Deel, Reservering, ReserveringStatus

DENKEN = 0.005  # seconds between looking and writing
BACKEND = DatabaseBackend({})

# A visit, where, when and now, to whether it was booked; `TijdBezet` when it was not.
Book = Callable[[Bezoek, str, datetime, datetime], None]


@dataclass(frozen=True, slots=True)
class Drukte:
    """What they come for (each the next one), where, and which times they would all take."""

    bezoeken: Sequence[Bezoek]
    locatie: str
    momenten: Sequence[datetime]
    now: datetime


@dataclass(frozen=True, slots=True)
class Uitslag:
    """How many citizens were told that they have an afspraak, what that made, and how long it took."""

    verteld: int
    geboekt: int
    overlappingen: int
    zonder_bewaking: int
    deadlocks: int
    seconden: float


def guarded(bezoek: Bezoek, locatie: str, begin: datetime, now: datetime) -> None:
    """Hold, then confirm, as the steps do."""
    wie = uuid4().hex
    houvast = BACKEND.hold(bezoek, locatie, begin, houder=wie, verzoek=wie, now=now)
    BACKEND.confirm(houvast.sleutel, klant=Klant(), now=now)


def think() -> None:
    time.sleep(DENKEN)


def naive(
    bezoek: Bezoek, locatie: str, begin: datetime, now: datetime, pause: Callable[[], object] = think
) -> None:
    """Look, think, write: the claims are left out."""
    found = find_vraag(bezoek, locatie)
    assert found is not None
    plaats, vraag = found
    kandidaten = list_kandidaten(plaats, vraag, begin, houder="", now=now)
    if not kandidaten:
        raise TijdBezet("nobody is free then")
    pause()
    vak = kandidaten[0].vak
    row = Reservering.objects.create(
        status=ReserveringStatus.GEBOEKT,
        locatie_id=plaats.pk,
        begin=begin,
        eind=begin,
        bezoek=to_json(bezoek),
        verzoek=uuid4().hex,
        gemaakt=now,
    )
    Deel.objects.create(
        reservering=row, agenda_id=vak.agenda, locatie_id=plaats.pk, begin=vak.begin, eind=vak.eind
    )


def come_together(number: int, drukte: Drukte, book: Book = guarded) -> Uitslag:
    """So many citizens, each trying the times in an order of their own until they have one."""
    before, began = count_deadlocks(), time.monotonic()
    told = together([partial(_try_all, citizen, drukte, book) for citizen in range(number)])
    seconds = time.monotonic() - began
    for error in told:
        if isinstance(error, Exception):
            raise error
    booked = Reservering.objects.filter(status=ReserveringStatus.GEBOEKT).count()
    deadlocks = count_deadlocks() - before
    return Uitslag(sum(map(bool, told)), booked, count_overlaps(), count_unguarded(), deadlocks, seconds)


def count_overlaps() -> int:
    """Pairs of visits that one agenda has at the same moment."""
    rows = list(Deel.objects.order_by("agenda_id", "begin", "eind").values_list("agenda_id", "begin", "eind"))
    return sum(
        agenda == other and begin < eind
        for index, (agenda, _begin, eind) in enumerate(rows)
        for other, begin, _eind in rows[index + 1 : index + 40]
    )


def count_unguarded() -> int:
    """Units of visits without a claim, and claims without a visit: ghosts."""
    units = {
        (agenda, unit, row)
        for agenda, begin, eind, row in Deel.objects.values_list(
            "agenda_id", "begin", "eind", "reservering_id"
        )
        for unit in range(begin, eind)
    }
    claims = set(Claim.objects.values_list("agenda_id", "eenheid", "reservering_id"))
    return len(units ^ claims)


def count_deadlocks() -> int:
    """As PostgreSQL counts them; SQLite cannot have any."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        [[count]] = cursor.fetchall()
    return int(count)


def _try_all(citizen: int, drukte: Drukte, book: Book) -> bool:
    bezoek = drukte.bezoeken[citizen % len(drukte.bezoeken)]
    wanted = list(drukte.momenten)
    random.shuffle(wanted)
    for begin in wanted:
        try:
            book(bezoek, drukte.locatie, begin, drukte.now)
        except TijdBezet:
            continue
        return True
    return False
