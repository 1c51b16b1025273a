"""The planner of forms: times at the gemeente's own places, whichever agenda keeps them.

A time goes by its place and its moment, a held one by its place and the key of the hold. Nobody is visited
for a form: it would have to ask first where.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from eloket.afspraken.backends.base import (
    Bezoek,
    Houvast,
    Moment,
    NietBereikbaar,
    OnbekendeBoeking,
    Regel,
    TijdBezet,
    Vol,
)
from eloket.afspraken.models import Bevestiging, Kanaal
from eloket.afspraken.planner import Aanvraaggegevens, Planner, Tijd
from eloket.afspraken.services.boeken import book_afspraak
from eloket.afspraken.services.gegevens import Contactgegevens, NieuweAfspraak
from eloket.afspraken.services.plaatsen import Plaats, find_plaats
from eloket.afspraken.services.vasthouden import hold_tijd, prolong_houvast
from eloket.afspraken.services.zoeken import PlekInfo, find_keuze, list_momenten, list_plekken
from eloket.afspraken.woorden import to_local

KANALEN = (Kanaal.BALIE, Kanaal.TELEFOON)
PER_PLEK = 6  # more is a wall of radio buttons
DAGEN = 14  # how far past the first moment of a place is looked
MIDDAG = 12


class Agendaplanner(Planner):
    """Offers the first moments of the morning and of the afternoon, of the first days at every place."""

    @property
    def keeps_afspraken(self) -> bool:
        return True

    def plans(self, soort: str, *, now: datetime) -> bool:
        return bool(soort) and find_keuze(soort) is not None

    def list_tijden(self, soort: str, *, now: datetime) -> Sequence[Tijd]:
        asked = [_make_bezoek(soort, kanaal) for kanaal in KANALEN]
        places = [(bezoek, plek) for bezoek in asked for plek in list_plekken(bezoek, now=now)]
        if places and not any(plek.bereikbaar for _bezoek, plek in places):
            raise NietBereikbaar(soort)
        found = [tijd for bezoek, plek in places for tijd in _list_at(bezoek, plek, now=now)]
        return sorted(found, key=lambda tijd: tijd.begin)

    def hold(self, soort: str, tijd: str, *, now: datetime) -> Tijd:
        plaats, begin = _read_tijd(tijd)
        own = uuid4().hex
        try:
            houvast = hold_tijd(
                _make_bezoek(soort, plaats.kanaal), plaats.code, begin, houder=own, verzoek=own, now=now
            )
        except Vol as error:
            raise TijdBezet(tijd) from error
        return _to_held(plaats, houvast)

    def prolong(self, houvast: str, *, now: datetime) -> Tijd:
        code, sleutel = _split(houvast)
        try:
            return _to_held(_get_plaats(code), prolong_houvast(sleutel, code, now=now))
        except OnbekendeBoeking as error:
            raise TijdBezet(houvast) from error

    def confirm(self, houvast: str, *, bron: UUID, gegevens: Aanvraaggegevens, now: datetime) -> str:
        code, sleutel = _split(houvast)
        nieuw = NieuweAfspraak(
            houvast=sleutel,
            locatie=code,
            contact=Contactgegevens(naam=gegevens.naam, email=gegevens.email, telefoon=gegevens.telefoon),
            taal=gegevens.taal,
            verzoek=f"aanvraag:{bron}",
            bevestiging=Bevestiging.EMAIL if gegevens.email else Bevestiging.GEEN,
            belanghebbende=gegevens.belanghebbende,
            handelende=gegevens.handelende,
            zaak=gegevens.zaak,
        )
        try:
            return book_afspraak(nieuw, now=now).toonreferentie
        except (OnbekendeBoeking, Vol) as error:
            raise TijdBezet(houvast) from error


def _make_bezoek(soort: str, kanaal: str) -> Bezoek:
    return Bezoek(regels=(Regel(soort),), kanaal=kanaal)


def _list_at(bezoek: Bezoek, plek: PlekInfo, *, now: datetime) -> list[Tijd]:
    """Some of the first moments at a place; none when it is full, or when it just went out of order."""
    if plek.eerste is None:
        return []
    van = to_local(plek.eerste).date()
    try:
        momenten = list_momenten(bezoek, plek.code, van=van, tot_en_met=van + timedelta(days=DAGEN), now=now)
    except NietBereikbaar:
        return []
    picked = _pick(momenten)
    return [Tijd(f"{plek.code} {moment.begin.isoformat()}", moment.begin, plek.naam) for moment in picked]


def _pick(momenten: Iterable[Moment]) -> list[Moment]:
    """The first of each morning and each afternoon."""
    found: dict[tuple[date, bool], Moment] = {}
    for moment in momenten:
        local = to_local(moment.begin)
        found.setdefault((local.date(), local.hour >= MIDDAG), moment)
    return list(found.values())[:PER_PLEK]


def _read_tijd(tijd: str) -> tuple[Plaats, datetime]:
    """Where and when. Errors: `TijdBezet` for words that are not ours."""
    code, begin = _split(tijd)
    try:
        moment = datetime.fromisoformat(begin)
    except ValueError:
        raise TijdBezet(tijd) from None
    plaats = _get_plaats(code)
    if moment.tzinfo is None or plaats.kanaal not in KANALEN:
        raise TijdBezet(tijd)
    return plaats, moment


def _get_plaats(code: str) -> Plaats:
    plaats = find_plaats(code)
    if plaats is None:
        raise TijdBezet(code)
    return plaats


def _to_held(plaats: Plaats, houvast: Houvast) -> Tijd:
    return Tijd(f"{plaats.code} {houvast.sleutel}", houvast.begin, plaats.naam)


def _split(text: str) -> tuple[str, str]:
    code, _space, rest = text.partition(" ")
    return code, rest
