"""Which units are taken, read from the intervals of `Deel` for every question anew."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from eloket.afspraken.backends.database.eenheden import PER_DAG
from eloket.afspraken.backends.database.vraag import Dagen
from eloket.afspraken.models import Deel, ReserveringStatus
from eloket.lib.versleuteling import keyed_hashes

ZACHT = (ReserveringStatus.VASTGEHOUDEN, ReserveringStatus.AFKOELEN)
Stuk = tuple[int, int, int]  # a Deel: its agenda, first unit, and the unit after it


@dataclass(frozen=True, slots=True)
class Wijkend:
    """What gives way for who asks: what ended (with its reservering), and what they hold themselves."""

    verlopen: Mapping[Stuk, UUID] = field(default_factory=dict)
    eigen: Mapping[Stuk, UUID] = field(default_factory=dict)

    def __contains__(self, stuk: Stuk) -> bool:
        return stuk in self.verlopen or stuk in self.eigen

    def __bool__(self) -> bool:
        return bool(self.verlopen or self.eigen)


def read_wijkend(dagen: Dagen, *, houder: str, now: datetime, over: Collection[UUID] = ()) -> Wijkend:
    """Holds and coolings that ended by `now`, and what is of who asks. One query.

    `houder` ("" has none): whose holds these are. `over`: reserveringen that are theirs besides.
    """
    keys = keyed_hashes(houder) if houder else []
    held = Q(reservering__status=ReserveringStatus.VASTGEHOUDEN, reservering__houder__in=keys)
    asked = Q(reservering__status__in=ZACHT, reservering__tot__lte=now)
    if keys:
        asked |= held
    if over:
        asked |= Q(reservering_id__in=over)
    begin = dagen.begin
    rows = Deel.objects.filter(asked, begin__gte=begin - PER_DAG, begin__lt=begin + dagen.lengte).values_list(
        "agenda_id", "begin", "eind", "reservering_id", "reservering__houder"
    )
    verlopen: dict[Stuk, UUID] = {}
    eigen: dict[Stuk, UUID] = {}
    for agenda, first, last, reservering, holder in rows:
        own = holder in keys or reservering in over
        (eigen if own else verlopen)[agenda, first, last] = reservering
    return Wijkend(verlopen, eigen)


def read_busy(agendas: Collection[int], dagen: Dagen, wijkend: Wijkend) -> dict[int, int]:
    """For each agenda that has any the units that are taken, as bits of the axis. One query.

    No visit is longer than a day, so what began more than a day before the axis has ended.
    """
    begin = dagen.begin
    rows: Iterable[tuple[int, int, int]] = Deel.objects.filter(
        agenda_id__in=agendas, begin__gte=begin - PER_DAG, begin__lt=begin + dagen.lengte
    ).values_list("agenda_id", "begin", "eind")
    if wijkend:
        rows = (row for row in rows if row not in wijkend)
    return _to_bits(rows, begin)


def _to_bits(rows: Iterable[tuple[int, int, int]], begin: int) -> dict[int, int]:
    busy: dict[int, int] = {}
    for agenda, first, last in rows:
        low = max(first - begin, 0)
        if last - begin > low:
            busy[agenda] = busy.get(agenda, 0) | ((1 << (last - begin - low)) - 1) << low
    return busy
