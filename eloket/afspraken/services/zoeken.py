"""What can be chosen: for what, where, on which day and when.

An agenda that does not answer raises `NietBereikbaar`; only a list of several places goes on without it, and
says so. `houder` is who asks, in any form that stays the same; what they hold themselves counts as free.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from eloket.afspraken.backends import get_backend
from eloket.afspraken.backends.base import Bereik, Bezoek, Dag, Moment, NietBereikbaar, Plek
from eloket.afspraken.models import Afspraaksoort, Agenda, Doelgroep
from eloket.afspraken.services.plaatsen import Plaats, by_systeem, find_plaats, list_plaatsen, read_language
from eloket.afspraken.woorden import to_local
from eloket.lib.tekst import in_language
from eloket.website.services import per_versie

DICHTBIJ = timedelta(days=7)  # how far around a lost time others are looked for
ALTERNATIEVEN = 5


@dataclass(frozen=True, slots=True)
class SoortKeuze:
    """What somebody can come for, in their language. It takes `minuten` for the first person.

    `vooruit_dagen`: how many days ahead it can be chosen.
    """

    code: str
    naam: str
    doelgroep: str
    minuten: int
    minuten_per_persoon: int
    max_personen: int
    kanalen: tuple[str, ...]
    vooruit_dagen: int
    meenemen: str
    let_op: str
    stukken_vooraf: bool

    def count_minutes(self, personen: int) -> int:
        return self.minuten + self.minuten_per_persoon * (personen - 1)


@dataclass(frozen=True, slots=True)
class PlekInfo:
    """A place for this visit. `eerste` None: full, or not `bereikbaar` and then we do not know."""

    code: str
    naam: str
    kanaal: str
    adresregels: tuple[str, ...]
    uitleg: str
    eerste: datetime | None
    bereikbaar: bool = True


@dataclass(frozen=True, slots=True)
class Alternatief:
    """Another time, here or elsewhere. `locatie` is a code."""

    locatie: str
    naam: str
    begin: datetime


@dataclass(frozen=True, slots=True)
class Adviseur:
    """Somebody to choose by name. `sleutel` goes into `Bezoek.agenda`."""

    sleutel: str
    naam: str


def list_keuzes(doelgroep: str | None = None, bereik: Bereik = Bereik.ONLINE) -> list[SoortKeuze]:
    """What can be chosen now: some place in use has an agenda for it. By name.

    `doelgroep`: `inwoner` or `ondernemer` leaves out what is for the other; None is everything. Where a
    system does not answer, what it may have is in the list: its place says later that it is out of order.
    """
    offered = _list_offered()
    return [
        keuze
        for keuze, online in _read_keuzes(read_language())
        if (online or bereik is Bereik.MEDEWERKER)
        and (doelgroep is None or keuze.doelgroep in (doelgroep, Doelgroep.IEDEREEN))
        and (offered is None or keuze.code in offered)
    ]


def find_keuze(code: str, bereik: Bereik = Bereik.ONLINE) -> SoortKeuze | None:
    """The soort with this code, when it can be chosen now."""
    return next((keuze for keuze in list_keuzes(bereik=bereik) if keuze.code == code), None)


def list_adviseurs(bezoek: Bezoek, locatie: str) -> list[Adviseur]:
    """Who at this place can be chosen by name for this visit. One query at most."""
    soorten = [regel.soort for regel in bezoek.regels]
    needed = set(Afspraaksoort.objects.filter(code__in=soorten).values_list("vaardigheden", flat=True)) - {
        None
    }
    agendas = Agenda.objects.filter(locatie__code=locatie).exclude(naam_publiek="")
    if bezoek.bereik is not Bereik.MEDEWERKER:
        agendas = agendas.filter(reserve=False)
    return [
        Adviseur(str(agenda.pk), agenda.naam_publiek)
        for agenda in agendas.prefetch_related("vaardigheden")
        if needed <= {skill.pk for skill in agenda.vaardigheden.all()}
    ]


def list_plekken(bezoek: Bezoek, *, now: datetime) -> list[PlekInfo]:
    """Every place that can ever serve this visit with its first moment, in the order of the redacteur.

    A place whose system does not answer is there too, as not `bereikbaar`.
    """
    plaatsen = [plaats for plaats in list_plaatsen() if plaats.kanaal == bezoek.kanaal]
    answers: dict[str, PlekInfo] = {}
    for systeem, group in by_systeem(plaatsen).items():
        answers |= _ask(systeem, group, bezoek, now)
    return [answers[plaats.code] for plaats in plaatsen if plaats.code in answers]


def list_dagen(
    bezoek: Bezoek, locatie: str, *, van: date, tot_en_met: date, now: datetime, houder: str = ""
) -> list[Dag]:
    """Every day of the span, both ends included, with how many moments one can begin. [] for no such place.

    Errors: `NietBereikbaar`.
    """
    plaats = find_plaats(locatie)
    if plaats is None:
        return []
    backend = get_backend(plaats.systeem)
    return backend.list_dagen(bezoek, locatie, van=van, tot_en_met=tot_en_met, now=now, houder=houder)


def list_momenten(
    bezoek: Bezoek, locatie: str, *, van: date, tot_en_met: date, now: datetime, houder: str = ""
) -> list[Moment]:
    """The moments on these local days, in order. [] for no such place. Errors: `NietBereikbaar`."""
    plaats = find_plaats(locatie)
    if plaats is None:
        return []
    backend = get_backend(plaats.systeem)
    return backend.list_momenten(bezoek, locatie, van=van, tot_en_met=tot_en_met, now=now, houder=houder)


def list_alternatieven(
    bezoek: Bezoek, locatie: str, begin: datetime, *, now: datetime, houder: str = ""
) -> list[Alternatief]:
    """The moments nearest to a lost one, at this and the other places, in order of time; at most five.

    Never fails: a place whose system does not answer offers nothing here.
    """
    plaatsen = [plaats for plaats in list_plaatsen() if plaats.kanaal == bezoek.kanaal]
    found = [
        Alternatief(plaats.code, plaats.naam, moment)
        for plaats in plaatsen
        for moment in _list_near(bezoek, plaats, begin, now, houder, 3 if plaats.code == locatie else 1)
    ]
    found.sort(key=lambda each: (each.locatie != locatie, abs(each.begin - begin)))
    return sorted(found[:ALTERNATIEVEN], key=lambda each: each.begin)


def _list_near(
    bezoek: Bezoek, plaats: Plaats, begin: datetime, now: datetime, houder: str, count: int
) -> list[datetime]:
    day = to_local(begin).date()
    van = max(day - DICHTBIJ, to_local(now).date())
    try:
        moments = list_momenten(
            bezoek, plaats.code, van=van, tot_en_met=max(day, van) + DICHTBIJ, now=now, houder=houder
        )
        near = sorted((moment.begin for moment in moments), key=lambda each: abs(each - begin))
        return near[:count] or _list_first(bezoek, plaats, now)
    except NietBereikbaar:
        return []


def _list_first(bezoek: Bezoek, plaats: Plaats, now: datetime) -> list[datetime]:
    plekken = get_backend(plaats.systeem).list_plekken(bezoek, [plaats.code], now=now)
    return [plek.eerste for plek in plekken if plek.eerste]


def _ask(systeem: str, plaatsen: Sequence[Plaats], bezoek: Bezoek, now: datetime) -> dict[str, PlekInfo]:
    try:
        plekken = get_backend(systeem).list_plekken(bezoek, [plaats.code for plaats in plaatsen], now=now)
    except NietBereikbaar:
        return {plaats.code: _to_info(plaats, None, bereikbaar=False) for plaats in plaatsen}
    known = {plaats.code: plaats for plaats in plaatsen}
    return {plek.locatie: _to_plek(known[plek.locatie], plek) for plek in plekken}


def _to_plek(plaats: Plaats, plek: Plek) -> PlekInfo:
    return _to_info(plaats, plek.eerste)


def _to_info(plaats: Plaats, eerste: datetime | None, *, bereikbaar: bool = True) -> PlekInfo:
    return PlekInfo(
        plaats.code, plaats.naam, plaats.kanaal, plaats.adresregels, plaats.uitleg, eerste, bereikbaar
    )


def _list_offered() -> set[str] | None:
    """Codes that some agenda serves; None when one of the systems does not answer."""
    codes: set[str] = set()
    try:
        for systeem, group in by_systeem(list_plaatsen()).items():
            codes |= get_backend(systeem).list_soorten([plaats.code for plaats in group])
    except NietBereikbaar:
        return None
    return codes


@per_versie
def _read_keuzes(taal: str) -> tuple[tuple[SoortKeuze, bool], ...]:
    """Each soort, and whether anybody may make it."""
    return tuple((_to_keuze(soort, taal), soort.online) for soort in Afspraaksoort.objects.all())


def _to_keuze(soort: Afspraaksoort, taal: str) -> SoortKeuze:
    return SoortKeuze(
        code=soort.code,
        naam=in_language(soort.naam, soort.naam_en, taal),
        doelgroep=soort.doelgroep,
        minuten=soort.minuten,
        minuten_per_persoon=soort.minuten_per_persoon,
        max_personen=soort.max_personen,
        kanalen=tuple(kanaal.value for kanaal in soort.kanalen),
        vooruit_dagen=soort.vooruit_dagen,
        meenemen=in_language(soort.meenemen, soort.meenemen_en, taal),
        let_op=in_language(soort.let_op, soort.let_op_en, taal),
        stukken_vooraf=soort.stukken_vooraf,
    )
