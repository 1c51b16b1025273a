"""What a visit asks of an agenda: how long, of whom, and between which days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from eloket.afspraken.backends.base import Bereik, Bezoek
from eloket.afspraken.backends.database.eenheden import (
    MINUTEN,
    count_day,
    count_units,
    first_unit,
    local_day,
    span,
    to_unit,
)
from eloket.afspraken.backends.database.inlezen import SoortFeiten
from eloket.afspraken.backends.database.rooster import AgendaFeiten, Kijk, PlaatsFeiten

LANGST = 24 * 60 // MINUTEN  # a visit with its buffers ends on the day that it begins


@dataclass(frozen=True, slots=True)
class Dagen:
    """Local days in a row as one axis of units, from `eerste` up to and including `laatste`."""

    eerste: date
    laatste: date

    @property
    def begin(self) -> int:
        return first_unit(self.eerste)

    @property
    def lengte(self) -> int:
        return first_unit(self.laatste + timedelta(days=1)) - self.begin

    def list_days(self) -> list[tuple[date, int]]:
        """Each day with the place of its first unit on the axis."""
        count = (self.laatste - self.eerste).days + 1
        days = (self.eerste + timedelta(days=number) for number in range(count))
        return [(day, first_unit(day) - self.begin) for day in days]

    def bits_of(self, dag: date, offset: int) -> int:
        return span(offset, offset + count_day(dag))


@dataclass(frozen=True, slots=True)
class Vraag:
    """A visit in units. `lengte` holds the buffers too; `voor` is what comes before who comes."""

    minuten: int
    voor: int
    lengte: int
    raster: int
    vaardigheden: frozenset[int]
    kanaal: str
    bereik: Bereik
    agenda: str
    vooraf_minuten: int
    vooraf_werkdagen: int
    vooruit_dagen: int
    schaars: bool

    def fits_plaats(self, plaats: PlaatsFeiten) -> bool:
        return self.kanaal == plaats.kanaal

    def fits_agenda(self, agenda: AgendaFeiten) -> bool:
        """Could this agenda ever serve it?"""
        if agenda.reserve and self.bereik is not Bereik.MEDEWERKER:
            return False
        if self.agenda and (self.agenda != str(agenda.pk) or not agenda.naam_publiek):
            return False
        return self.vaardigheden <= agenda.vaardigheden

    def list_agendas(self, plaats: PlaatsFeiten) -> list[AgendaFeiten]:
        """Who at this place could serve it."""
        if not self.fits_plaats(plaats):
            return []
        return [agenda for agenda in plaats.agendas if self.fits_agenda(agenda)]

    def kijk(self, now: datetime) -> Kijk:
        return Kijk(self.bereik, self.vaardigheden, self.raster, now)

    def first_begin(self, plaats: PlaatsFeiten, now: datetime) -> int:
        """The first unit in which it may begin. The notice that a soort asks does not bind employees."""
        if self.bereik is Bereik.MEDEWERKER:
            return to_unit(now) + 1
        after = to_unit(now + timedelta(minutes=self.vooraf_minuten, seconds=-1)) + 1
        return max(after, to_unit(now) + 1, first_unit(self._first_day(plaats, now)))

    def last_day(self, now: datetime) -> date:
        return local_day(now) + timedelta(days=self.vooruit_dagen)

    def _first_day(self, plaats: PlaatsFeiten, now: datetime) -> date:
        """The first day that has so many working days before it, today included."""
        day, needed = local_day(now), self.vooraf_werkdagen
        last = self.last_day(now)
        while needed and day <= last:
            needed -= plaats.is_workday(day)
            day += timedelta(days=1)
        return day


def make_vraag(bezoek: Bezoek, soorten: Mapping[str, SoortFeiten]) -> Vraag | None:
    """None when no agenda of ours can ever give it: an unknown soort, too many persons, another channel."""
    parts = [(soorten.get(regel.soort), regel.personen) for regel in bezoek.regels]
    asked = [(soort, personen) for soort, personen in parts if soort and _can_be_had(soort, personen, bezoek)]
    if len(asked) < len(parts):
        return None
    kinds = [soort for soort, _personen in asked]
    minuten = sum(soort.minuten + soort.minuten_per_persoon * (personen - 1) for soort, personen in asked)
    voor = count_units(max(soort.buffer_voor for soort in kinds))
    lengte = voor + count_units(minuten) + count_units(max(soort.buffer_na for soort in kinds))
    if lengte > LANGST:
        return None
    return Vraag(
        minuten=minuten,
        voor=voor,
        lengte=lengte,
        raster=count_units(max(soort.raster for soort in kinds)),
        vaardigheden=_all_skills(kinds),
        kanaal=bezoek.kanaal,
        bereik=bezoek.bereik,
        agenda=bezoek.agenda,
        vooraf_minuten=max(soort.vooraf_minuten for soort in kinds),
        vooraf_werkdagen=max(soort.vooraf_werkdagen for soort in kinds),
        vooruit_dagen=min(soort.vooruit_dagen for soort in kinds),
        schaars=any(soort.schaars for soort in kinds),
    )


def _all_skills(kinds: Iterable[SoortFeiten]) -> frozenset[int]:
    return frozenset[int]().union(*(soort.vaardigheden for soort in kinds))


def _can_be_had(soort: SoortFeiten, personen: int, bezoek: Bezoek) -> bool:
    allowed = soort.online or bezoek.bereik is Bereik.MEDEWERKER
    return allowed and personen <= soort.max_personen and bezoek.kanaal in soort.kanalen
