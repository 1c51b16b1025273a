"""A counter with its hours, and people who come."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from eloket.afspraken.models import (
    Afspraak,
    Afspraaklocatie,
    Afspraakregel,
    Afspraaksoort,
    AfspraakStatus,
    Agenda,
    Deel,
    Kanaal,
    Openingsregel,
    Reservering,
    ReserveringStatus,
)
from eloket.website.models import Locatie

SNIPPETS = "/beheer/snippets/afspraken/"
BEHEER = "/beheer/afspraken/"
WERKWEEK = 0b0011111
ALFABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def make_adres(naam: str = "Gemeentehuis") -> Locatie:
    return Locatie.objects.create(
        naam=naam, straat="Rietplein", huisnummer="1", postcode="0000 AA", plaats="Rietwaard"
    )


def make_plek(code: str = "gemeentehuis", kanaal: Kanaal = Kanaal.BALIE, **values: Any) -> Afspraaklocatie:
    naam = values.pop("naam", code.capitalize())
    adres = make_adres(naam) if kanaal == Kanaal.BALIE else None
    return Afspraaklocatie.objects.create(code=code, naam=naam, kanaal=kanaal, locatie=adres, **values)


def make_agenda(plek: Afspraaklocatie, naam: str = "Balie 1", **values: Any) -> Agenda:
    return Agenda.objects.create(locatie=plek, naam=naam, **values)


def make_regel(plek: Afspraaklocatie, van: str = "09:00", tot: str = "17:00", **values: Any) -> Openingsregel:
    values = {"weekdagen": WERKWEEK, "geldig_van": date(2026, 1, 1), **values}
    hours = time.fromisoformat(van), time.fromisoformat(tot)
    return Openingsregel.objects.create(locatie=plek, van=hours[0], tot=hours[1], **values)


def make_soort(code: str = "paspoort", **values: Any) -> Afspraaksoort:
    naam = values.pop("naam", "Paspoort aanvragen")
    return Afspraaksoort.objects.create(code=code, naam=naam, **{"minuten": 20, **values})


def make_afspraak(
    agenda: Agenda, soort: Afspraaksoort, begin: datetime, *, naam: str = "Noor de Wit", **values: Any
) -> Afspraak:
    """Booked in the built-in agenda, as the services leave it behind."""
    personen = values.pop("personen", 1)
    eind = begin + timedelta(minutes=soort.minuten)
    key = uuid4()
    kept = Reservering.objects.create(
        sleutel=key,
        status=ReserveringStatus.GEBOEKT,
        locatie=agenda.locatie,
        begin=begin,
        eind=eind,
        bezoek={
            "regels": [[soort.code, personen]],
            "kanaal": agenda.locatie.kanaal,
            "bereik": "online",
            "agenda": "",
        },
        verzoek=key.hex,
        gemaakt=begin - timedelta(days=7),
    )
    units = int(begin.timestamp()) // 300, -(-int(eind.timestamp()) // 300)
    Deel.objects.create(
        reservering=kept, agenda=agenda, locatie=agenda.locatie, begin=units[0], eind=units[1]
    )
    row = Afspraak.objects.create(
        **{
            "referentie": make_referentie(),
            "locatie": agenda.locatie,
            "kanaal": agenda.locatie.kanaal,
            "begin": begin,
            "eind": eind,
            "boeking": str(key),
            "verzoek": key.hex,
            "gemaakt": begin - timedelta(days=7),
            "contact": {"naam": naam, "telefoon": "0612345678", "email": "noor@voorbeeld.example"},
            **values,
        }
    )
    Afspraakregel.objects.create(afspraak=row, soort=soort, personen=personen)
    return row


def make_referentie() -> str:
    number, letters = uuid4().int, ""
    for _ in range(8):
        number, rest = divmod(number, len(ALFABET))
        letters += ALFABET[rest]
    return letters


def at(day: int, clock: str, month: int = 12) -> datetime:
    """In December 2026, in winter time."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=1)


GEANNULEERD = AfspraakStatus.GEANNULEERD
