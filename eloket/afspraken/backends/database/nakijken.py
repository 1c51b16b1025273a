"""What is booked and no longer fits in the hours: read anew inside the transaction that changes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from eloket.afspraken.backends.base import Bereik, Bezoek
from eloket.afspraken.backends.database.bezoek import from_json
from eloket.afspraken.backends.database.eenheden import (
    first_unit,
    local_day,
    span,
    to_axis,
    to_moment,
    to_unit,
)
from eloket.afspraken.backends.database.inlezen import Inrichting, SoortFeiten, read_anew
from eloket.afspraken.backends.database.rooster import AgendaFeiten, Kijk, PlaatsFeiten, Uren, read_day
from eloket.afspraken.models import Deel, ReserveringStatus

# reservering, agenda, first unit, the unit after it, code of the place, what it is for
Rij = tuple[Any, int, int, int, str, dict[str, Any]]


def list_buiten(locaties: Sequence[str], *, now: datetime) -> set[str]:
    """The keys of what is booked from now on that does not fit in the hours as they are in the database."""
    keuring = Keuring(read_anew())
    rows = Deel.objects.filter(
        locatie__code__in=locaties, begin__gte=to_unit(now), reservering__status=ReserveringStatus.GEBOEKT
    ).values_list("reservering_id", "agenda_id", "begin", "eind", "locatie__code", "reservering__bezoek")
    return {str(row[0]) for row in rows.order_by("pk") if not keuring.fits(row)}


@dataclass(slots=True)
class Keuring:
    """Looks at one interval after another; a day of the same hours is read once."""

    inrichting: Inrichting
    open: dict[tuple[int, date, frozenset[int]], int] = field(default_factory=dict)

    def fits(self, row: Rij) -> bool:
        _key, agenda_pk, begin, eind, code, data = row
        plaats = self.inrichting.plaatsen.get(code)
        bezoek = from_json(data)
        agenda = _find_agenda(plaats, agenda_pk)
        if plaats is None or agenda is None or bezoek.kanaal != plaats.kanaal:
            return False
        kinds = _list_soorten(bezoek, self.inrichting.soorten)
        needed = frozenset[int]().union(*(kind.vaardigheden for kind in kinds))
        able = len(kinds) == len(bezoek.regels) and needed <= agenda.vaardigheden
        return able and self._is_open(agenda, needed, begin, eind)

    def _is_open(self, agenda: AgendaFeiten, needed: frozenset[int], begin: int, eind: int) -> bool:
        dag = local_day(to_moment(begin))
        key = (id(agenda.uren), dag, needed)
        if key not in self.open:
            self.open[key] = _read_open(agenda.uren, dag, needed)
        first = first_unit(dag)
        return agenda.serves_on(dag) and not span(begin - first, eind - first) & ~self.open[key]


def _find_agenda(plaats: PlaatsFeiten | None, pk: int) -> AgendaFeiten | None:
    return next((each for each in plaats.agendas if each.pk == pk), None) if plaats else None


def _list_soorten(bezoek: Bezoek, soorten: Mapping[str, SoortFeiten]) -> list[SoortFeiten]:
    """Of what it is for that which is still done in this way."""
    found = [soorten.get(regel.soort) for regel in bezoek.regels]
    return [soort for soort in found if soort is not None and bezoek.kanaal in soort.kanalen]


def _read_open(uren: Uren, dag: date, needed: frozenset[int]) -> int:
    """What is open for anybody, released or not: who has it booked came by it in a way that was open."""
    later = to_moment(first_unit(dag + timedelta(days=1)))
    seen = (Kijk(bereik, needed, 1, later) for bereik in Bereik)
    wall = 0
    for kijk in seen:
        wall |= read_day(uren, dag, kijk).open
    return to_axis(wall, dag)
