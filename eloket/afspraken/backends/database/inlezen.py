"""Places, agendas, rules, exceptions and soorten, read at once and kept until a redacteur changes one.

Only what redacteuren write. What is held or booked is read anew for every question.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from eloket.afspraken.backends.database.eenheden import count_units, wall_bits
from eloket.afspraken.backends.database.rooster import (
    AgendaFeiten,
    PlaatsFeiten,
    RegelFeiten,
    UitzonderingFeiten,
    Uren,
    make_bits,
)
from eloket.afspraken.models import Afspraaklocatie, Afspraaksoort, Agenda, Openingsregel, Uitzondering
from eloket.website.services import per_versie

T = TypeVar("T")
Van = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class SoortFeiten:
    """An Afspraaksoort. `vaardigheden`: what an agenda must be able to do, by id."""

    code: str
    minuten: int
    minuten_per_persoon: int
    max_personen: int
    buffer_voor: int
    buffer_na: int
    raster: int
    online: bool
    kanalen: frozenset[str]
    vaardigheden: frozenset[int]
    vooraf_minuten: int
    vooraf_werkdagen: int
    vooruit_dagen: int
    schaars: bool


@dataclass(frozen=True, slots=True)
class Inrichting:
    """All that redacteuren set up, by code."""

    plaatsen: Mapping[str, PlaatsFeiten]
    soorten: Mapping[str, SoortFeiten]


@per_versie
def read_inrichting() -> Inrichting:
    """Everything; places that are not in use are left out."""
    return read_anew()


def read_anew() -> Inrichting:
    """The same in nine queries, with what this transaction changed."""
    soorten = Afspraaksoort.objects.prefetch_related("vaardigheden")
    return Inrichting(
        {plaats.code: plaats for plaats in _read_plaatsen()},
        {soort.code: _to_soort(soort) for soort in soorten},
    )


def _read_plaatsen() -> Iterable[PlaatsFeiten]:
    rules = Openingsregel.objects.prefetch_related("vaardigheden")
    regels = _group((rule.locatie_id, rule.agenda_id, _to_regel(rule)) for rule in rules)
    exceptions = Uitzondering.objects.filter(bevestigd=True)
    anders = _group((each.locatie_id, each.agenda_id, _to_uitzondering(each)) for each in exceptions)
    agendas: dict[int, list[Agenda]] = defaultdict(list)
    for agenda in Agenda.objects.prefetch_related("vaardigheden"):
        agendas[agenda.locatie_id].append(agenda)
    for row in Afspraaklocatie.objects.filter(actief=True):
        broad = (anders[None, None], anders[row.pk, None])
        shared = Uren(regels[row.pk, None], broad)
        lanes = (
            _to_agenda(agenda, shared, regels[None, agenda.pk], anders[None, agenda.pk])
            for agenda in agendas[row.pk]
        )
        yield PlaatsFeiten(row.pk, row.code, row.kanaal, tuple(lanes), (*broad[0], *broad[1]))


def _group(rows: Iterable[tuple[int | None, int | None, T]]) -> defaultdict[Van, tuple[T, ...]]:
    """By whom they are of: (place, agenda)."""
    groups: defaultdict[Van, tuple[T, ...]] = defaultdict(tuple)
    for locatie, agenda, feiten in rows:
        groups[locatie, agenda] += (feiten,)
    return groups


def _to_agenda(
    agenda: Agenda, shared: Uren, own: tuple[RegelFeiten, ...], differs: tuple[UitzonderingFeiten, ...]
) -> AgendaFeiten:
    """An agenda with rules of its own keeps only those."""
    uren = shared
    if own or differs:
        uren = Uren(own or shared.regels, (*shared.uitzonderingen, differs))
    return AgendaFeiten(
        pk=agenda.pk,
        naam_publiek=agenda.naam_publiek,
        vaardigheden=frozenset(each.pk for each in agenda.vaardigheden.all()),
        reserve=agenda.reserve,
        van=agenda.actief_van,
        tot=agenda.actief_tot,
        uren=uren,
    )


def _to_regel(rule: Openingsregel) -> RegelFeiten:
    return RegelFeiten(
        weekdagen=rule.weekdagen,
        elke_weken=rule.elke_weken,
        week_van_maand=rule.week_van_maand,
        bits=wall_bits(rule.van, rule.tot),
        start=count_units(rule.van.hour * 60 + rule.van.minute),
        geldig_van=rule.geldig_van,
        geldig_tot=rule.geldig_tot,
        doel=rule.doel,
        vaardigheden=frozenset(each.pk for each in rule.vaardigheden.all()),
        vrijgave_dagen=rule.vrijgave_dagen,
        vrijgave_tijd=rule.vrijgave_tijd,
    )


def _to_uitzondering(each: Uitzondering) -> UitzonderingFeiten:
    return UitzonderingFeiten(
        eerste_dag=each.eerste_dag,
        laatste_dag=each.laatste_dag,
        bits=make_bits(each.van, each.tot),
        start=count_units(each.van.hour * 60 + each.van.minute) if each.van else 0,
        effect=each.effect,
    )


def _to_soort(soort: Afspraaksoort) -> SoortFeiten:
    return SoortFeiten(
        code=soort.code,
        minuten=soort.minuten,
        minuten_per_persoon=soort.minuten_per_persoon,
        max_personen=soort.max_personen,
        buffer_voor=soort.buffer_voor,
        buffer_na=soort.buffer_na,
        raster=soort.raster,
        online=soort.online,
        kanalen=frozenset(soort.kanalen),
        vaardigheden=frozenset(each.pk for each in soort.vaardigheden.all()),
        vooraf_minuten=soort.vooraf_minuten,
        vooraf_werkdagen=soort.vooraf_werkdagen,
        vooruit_dagen=soort.vooruit_dagen,
        schaars=soort.schaars,
    )
