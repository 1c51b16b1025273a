"""Where and when one can come in Rietwaard, who came the last weeks, and who comes the next ones."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import get_default_timezone

from eloket.accounts.services import Rol, list_adressen
from eloket.afspraken.services import (
    AgendaInvoer,
    Bedrijfsgegevens,
    Bezoek,
    Contactgegevens,
    Moment,
    NieuweAfspraak,
    PlekInvoer,
    Regel,
    book_afspraak,
    cancel_afspraak,
    ensure_afspraaksoort,
    ensure_eerder_dicht,
    ensure_feestdagen,
    ensure_plek,
    ensure_vaardigheid,
    hold_tijd,
    list_momenten,
    mark_afspraak,
    take_momentopname,
)
from eloket.demo.bron import read
from eloket.demo.personen import email_of, get_persoon
from eloket.website.models import Locatie
from eloket.zaken.services import ensure_team

SINDS = timedelta(days=365)
VOORUIT = timedelta(days=40)
NACHTEN = (28, 21, 14, 7, 1)  # days ago of which the wait is known

Data = Mapping[str, Any]


@transaction.atomic
def load_afspraken(now: datetime) -> None:
    """Once: places that are there stay as they are, and then nobody comes by themselves either."""
    data = read("afspraken")
    for soort in read("afspraaksoorten"):
        ensure_afspraaksoort(**soort)
    for skill in data["vaardigheden"]:
        ensure_vaardigheid(**skill)
    teams = {each["naam"]: _load_team(each) for each in data["teams"]}
    new = [plek["code"] for plek in data["plekken"] if _load_plek(plek, teams, now)]
    if new:
        _load_anders(data["open_op"], now)
        _load_geweest(data["geweest"], now)
        for nummer, each in enumerate(data["afspraken"]):
            _load_komt(f"demo-komt-{nummer}", each, now)


def _load_plek(data: Data, teams: Mapping[str, int], now: datetime) -> bool:
    """False for a place that is there, and for a counter whose address somebody took away."""
    adres = Locatie.objects.filter(naam=data["adres"]).first() if "adres" in data else None
    if "adres" in data and adres is None:
        return False
    agendas = [_to_agenda(each, teams) for each in data["agendas"]]
    invoer = PlekInvoer(data["code"], data["velden"], adres and adres.pk, agendas, data["regels"])
    return ensure_plek(invoer, vanaf=_local(now - SINDS))


def _to_agenda(data: Data, teams: Mapping[str, int]) -> AgendaInvoer:
    agenda = AgendaInvoer(**{**data, "medewerker": None, "team": teams.get(data.get("team", ""))})
    return replace(agenda, medewerker=_find_user(data["medewerker"])) if "medewerker" in data else agenda


def _load_team(data: Data) -> int:
    return ensure_team(data["naam"], leden=filter(None, map(_find_user, data["leden"])))


def _find_user(persoon: str) -> int | None:
    """The id of a behandelaar of the demo; None until they are in it."""
    email = email_of(get_persoon(persoon))
    return next((pk for pk, address in list_adressen(Rol.BEHANDELAAR) if address == email), None)


def _load_anders(open_op: Sequence[str], now: datetime) -> None:
    """Holidays of this year and the next; on some of them a redacteur has still to decide."""
    this = _local(now).year
    for year in (this, this + 1):
        ensure_feestdagen(year, gesloten=lambda naam: naam not in open_op)
        for month_day, reden in ((24, "dag voor Kerst"), (31, "oudejaarsdag")):
            ensure_eerder_dicht(date(year, 12, month_day), "16:00", reden)


def _load_geweest(rows: Sequence[Data], now: datetime) -> None:
    """Who came, who did not, who cancelled: each at their own moment."""
    for ago in NACHTEN:
        take_momentopname(now=now - timedelta(days=ago))
    for nummer, data in enumerate(rows):
        day = now - timedelta(days=data["dag"])
        booked = day - timedelta(days=5 + nummer)
        found = [each for each in _list_momenten(data, day, booked) if each.eind < now]
        if found:
            moment = found[data["keuze"] % min(len(found), 20)]
            _finish(_book(f"demo-geweest-{nummer}", data, moment, booked), data["afloop"], moment)


def _finish(id: Any, afloop: str, moment: Moment) -> None:
    if afloop == "geannuleerd":
        cancel_afspraak(id, door="", now=moment.begin - timedelta(hours=5))
    else:
        mark_afspraak(id, afloop, was="geboekt", door="demo", now=moment.begin + timedelta(minutes=10))


def _load_komt(verzoek: str, data: Data, now: datetime) -> None:
    """On the day that is so many open days ahead."""
    by_day: dict[date, list[Moment]] = {}
    for each in _list_momenten(data, now, now):
        by_day.setdefault(_local(each.begin), []).append(each)
    days = list(by_day.values())
    if days:
        moments = days[data["dag"] % len(days)]
        _book(verzoek, data, moments[data["keuze"] % len(moments)], now)


def _list_momenten(data: Data, vanaf: datetime, now: datetime) -> list[Moment]:
    van = _local(vanaf)
    tot = min(van + VOORUIT, _local(now) + VOORUIT)
    return list_momenten(_bezoek(data), data["plek"], van=van, tot_en_met=tot, now=now)


def _book(verzoek: str, data: Data, moment: Moment, now: datetime) -> Any:
    """Without a mail: nobody reads one here."""
    houvast = hold_tijd(
        _bezoek(data), data["plek"], moment.begin, houder=verzoek, verzoek=f"{verzoek}-tijd", now=now
    )
    bedrijf = None
    if "bedrijf" in data:
        bedrijf = Bedrijfsgegevens(naam=data["bedrijf"], onderwerp=data.get("onderwerp", ""))
    nieuw = NieuweAfspraak(
        houvast=houvast.sleutel,
        locatie=data["plek"],
        contact=Contactgegevens(
            data["naam"], email=f"{verzoek}@rietwaard.example", adres=tuple(data.get("adres", ()))
        ),
        verzoek=verzoek,
        doelgroep="ondernemer" if bedrijf else "inwoner",
        bevestiging="geen",
        bedrijf=bedrijf,
    )
    return book_afspraak(nieuw, now=now).id


def _bezoek(data: Data) -> Bezoek:
    plek = next(each for each in read("afspraken")["plekken"] if each["code"] == data["plek"])
    return Bezoek((Regel(data["soort"], data.get("personen", 1)),), kanaal=plek["velden"]["kanaal"])


def _local(moment: datetime) -> date:
    return moment.astimezone(get_default_timezone()).date()
