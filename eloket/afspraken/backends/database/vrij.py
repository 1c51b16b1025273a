"""The free moments: hours minus what is taken, for as long as the visit takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from eloket.afspraken.backends.database.bezet import Wijkend, read_busy, read_wijkend
from eloket.afspraken.backends.database.bitmap import fits, lowest, ones
from eloket.afspraken.backends.database.eenheden import count_day, local_day, span, to_axis, to_moment
from eloket.afspraken.backends.database.rooster import (
    AgendaFeiten,
    Dagdelen,
    Kijk,
    PlaatsFeiten,
    Uren,
    read_day,
)
from eloket.afspraken.backends.database.vraag import Dagen, Vraag

STAPPEN = (1, 3, 7, 14, 28)  # days read at once while walking forward: the first free moment is seldom far


@dataclass(frozen=True, slots=True)
class Vrij:
    """One agenda on the axis: its free units, and those in which the visit can begin."""

    agenda: AgendaFeiten
    vrij: int
    begin: int


def read_vrij(
    plaats: PlaatsFeiten,
    vraag: Vraag,
    dagen: Dagen,
    *,
    busy: Mapping[int, int],
    now: datetime,
    gezien: datetime | None = None,
) -> list[Vrij]:
    """Every agenda that could serve it, with what is free.

    `gezien`: when the page was made on which the time was chosen; notice counts from there.
    """
    window = _window(plaats, vraag, dagen, gezien or now)
    if not window:
        return []
    read = Uurlezer(dagen, vraag.kijk(now))
    return [
        _compute(agenda, vraag, read.read(agenda), busy.get(agenda.pk, 0), window)
        for agenda in vraag.list_agendas(plaats)
    ]


def list_begins(vrij: Sequence[Vrij]) -> int:
    """The units in which any of them can begin."""
    begins = 0
    for each in vrij:
        begins |= each.begin
    return begins


def find_first(plaatsen: Sequence[PlaatsFeiten], vraag: Vraag, *, now: datetime) -> dict[str, datetime]:
    """By the code of a place its first moment; full ones are not in it. Walks forward from today."""
    found: dict[str, datetime] = {}
    today = local_day(to_moment(min((vraag.first_begin(plaats, now) for plaats in plaatsen), default=0)))
    last = vraag.last_day(now)
    wijkend = read_wijkend(Dagen(today, last), houder="", now=now)
    step = 0
    while today <= last and len(found) < len(plaatsen):
        dagen = Dagen(today, min(today + timedelta(days=STAPPEN[step] - 1), last))
        left = [plaats for plaats in plaatsen if plaats.code not in found]
        found |= _first_of(left, vraag, dagen, wijkend, now)
        today = dagen.laatste + timedelta(days=1)
        step = min(step + 1, len(STAPPEN) - 1)
    return found


def _first_of(
    plaatsen: Sequence[PlaatsFeiten], vraag: Vraag, dagen: Dagen, wijkend: Wijkend, now: datetime
) -> dict[str, datetime]:
    agendas = [agenda.pk for plaats in plaatsen for agenda in vraag.list_agendas(plaats)]
    busy = read_busy(agendas, dagen, wijkend)
    found = {}
    for plaats in plaatsen:
        begins = list_begins(read_vrij(plaats, vraag, dagen, busy=busy, now=now))
        if begins:
            found[plaats.code] = to_moment(dagen.begin + lowest(begins))
    return found


def count_per_day(begins: int, dagen: Dagen) -> list[int]:
    """How many of them each day has."""
    return [(begins & dagen.bits_of(day, offset)).bit_count() for day, offset in dagen.list_days()]


def to_moments(begins: int, dagen: Dagen) -> list[datetime]:
    return [to_moment(dagen.begin + unit) for unit in ones(begins)]


def _compute(agenda: AgendaFeiten, vraag: Vraag, uren: Dagdelen, busy: int, window: int) -> Vrij:
    free = uren.open & ~busy
    begins = fits(free, vraag.lengte) << vraag.voor
    return Vrij(agenda, free, begins & uren.raster & window)


def _window(plaats: PlaatsFeiten, vraag: Vraag, dagen: Dagen, now: datetime) -> int:
    """Between what a soort asks beforehand and how far ahead it can be chosen."""
    last = Dagen(dagen.eerste, min(dagen.laatste, vraag.last_day(now))).lengte
    return _within_days(vraag, dagen) & span(max(vraag.first_begin(plaats, now) - dagen.begin, 0), last)


def _within_days(vraag: Vraag, dagen: Dagen) -> int:
    """Where a visit with its buffers ends on the day that it begins."""
    begins = 0
    for day, offset in dagen.list_days():
        last = offset + count_day(day) - vraag.lengte
        begins |= span(offset + vraag.voor, last + vraag.voor + 1)
    return begins


class Uurlezer:
    """The hours on the axis, read once for all agendas that have the same."""

    def __init__(self, dagen: Dagen, kijk: Kijk) -> None:
        self.dagen = dagen
        self.kijk = kijk
        self._known: dict[Uren, Dagdelen] = {}

    def read(self, agenda: AgendaFeiten) -> Dagdelen:
        uren = self._known.get(agenda.uren)
        if uren is None:
            uren = self._known[agenda.uren] = self._read(agenda.uren)
        served = self._served(agenda)
        return uren if served is None else Dagdelen(uren.open & served, uren.raster)

    def _read(self, uren: Uren) -> Dagdelen:
        opens = marks = 0
        for day, offset in self.dagen.list_days():
            parts = read_day(uren, day, self.kijk)
            opens |= to_axis(parts.open, day) << offset
            marks |= to_axis(parts.raster, day) << offset
        return Dagdelen(opens, marks)

    def _served(self, agenda: AgendaFeiten) -> int | None:
        """The days on which the agenda is in use; None: always."""
        if agenda.van is None and agenda.tot is None:
            return None
        days = self.dagen.list_days()
        return sum(self.dagen.bits_of(day, offset) for day, offset in days if agenda.serves_on(day))
