"""Which units are taken, read from the intervals of `Deel` for every question anew."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.db.models.sql import Query

from eloket.afspraken.backends.database.vraag import Dagen
from eloket.afspraken.models import Deel, Reservering, ReserveringStatus
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
    asked = Q(status__in=ZACHT, tot__lte=now)
    if keys:
        asked |= Q(status=ReserveringStatus.VASTGEHOUDEN, houder__in=keys)
    if over:
        asked |= Q(pk__in=over)
    # From the few reserveringen to their intervals: an outer join leaves the database no other way round.
    rows = Reservering.objects.filter(asked).values_list(
        "delen__agenda_id", "delen__begin", "delen__eind", "pk", "houder"
    )
    verlopen: dict[Stuk, UUID] = {}
    eigen: dict[Stuk, UUID] = {}
    for agenda, first, last, reservering, holder in rows:
        if first is not None and dagen.begin <= first < dagen.begin + dagen.lengte:
            own = holder in keys or reservering in over
            (eigen if own else verlopen)[agenda, first, last] = reservering
    return Wijkend(verlopen, eigen)


def read_busy(agendas: Collection[int], dagen: Dagen, wijkend: Wijkend) -> dict[int, int]:
    """For each agenda that has any the units that are taken, as bits of the axis. One query.

    A visit ends on the day that it begins, so nothing from before the axis reaches into it.
    """
    if not agendas:
        return {}
    begin = dagen.begin
    asked = Deel.objects.filter(agenda_id__in=agendas, begin__gte=begin, begin__lt=begin + dagen.lengte)
    rows: Iterable[tuple[int, int, int]] = _fetch(asked.values_list("agenda_id", "begin", "eind").query)
    if wijkend:
        rows = (row for row in rows if row not in wijkend)
    return _to_bits(rows, begin)


def _fetch(query: Query) -> list[tuple[int, int, int]]:
    """All rows at once: thousands of whole numbers, which need no converting a hundred at a time."""
    with connection.cursor() as cursor:
        cursor.execute(*query.sql_with_params())
        return cursor.fetchall()


def _to_bits(rows: Iterable[tuple[int, int, int]], begin: int) -> dict[int, int]:
    busy: dict[int, int] = {}
    for agenda, first, last in rows:
        busy[agenda] = busy.get(agenda, 0) | ((1 << (last - first)) - 1) << (first - begin)
    return busy
