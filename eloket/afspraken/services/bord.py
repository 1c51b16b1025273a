"""The board of a place: who comes, for what, when, how and at which desk; by day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, Q
from django.utils.timezone import get_default_timezone

from eloket.afspraken.backends import get_backend
from eloket.afspraken.backends.base import NietBereikbaar
from eloket.afspraken.models import Afspraak, Afspraaklocatie, AfspraakStatus, Kanaal
from eloket.afspraken.services.referentie import show_referentie
from eloket.afspraken.services.wie import tell_regels, tell_wie


@dataclass(frozen=True, slots=True)
class Bordregel:
    """An afspraak on the board. `wie` is "" for who may not know it, and when it was emptied."""

    id: UUID
    toonreferentie: str
    begin: datetime
    eind: datetime
    status: AfspraakStatus
    kanaal: Kanaal
    wat: str
    wie: str
    agenda: str
    is_aangekomen: bool


@dataclass(frozen=True, slots=True)
class Borddag:
    datum: date
    regels: tuple[Bordregel, ...]


@dataclass(frozen=True, slots=True)
class Bord:
    """`agenda_bekend`: False while the agenda does not answer; the afspraken themselves we know."""

    code: str
    naam: str
    dagen: tuple[Borddag, ...]
    agenda_bekend: bool


@dataclass(frozen=True, slots=True)
class Drukte:
    """A place and what happens there on a day."""

    code: str
    naam: str
    kanaal: str
    actief: bool
    aantal: int
    aangekomen: int
    klaar: int


class OnbekendeLocatie(Exception):
    """There is no such place."""


def read_bord(code: str, *, van: date, tot_en_met: date, met_namen: bool) -> Bord:
    """The afspraken of these days that stand, in order. `met_namen`: for who may know who comes.

    Errors: `OnbekendeLocatie`.
    """
    locatie = Afspraaklocatie.objects.filter(code=code).first()
    if locatie is None:
        raise OnbekendeLocatie(code)
    agendas = _read_agendas(locatie, van, tot_en_met)
    by_day: dict[date, list[Bordregel]] = defaultdict(list)
    for row in _read_rows(locatie, van, tot_en_met):
        regel = to_bordregel(row, agenda=(agendas or {}).get(row.boeking, ""), met_namen=met_namen)
        by_day[row.begin.astimezone(get_default_timezone()).date()].append(regel)
    days = (van + timedelta(days=n) for n in range((tot_en_met - van).days + 1))
    dagen = tuple(Borddag(day, tuple(by_day[day])) for day in days)
    return Bord(locatie.code, locatie.naam, dagen, agendas is not None)


def list_drukte(dag: date) -> list[Drukte]:
    """Every place with how many come that day. One query."""
    van, tot = day_bounds(dag, dag)
    on_day = Q(afspraken__begin__gte=van, afspraken__begin__lt=tot)
    stands = on_day & ~Q(afspraken__status=AfspraakStatus.GEANNULEERD)
    counted = Afspraaklocatie.objects.annotate(
        n=Count("afspraken", filter=stands),
        aan=Count("afspraken", filter=on_day & Q(afspraken__status=AfspraakStatus.AANGEKOMEN)),
        klaar=Count("afspraken", filter=on_day & Q(afspraken__status=AfspraakStatus.GEHOLPEN)),
    ).order_by("volgorde", "naam", "pk")
    return [
        Drukte(row.code, row.naam, row.get_kanaal_display(), row.actief, row.n, row.aan, row.klaar)
        for row in counted
        if row.actief or row.n
    ]


def to_bordregel(row: Afspraak, *, agenda: str, met_namen: bool) -> Bordregel:
    return Bordregel(
        id=row.pk,
        toonreferentie=show_referentie(row.referentie),
        begin=row.begin,
        eind=row.eind,
        status=AfspraakStatus(row.status),
        kanaal=Kanaal(row.kanaal),
        wat=tell_regels(row),
        wie=tell_wie(row) if met_namen else "",
        agenda=agenda or row.agenda_naam,
        is_aangekomen=row.aangekomen is not None,
    )


def day_bounds(van: date, tot_en_met: date) -> tuple[datetime, datetime]:
    """From local midnight to the midnight after the last day."""
    zone = get_default_timezone()
    return (
        datetime.combine(van, time(), zone),
        datetime.combine(tot_en_met + timedelta(days=1), time(), zone),
    )


def _read_rows(locatie: Afspraaklocatie, van: date, tot_en_met: date) -> Iterable[Afspraak]:
    begin, eind = day_bounds(van, tot_en_met)
    rows = Afspraak.objects.standing().filter(locatie=locatie, begin__gte=begin, begin__lt=eind)
    return rows.order_by("begin", "referentie").prefetch_related("regels__soort")


def _read_agendas(locatie: Afspraaklocatie, van: date, tot_en_met: date) -> dict[str, str] | None:
    """Who or what serves each booking; None when the agenda does not answer."""
    try:
        found = get_backend(locatie.systeem).list_boekingen(locatie.code, van=van, tot_en_met=tot_en_met)
    except NietBereikbaar:
        return None
    return {each.sleutel: each.agenda for each in found}
