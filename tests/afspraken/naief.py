"""Free time by the plainest reading of the rules: unit after unit, by the clock on the wall. Slow."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from eloket.afspraken.backends.base import Bereik
from eloket.afspraken.backends.database.eenheden import first_unit, to_moment
from eloket.afspraken.backends.database.rooster import (
    AgendaFeiten,
    PlaatsFeiten,
    RegelFeiten,
    UitzonderingFeiten,
)
from eloket.afspraken.backends.database.vraag import Dagen, Vraag
from eloket.afspraken.models import Doel, Effect
from tests.afspraken.factories import NEDERLAND

STRENGER = [Effect.OPEN, Effect.KCC, Effect.INLOOP, Effect.DICHT]


def list_begins(
    plaats: PlaatsFeiten, vraag: Vraag, dagen: Dagen, busy: dict[int, set[int]], now: datetime
) -> list[int]:
    """The units in which the visit can begin, at any agenda."""
    units = range(dagen.begin, dagen.begin + dagen.lengte)
    return [
        unit
        for unit in units
        if any(_begins(each, vraag, unit, busy, plaats, now) for each in plaats.agendas)
    ]


def _begins(
    agenda: AgendaFeiten,
    vraag: Vraag,
    unit: int,
    busy: dict[int, set[int]],
    plaats: PlaatsFeiten,
    now: datetime,
) -> bool:
    first = unit - vraag.voor
    return (
        _may_serve(agenda, vraag)
        and _day(first) == _day(first + vraag.lengte - 1) == _day(unit)
        and _in_time(plaats, vraag, unit, now)
        and _on_grid(agenda, vraag, unit, now)
        and all(_is_open(agenda, vraag, each, now) for each in range(first, first + vraag.lengte))
        and not busy.get(agenda.pk, set()) & set(range(first, first + vraag.lengte))
    )


def _may_serve(agenda: AgendaFeiten, vraag: Vraag) -> bool:
    if agenda.reserve and vraag.bereik is Bereik.ONLINE:
        return False
    return vraag.vaardigheden <= agenda.vaardigheden


def _in_time(plaats: PlaatsFeiten, vraag: Vraag, unit: int, now: datetime) -> bool:
    begin, day = to_moment(unit), _day(unit)
    today = now.astimezone(NEDERLAND).date()
    if begin <= now or (day - today).days > vraag.vooruit_dagen:
        return False
    if vraag.bereik is Bereik.MEDEWERKER:
        return True
    between = (today + timedelta(days=number) for number in range((day - today).days))
    workdays = sum(_is_workday(plaats, each) for each in between)
    return begin >= now + timedelta(minutes=vraag.vooraf_minuten) and workdays >= vraag.vooraf_werkdagen


def _is_workday(plaats: PlaatsFeiten, day: date) -> bool:
    closed = (each for each in plaats.uitzonderingen if each.effect == Effect.DICHT and each.bits is None)
    return day.weekday() < 5 and not any(each.eerste_dag <= day <= each.laatste_dag for each in closed)


def _on_grid(agenda: AgendaFeiten, vraag: Vraag, unit: int, now: datetime) -> bool:
    wall, day = _wall(unit), _day(unit)
    starts = [
        regel.start
        for regel in agenda.uren.regels
        if _opens_for(regel, vraag, day, now) or (vraag.bereik is Bereik.MEDEWERKER and _is_for(regel, vraag))
        if regel.covers(day) and regel.bits >> wall & 1
    ]
    starts += [
        each.start
        for each in _exceptions(agenda, unit)
        if each.effect == Effect.OPEN and each.bits is not None
    ]
    return any((wall - start) % vraag.raster == 0 for start in starts)


def _is_open(agenda: AgendaFeiten, vraag: Vraag, unit: int, now: datetime) -> bool:
    day = _day(unit)
    if (agenda.van and day < agenda.van) or (agenda.tot and day > agenda.tot):
        return False
    seen = list(_exceptions(agenda, unit))
    for index in reversed(range(len(seen))):
        each, before = seen[index], seen[:index]
        if each.effect == Effect.KCC:
            return vraag.bereik is Bereik.MEDEWERKER and _is_possible(agenda, vraag, unit, before)
        if each.effect != Effect.OPEN:
            return False
        if each.bits is not None or _by_rules(agenda, vraag, unit, now):
            return True
    return _by_rules(agenda, vraag, unit, now)


def _exceptions(agenda: AgendaFeiten, unit: int) -> Iterator[UitzonderingFeiten]:
    """Those of this unit, from broad to narrow, the strictest of one breadth last."""
    day, wall = _day(unit), _wall(unit)
    for breadth in agenda.uren.uitzonderingen:
        for each in sorted(breadth, key=lambda one: STRENGER.index(Effect(one.effect))):
            if each.eerste_dag <= day <= each.laatste_dag and (each.bits is None or each.bits >> wall & 1):
                yield each


def _by_rules(agenda: AgendaFeiten, vraag: Vraag, unit: int, now: datetime) -> bool:
    covering = _rules_at(agenda, unit)
    if any(regel.doel == Doel.INLOOP for regel in covering):
        return False
    return any(_opens_for(regel, vraag, _day(unit), now) for regel in covering)


def _is_possible(agenda: AgendaFeiten, vraag: Vraag, unit: int, before: Sequence[UitzonderingFeiten]) -> bool:
    if any(each.effect == Effect.OPEN and each.bits is not None for each in before):
        return True
    covering = _rules_at(agenda, unit)
    if any(regel.doel == Doel.INLOOP for regel in covering):
        return False
    return any(_is_for(regel, vraag) for regel in covering)


def _rules_at(agenda: AgendaFeiten, unit: int) -> list[RegelFeiten]:
    day, wall = _day(unit), _wall(unit)
    return [regel for regel in agenda.uren.regels if regel.covers(day) and regel.bits >> wall & 1]


def _is_for(regel: RegelFeiten, vraag: Vraag) -> bool:
    kept_for = regel.vaardigheden
    return regel.doel != Doel.INLOOP and (
        not kept_for or (bool(vraag.vaardigheden) and vraag.vaardigheden <= kept_for)
    )


def _opens_for(regel: RegelFeiten, vraag: Vraag, day: date, now: datetime) -> bool:
    if not _is_for(regel, vraag):
        return False
    if vraag.bereik is Bereik.MEDEWERKER:
        return regel.doel != Doel.ONLINE
    return regel.doel != Doel.KCC and regel.is_released(day, now)


def _wall(unit: int) -> int:
    local = to_moment(unit).astimezone(NEDERLAND)
    return (local.hour * 60 + local.minute) // 5


def _day(unit: int) -> date:
    day = to_moment(unit).astimezone(NEDERLAND).date()
    assert first_unit(day) <= unit
    return day
