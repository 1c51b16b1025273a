"""A counter with desks, an adviseur, and what people come for."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from eloket.afspraken.backends.base import Bereik, Bezoek, Regel
from eloket.afspraken.models import (
    Afspraaklocatie,
    Afspraaksoort,
    Agenda,
    Openingsregel,
    Uitzondering,
    Vaardigheid,
)

NEDERLAND = ZoneInfo("Europe/Amsterdam")
MAANDAG = date(2026, 9, 28)
NOW = datetime(2026, 9, 25, 8, 0, tzinfo=UTC)  # the Friday before, ten o'clock
WERKDAGEN = 0b0011111
ELKE_DAG = 0b1111111


def wall(day: date, hours: int, minutes: int = 0) -> datetime:
    """A moment by the clock on the wall."""
    return datetime.combine(day, time(hours, minutes), NEDERLAND).astimezone(UTC)


def make_plek(code: str = "gemeentehuis", *, desks: int = 1, **values: object) -> Afspraaklocatie:
    """A place with so many desks, open on weekdays from nine to twelve."""
    fields = {"naam": code.title(), "kanaal": "balie"} | values
    plek = Afspraaklocatie.objects.create(code=code, **fields)
    for number in range(desks):
        make_agenda(plek, naam=f"Balie {number + 1}")
    make_regel(locatie=plek)
    return plek


def make_agenda(plek: Afspraaklocatie, *skills: str, **values: object) -> Agenda:
    fields = {"naam": "Balie"} | values
    agenda = Agenda.objects.create(locatie=plek, **fields)
    agenda.vaardigheden.set([make_vaardigheid(skill) for skill in skills])
    return agenda


def make_vaardigheid(code: str) -> Vaardigheid:
    return Vaardigheid.objects.get_or_create(code=code, defaults={"naam": code.title()})[0]


def make_soort(code: str = "paspoort", *skills: str, **values: object) -> Afspraaksoort:
    """Ten minutes at the counter, every quarter of an hour, without notice."""
    fields = {"naam": code.title(), "minuten": 10, "raster": 15, "vooraf_minuten": 0} | values
    soort = Afspraaksoort.objects.create(code=code, **fields)
    soort.vaardigheden.set([make_vaardigheid(skill) for skill in skills])
    return soort


def make_regel(*skills: str, **values: object) -> Openingsregel:
    """Weekdays from nine to twelve, since long ago."""
    fields = {
        "weekdagen": WERKDAGEN,
        "van": time(9),
        "tot": time(12),
        "geldig_van": date(2026, 1, 1),
    } | values
    regel = Openingsregel.objects.create(**fields)
    regel.vaardigheden.set([make_vaardigheid(skill) for skill in skills])
    return regel


def make_uitzondering(day: date, **values: object) -> Uitzondering:
    """Closed the whole day, for all, unless told otherwise."""
    return Uitzondering.objects.create(**{"eerste_dag": day, "laatste_dag": day} | values)


def visit(
    *soorten: str, personen: int = 1, kanaal: str = "balie", bereik: Bereik = Bereik.ONLINE, agenda: str = ""
) -> Bezoek:
    """For these soorten, each with so many persons; a passport when none is told."""
    regels = tuple(Regel(soort, personen) for soort in soorten or ("paspoort",))
    return Bezoek(regels, kanaal, bereik, agenda)
