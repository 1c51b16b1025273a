"""Which agenda gets a visit: who can do least besides, then the tightest gap, then chance.

Specialists stay free for what only they can do, long stretches stay whole, and many who come at once do not
all try the same desk.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from eloket.afspraken.backends.database.bezet import Wijkend, read_busy, read_wijkend
from eloket.afspraken.backends.database.bitmap import run_around
from eloket.afspraken.backends.database.claims import Vak
from eloket.afspraken.backends.database.eenheden import local_day, to_unit
from eloket.afspraken.backends.database.rooster import PlaatsFeiten
from eloket.afspraken.backends.database.vraag import Dagen, Vraag
from eloket.afspraken.backends.database.vrij import Vrij, read_vrij

GEDULD = timedelta(minutes=15)  # between seeing a time and choosing it


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """Units of an agenda that looked free. `wijkend`: what has ended and must be cleared away for it."""

    vak: Vak
    wijkend: tuple[UUID, ...]


def list_kandidaten(
    plaats: PlaatsFeiten,
    vraag: Vraag,
    begin: datetime,
    *,
    houder: str,
    now: datetime,
    over: Sequence[UUID] = (),
) -> list[Kandidaat]:
    """The agendas that could take this visit then, the best one first. Two queries.

    `over`: reserveringen of who asks, beside the holds of `houder`.
    """
    if begin <= now:
        return []
    day = local_day(begin)
    dagen = Dagen(day, day)
    wijkend = read_wijkend(dagen, houder=houder, over=over, now=now)
    busy = read_busy([agenda.pk for agenda in vraag.list_agendas(plaats)], dagen, wijkend)
    unit = to_unit(begin) - dagen.begin
    vrij = [
        each
        for each in read_vrij(plaats, vraag, dagen, busy=busy, now=now, gezien=now - GEDULD)
        if each.begin >> unit & 1
    ]
    vrij.sort(key=lambda each: _preference(each, vraag, unit))
    return [_to_kandidaat(each, plaats, vraag, to_unit(begin), wijkend) for each in vrij]


def _preference(each: Vrij, vraag: Vraag, unit: int) -> tuple[bool, int, int, int]:
    extra = len(each.agenda.vaardigheden - vraag.vaardigheden)
    gap = run_around(each.vrij, unit - vraag.voor, vraag.lengte)
    return each.agenda.reserve, extra, gap, secrets.randbits(16)


def _to_kandidaat(each: Vrij, plaats: PlaatsFeiten, vraag: Vraag, unit: int, wijkend: Wijkend) -> Kandidaat:
    first = unit - vraag.voor
    vak = Vak(each.agenda.pk, plaats.pk, first, first + vraag.lengte)
    ended = (
        reservering
        for (agenda, begin, eind), reservering in wijkend.verlopen.items()
        if agenda == vak.agenda and begin < vak.eind and eind > vak.begin
    )
    return Kandidaat(vak, tuple(ended))
