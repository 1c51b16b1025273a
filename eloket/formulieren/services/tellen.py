"""Count what happens with a form, at the moment that something is posted. Never who."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import connection
from django.utils import timezone

from eloket.formulieren.definitie import Definitie
from eloket.formulieren.models import Apparaat, Concept, Soort

# The most minutes of each class; what takes longer has none.
MINUTEN = (2, 5, 10, 15, 20, 30, 45, 60)
# In SQL, because Django cannot add to what it finds in the statement that inserts.
EEN_MEER = """
    INSERT INTO formulieren_telling (formulier_id, op, soort, stap, kanaal, apparaat, aantal)
    VALUES (%s, %s, %s, %s, %s, %s, 1)
    ON CONFLICT (formulier_id, op, soort, stap, kanaal, apparaat)
    DO UPDATE SET aantal = formulieren_telling.aantal + 1
"""
VERSTUREN = "controleren"  # where somebody stopped who had filled in every step


def count(
    concept: Concept, soort: Soort, *, stap: str = "", apparaat: Apparaat = Apparaat.COMPUTER, now: datetime
) -> None:
    """One more of this today. One statement, and right however many count at once."""
    with connection.cursor() as cursor:
        cursor.execute(
            EEN_MEER,
            [
                concept.versie.formulier_id,
                _local_day(now).isoformat(),
                soort.value,
                stap,
                concept.kanaal,
                apparaat.value,
            ],
        )


def count_begin(concept: Concept, *, stap: str, apparaat: Apparaat, now: datetime) -> None:
    """The first step was posted: a new draft, unless half of it was there; `stap` when it was accepted."""
    if concept.created_at == now:
        count(concept, Soort.BEGONNEN, apparaat=apparaat, now=now)
    if stap:
        count(concept, Soort.STAP, stap=stap, apparaat=apparaat, now=now)


def count_sent(concept: Concept, *, apparaat: Apparaat, now: datetime) -> None:
    """It was sent, and how long that took, in classes."""
    count(concept, Soort.VERZONDEN, apparaat=apparaat, now=now)
    took = now - (concept.begonnen_at or concept.created_at)
    count(concept, Soort.DUUR, stap=to_class(took), apparaat=apparaat, now=now)


def count_left(concept: Concept, *, now: datetime) -> None:
    """It was thrown away or expired: at the first step that was not filled in."""
    filled = concept.antwoorden["stappen"]
    count(concept, Soort.GESTOPT, stap=first_open(concept.versie.definitie, filled), now=now)


def first_open(definitie: Definitie, filled: Collection[str]) -> str:
    """The step where somebody is who filled in these."""
    return next((stap.sleutel for stap in definitie.stappen if stap.sleutel not in filled), VERSTUREN)


def to_class(took: timedelta) -> str:
    """The most minutes of the class that this lies in; "" for longer than an hour."""
    return next((str(most) for most in MINUTEN if took <= timedelta(minutes=most)), "")


def _local_day(now: datetime) -> date:
    return timezone.localtime(now).date()  # noqa: TID251 — a given moment, no clock
