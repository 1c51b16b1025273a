"""What became of five zaken of Bram, so that Mijn zaken looks lived in. Whichever register keeps them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

HEMELVAART = (date(2025, 5, 29), date(2026, 5, 14), date(2027, 5, 6), date(2028, 5, 25))
ACHT_WEKEN = timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class Stap:
    """A status that was set; `resultaat` with the last one."""

    volgnummer: int
    toelichting: str
    moment: datetime
    resultaat: str = ""


@dataclass(frozen=True, slots=True)
class Vraag:
    """What the gemeente asked; until the answer comes the clock stands still."""

    tekst: str
    document: str
    moment: datetime
    uiterlijk: date


@dataclass(frozen=True, slots=True)
class Besluit:
    """Taken and made known on one day."""

    soort: str
    toelichting: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """One zaak. A besluit comes before the step that closes it.

    `uiterlijk`: the last day by law where that is not just so many weeks later.
    """

    nummer: str
    zaaktype: str
    omschrijving: str
    begonnen: datetime
    stappen: tuple[Stap, ...] = ()
    vraag: Vraag | None = None
    besluit: Besluit | None = None
    uiterlijk: date | None = None


def list_voorbeelden(now: datetime) -> list[Voorbeeld]:
    """Those of Bram, as they are on this day."""
    make = (_verhuizing, _klacht, _straatfeest, _concert, _parkeervergunning)
    return [each(now) for each in make]


def _verhuizing(now: datetime) -> Voorbeeld:
    """In hand."""
    step = Stap(2, "Uw huurcontract is goed. Wij passen nu uw adres aan.", _days(now, 1))
    return Voorbeeld("ELK-DEMO-1", "verhuizing", "Verhuizing doorgeven", _days(now, 2), (step,))


def _klacht(now: datetime) -> Voorbeeld:
    """Done."""
    done = "De tegel ligt weer vast. Bedankt voor uw klacht."
    steps = (
        Stap(2, "Wij hebben u gebeld over uw klacht.", _days(now, 38)),
        Stap(3, done, _days(now, 30), resultaat="Verholpen"),
    )
    return Voorbeeld("ELK-DEMO-2", "klacht", "Klacht over een losse stoeptegel", _days(now, 40), steps)


def _straatfeest(now: datetime) -> Voorbeeld:
    """Waits for a drawing: the clock stands still until Bram answers, for at most two weeks."""
    asked = _days(now, 5)
    return Voorbeeld(
        "ELK-DEMO-3",
        "evenementenvergunning",
        "Straatfeest op het Rietplein",
        _days(now, 12),
        (Stap(2, "Wij missen de nooduitgangen op uw plattegrond.", asked),),
        vraag=Vraag(
            "Op uw plattegrond ontbreken de nooduitgangen. Stuur een plattegrond waar die op staan.",
            "Plattegrond",
            asked,
            day_in_rietwaard(asked) + timedelta(days=15),
        ),
    )


def _concert(now: datetime) -> Voorbeeld:
    """A term that ends on Hemelvaart, and so on the Monday after it. Decided after three weeks."""
    past = [day for day in HEMELVAART if day - ACHT_WEKEN <= day_in_rietwaard(now)]
    hemelvaart = max(past, default=HEMELVAART[0])
    begun, monday = _noon(hemelvaart - ACHT_WEKEN), hemelvaart + timedelta(days=4)
    zaak = ("ELK-DEMO-4", "evenementenvergunning", "Concert op het Marktplein", begun)
    if (decided := begun + timedelta(weeks=3)) >= now:
        return Voorbeeld(*zaak, uiterlijk=monday)
    moment = _noon(day_in_rietwaard(decided))
    besluit = Besluit(
        "Besluit evenementenvergunning", "U mag het concert houden. De muziek stopt om 23.00 uur.", moment
    )
    step = Stap(3, "Uw vergunning is verleend.", moment, resultaat="Verleend")
    return Voorbeeld(*zaak, (step,), besluit=besluit, uiterlijk=monday)


def _parkeervergunning(now: datetime) -> Voorbeeld:
    """The gemeente is late: eight weeks are over, and a weekend or feestdag after them too."""
    step = Stap(2, "Wij kijken of uw adres in de zone ligt.", _days(now, 66))
    return Voorbeeld(
        "ELK-DEMO-5", "parkeervergunning", "Parkeervergunning aanvragen", _days(now, 70), (step,)
    )


def day_in_rietwaard(moment: datetime) -> date:
    """Where it may be tomorrow already."""
    return moment.astimezone(timezone.get_default_timezone()).date()


def _days(now: datetime, days: int) -> datetime:
    return now - timedelta(days=days)


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=timezone.get_default_timezone())
