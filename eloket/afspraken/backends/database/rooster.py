"""What a place's hours are, as plain facts, and which units of a day they open for a visit.

Rules first: what `alles` and the visit's own purpose open, without what `inloop` takes. Then the days that
differ, from broad to narrow (everything, the place, the agenda), so that the narrowest has the last word;
at the same breadth closing beats opening.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from eloket.afspraken.backends.base import Bereik
from eloket.afspraken.backends.database.eenheden import PER_DAG, gemeente_zone, local_day, span, wall_bits
from eloket.afspraken.models import Doel, Effect

HELE_DAG = span(0, PER_DAG)
LAATSTE_WEEK = 5


@dataclass(frozen=True, slots=True)
class RegelFeiten:
    """An Openingsregel. `start`: the first wall unit, from which the grid of starts counts."""

    weekdagen: int
    elke_weken: int
    week_van_maand: int
    bits: int
    start: int
    geldig_van: date
    geldig_tot: date | None
    doel: str
    vaardigheden: frozenset[int]
    vrijgave_dagen: int | None
    vrijgave_tijd: time | None

    def covers(self, dag: date) -> bool:
        """Does this rule open that day at all?"""
        if not self.weekdagen >> dag.weekday() & 1 or dag < self.geldig_van:
            return False
        if self.geldig_tot is not None and dag > self.geldig_tot:
            return False
        return self._in_week(dag) and self._in_month(dag)

    def is_released(self, dag: date, now: datetime) -> bool:
        """May the time of that day be chosen already?"""
        if self.vrijgave_dagen is None:
            return True
        release = dag - timedelta(days=self.vrijgave_dagen)
        today = local_day(now)
        if today != release:
            return today > release
        wall = now.astimezone(gemeente_zone()).time()
        return wall >= (self.vrijgave_tijd or time())

    def _in_week(self, dag: date) -> bool:
        if self.elke_weken == 1:
            return True
        monday = dag - timedelta(days=dag.weekday())
        anchor = self.geldig_van - timedelta(days=self.geldig_van.weekday())
        return (monday - anchor).days // 7 % self.elke_weken == 0

    def _in_month(self, dag: date) -> bool:
        if not self.week_van_maand:
            return True
        if self.week_van_maand == LAATSTE_WEEK:
            return (dag + timedelta(days=7)).month != dag.month
        return (dag.day - 1) // 7 + 1 == self.week_van_maand


@dataclass(frozen=True, slots=True)
class UitzonderingFeiten:
    """A confirmed Uitzondering. `bits` None: the whole day."""

    eerste_dag: date
    laatste_dag: date
    bits: int | None
    start: int
    effect: str


@dataclass(frozen=True, eq=False, slots=True)
class Uren:
    """The rules and exceptions that agendas share; one object for all who have the same.

    `uitzonderingen`: those of everything, of the place, of the agenda.
    """

    regels: tuple[RegelFeiten, ...]
    uitzonderingen: tuple[tuple[UitzonderingFeiten, ...], ...]

    @property
    def opens_ever(self) -> bool:
        """Is there any rule or day on which afspraken could be made?"""
        return any(regel.doel != Doel.INLOOP for regel in self.regels) or any(
            each.effect == Effect.OPEN for breadth in self.uitzonderingen for each in breadth
        )


@dataclass(frozen=True, slots=True)
class AgendaFeiten:
    pk: int
    naam_publiek: str
    vaardigheden: frozenset[int]
    reserve: bool
    van: date | None
    tot: date | None
    uren: Uren

    def serves_on(self, dag: date) -> bool:
        """Is it in use that day?"""
        return (self.van is None or dag >= self.van) and (self.tot is None or dag <= self.tot)


@dataclass(frozen=True, slots=True)
class PlaatsFeiten:
    """A place in use. `uitzonderingen`: those of everything and of this place, for what a working day is."""

    pk: int
    code: str
    kanaal: str
    agendas: tuple[AgendaFeiten, ...]
    uitzonderingen: tuple[UitzonderingFeiten, ...]

    def is_workday(self, dag: date) -> bool:
        """Monday to Friday, and not closed the whole day."""
        return dag.weekday() < 5 and not any(
            each.eerste_dag <= dag <= each.laatste_dag and each.bits is None and each.effect == Effect.DICHT
            for each in self.uitzonderingen
        )


@dataclass(frozen=True, slots=True)
class Kijk:
    """Through whose eyes hours are read: who asks, what the visit needs, the grid in units, and when."""

    bereik: Bereik
    vaardigheden: frozenset[int]
    raster: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Dagdelen:
    """Bits of a day in wall time: what is open, and where a visit may begin by the grid."""

    open: int
    raster: int


DICHT = Dagdelen(0, 0)


def read_day(uren: Uren, dag: date, kijk: Kijk) -> Dagdelen:
    """What is open for this visit on that day, in wall time."""
    deling = _Deling(kijk)
    for regel in uren.regels:
        if regel.covers(dag):
            deling.add_rule(regel, dag)
    deling.take_walk_in()
    for breadth in uren.uitzonderingen:
        deling.differ([each for each in breadth if each.eerste_dag <= dag <= each.laatste_dag])
    return Dagdelen(deling.open, deling.raster)


class _Deling:
    """The day while it is being divided. `gewoon`: as the rules say. `mogelijk`: open for anybody at all."""

    def __init__(self, kijk: Kijk) -> None:
        self.kijk = kijk
        self.open = self.gewoon = self.mogelijk = self.inloop = self.raster = 0

    def add_rule(self, regel: RegelFeiten, dag: date) -> None:
        if regel.doel == Doel.INLOOP:
            self.inloop |= regel.bits
            return
        if not _fits_skills(regel.vaardigheden, self.kijk.vaardigheden):
            return
        self.mogelijk |= regel.bits
        opens = self._opens(regel, dag)
        if opens:
            self.open |= regel.bits
        if opens or self.kijk.bereik is Bereik.MEDEWERKER:
            self.raster |= grid(regel.bits, regel.start, self.kijk.raster)

    def take_walk_in(self) -> None:
        self.open &= ~self.inloop
        self.mogelijk &= ~self.inloop
        self.gewoon = self.open

    def differ(self, days: Sequence[UitzonderingFeiten]) -> None:
        for each in sorted(days, key=lambda one: _RANG[one.effect]):
            bits = HELE_DAG if each.bits is None else each.bits
            if each.effect == Effect.OPEN:
                self._reopen(each)
            elif each.effect == Effect.KCC:
                own = self.mogelijk if self.kijk.bereik is Bereik.MEDEWERKER else 0
                self.open = self.open & ~bits | own & bits
            else:
                self.open &= ~bits

    def _reopen(self, each: UitzonderingFeiten) -> None:
        """With hours: those hours. For a whole day: the hours that it always has."""
        if each.bits is None:
            self.open |= self.gewoon
            return
        self.open |= each.bits
        self.mogelijk |= each.bits
        self.raster |= grid(each.bits, each.start, self.kijk.raster)

    def _opens(self, regel: RegelFeiten, dag: date) -> bool:
        if self.kijk.bereik is Bereik.MEDEWERKER:
            return regel.doel != Doel.ONLINE
        return regel.doel != Doel.KCC and regel.is_released(dag, self.kijk.now)


_RANG: dict[str, int] = {Effect.OPEN: 0, Effect.KCC: 1, Effect.INLOOP: 2, Effect.DICHT: 3}


def grid(bits: int, start: int, step: int) -> int:
    """Every `step` units from `start`, as far as `bits` reach."""
    marks = 0
    for unit in range(start, bits.bit_length(), step):
        marks |= 1 << unit
    return marks & bits


def make_bits(van: time | None, tot: time | None) -> int | None:
    """Hours as bits; None for a whole day."""
    return None if van is None or tot is None else wall_bits(van, tot)


def _fits_skills(of_rule: frozenset[int], needed: frozenset[int]) -> bool:
    """Time that is kept for certain skills is for visits that need those, and nothing else."""
    return not of_rule or (bool(needed) and needed <= of_rule)
