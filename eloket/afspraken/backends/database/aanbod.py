"""What can be chosen: places, days and moments."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from eloket.afspraken.backends.base import Bereik, Bezoek, Dag, Moment, Plek, Regel
from eloket.afspraken.backends.database.bezet import read_busy, read_wijkend
from eloket.afspraken.backends.database.eenheden import to_moment
from eloket.afspraken.backends.database.inlezen import Inrichting, read_inrichting
from eloket.afspraken.backends.database.rooster import PlaatsFeiten
from eloket.afspraken.backends.database.vraag import Dagen, Vraag, make_vraag
from eloket.afspraken.backends.database.vrij import (
    count_per_day,
    find_first,
    list_begins,
    read_vrij,
    to_moments,
)


def list_soorten(locaties: Sequence[str]) -> set[str]:
    """Codes of what one of these places could ever give."""
    inrichting = read_inrichting()
    plaatsen = [plaats for code, plaats in inrichting.plaatsen.items() if code in set(locaties)]
    return {
        code
        for code, soort in inrichting.soorten.items()
        for kanaal in soort.kanalen
        if _is_served(code, kanaal, plaatsen, inrichting)
    }


def list_plekken(bezoek: Bezoek, locaties: Sequence[str], *, now: datetime) -> list[Plek]:
    inrichting = read_inrichting()
    vraag = make_vraag(bezoek, inrichting.soorten)
    if vraag is None:
        return []
    known = [inrichting.plaatsen[code] for code in locaties if code in inrichting.plaatsen]
    able = [plaats for plaats in known if vraag.list_agendas(plaats)]
    first = find_first(able, vraag, now=now)
    return [Plek(plaats.code, first.get(plaats.code)) for plaats in able]


def list_dagen(bezoek: Bezoek, locatie: str, dagen: Dagen, *, now: datetime, houder: str) -> list[Dag]:
    begins = _read_begins(bezoek, locatie, dagen, now=now, houder=houder)[0]
    counts = count_per_day(begins, dagen)
    return [Dag(day, count) for (day, _offset), count in zip(dagen.list_days(), counts, strict=True)]


def list_momenten(bezoek: Bezoek, locatie: str, dagen: Dagen, *, now: datetime, houder: str) -> list[Moment]:
    begins, vraag, own = _read_begins(bezoek, locatie, dagen, now=now, houder=houder)
    if vraag is None:
        return []
    length = timedelta(minutes=vraag.minuten)
    return [Moment(begin, begin + length, begin in own) for begin in to_moments(begins, dagen)]


def find_vraag(bezoek: Bezoek, locatie: str) -> tuple[PlaatsFeiten, Vraag] | None:
    """The place and what is asked of it; None when it can never give this visit."""
    inrichting = read_inrichting()
    plaats = inrichting.plaatsen.get(locatie)
    vraag = make_vraag(bezoek, inrichting.soorten)
    if plaats is None or vraag is None or not vraag.list_agendas(plaats):
        return None
    return plaats, vraag


def _read_begins(
    bezoek: Bezoek, locatie: str, dagen: Dagen, *, now: datetime, houder: str
) -> tuple[int, Vraag | None, set[datetime]]:
    """Where it can begin, what was asked, and when the holds of `houder` begin."""
    found = find_vraag(bezoek, locatie)
    if found is None:
        return 0, None, set()
    plaats, vraag = found
    wijkend = read_wijkend(dagen, houder=houder, now=now)
    agendas = [agenda.pk for agenda in vraag.list_agendas(plaats)]
    busy = read_busy(agendas, dagen, wijkend)
    begins = list_begins(read_vrij(plaats, vraag, dagen, busy=busy, now=now))
    own = {to_moment(first + vraag.voor) for agenda, first, _last in wijkend.eigen if agenda in agendas}
    return begins, vraag, own


def _is_served(code: str, kanaal: str, plaatsen: Sequence[PlaatsFeiten], inrichting: Inrichting) -> bool:
    bezoek = Bezoek((Regel(code),), kanaal, Bereik.MEDEWERKER)
    vraag = make_vraag(bezoek, inrichting.soorten)
    return vraag is not None and any(
        agenda.uren.opens_ever for plaats in plaatsen for agenda in vraag.list_agendas(plaats)
    )
