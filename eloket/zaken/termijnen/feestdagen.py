"""The days on which a term of the law does not end: Algemene termijnenwet (Awt) art. 3.

The first and second member are computed from the calendar. The third, days that a koninklijk besluit puts on
a par, is a table that a person reviews (`docs/termijnen.md`): outside its years we do not know, and say so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

ZATERDAG, ZONDAG = 5, 6
DAG = timedelta(days=1)


class Feestdag(TextChoices):
    """Why a day is no working day for the Awt."""

    NIEUWJAARSDAG = "nieuwjaarsdag", _("Nieuwjaarsdag")
    GOEDE_VRIJDAG = "goede_vrijdag", _("Goede Vrijdag")
    TWEEDE_PAASDAG = "tweede_paasdag", _("tweede paasdag")
    KONINGSDAG = "koningsdag", _("Koningsdag")
    BEVRIJDINGSDAG = "bevrijdingsdag", _("Bevrijdingsdag")
    HEMELVAARTSDAG = "hemelvaartsdag", _("Hemelvaartsdag")
    TWEEDE_PINKSTERDAG = "tweede_pinksterdag", _("tweede pinksterdag")
    EERSTE_KERSTDAG = "eerste_kerstdag", _("eerste kerstdag")
    TWEEDE_KERSTDAG = "tweede_kerstdag", _("tweede kerstdag")
    GELIJKGESTELD = "gelijkgesteld", _("telt als feestdag")


@dataclass(frozen=True, slots=True)
class Gelijkstelling:
    """One koninklijk besluit: the days that it names, and the years for which it is complete."""

    besluit: str
    jaren: range
    dagen: tuple[date, ...]


# Only whole years that the government decided on. Add the next besluit below; never guess a day.
GELIJKSTELLINGEN = (
    Gelijkstelling(
        "Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025"
        " met een algemeen erkende feestdag",
        range(2023, 2026),
        (date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30)),
    ),
    Gelijkstelling(
        "Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028"
        " met een algemeen erkende feestdag",
        range(2026, 2029),
        (date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26)),
    ),
)
LAATSTE_BEKENDE_JAAR = max(jaar for gelijkstelling in GELIJKSTELLINGEN for jaar in gelijkstelling.jaren)


def is_bekend(jaar: int) -> bool:
    """True when all feestdagen of that year are known, those of a koninklijk besluit as well."""
    return any(jaar in gelijkstelling.jaren for gelijkstelling in GELIJKSTELLINGEN)


@lru_cache(maxsize=64)
def list_feestdagen(jaar: int) -> Mapping[date, Feestdag]:
    """The feestdagen of a year, by day. Where two fall together the later one below gives its name."""
    pasen = compute_pasen(jaar)
    gelijkgesteld = {
        dag: Feestdag.GELIJKGESTELD
        for gelijkstelling in GELIJKSTELLINGEN
        for dag in gelijkstelling.dagen
        if dag.year == jaar
    }
    return gelijkgesteld | {
        date(jaar, 1, 1): Feestdag.NIEUWJAARSDAG,
        pasen - 2 * DAG: Feestdag.GOEDE_VRIJDAG,
        pasen + DAG: Feestdag.TWEEDE_PAASDAG,
        _koningsdag(jaar): Feestdag.KONINGSDAG,
        date(jaar, 5, 5): Feestdag.BEVRIJDINGSDAG,
        pasen + 39 * DAG: Feestdag.HEMELVAARTSDAG,
        pasen + 50 * DAG: Feestdag.TWEEDE_PINKSTERDAG,
        date(jaar, 12, 25): Feestdag.EERSTE_KERSTDAG,
        date(jaar, 12, 26): Feestdag.TWEEDE_KERSTDAG,
    }


def find_feestdag(dag: date) -> Feestdag | None:
    return list_feestdagen(dag.year).get(dag)


def is_werkdag(dag: date) -> bool:
    """No Saturday, no Sunday, no feestdag."""
    return dag.weekday() < ZATERDAG and find_feestdag(dag) is None


def next_werkdag(dag: date) -> date:
    """`dag` itself when it is a working day, else the first one after it."""
    while not is_werkdag(dag):
        dag += DAG
    return dag


def days_between(first: date, until: date) -> Iterator[date]:
    """The days from `first` up to, not including, `until`."""
    while first < until:
        yield first
        first += DAG


def compute_pasen(jaar: int) -> date:
    """Easter Sunday: the Sunday after the church's full moon on or after 21 March (Gregorian calendar)."""
    eeuw, gulden = jaar // 100, jaar % 19
    maan = (19 * gulden + eeuw - eeuw // 4 - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    if maan == 29 or (maan == 28 and gulden > 10):  # the church lets no two years of a cycle share a moon
        maan -= 1
    vollemaan = date(jaar, 3, 21) + maan * DAG
    return vollemaan + (ZONDAG - vollemaan.weekday() or 7) * DAG


def _koningsdag(jaar: int) -> date:
    dag = date(jaar, 4, 27)
    return dag - DAG if dag.weekday() == ZONDAG else dag
