"""One row of the tarieventabel through time: what it costs and how it is called from which day on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import QuerySet

from eloket.betalingen.models import Tarief
from eloket.lib.tekst import in_language


@dataclass(frozen=True, slots=True)
class Woorden:
    """How a row is called; "" for what stays as it was."""

    naam: str = ""
    naam_en: str = ""
    artikel: str = ""

    def in_taal(self, taal: str) -> str:
        return in_language(self.naam, self.naam_en, taal)

    def over(self, earlier: "Woorden") -> "Woorden":
        """These words, and the earlier ones where these say nothing."""
        return Woorden(
            self.naam or earlier.naam, self.naam_en or earlier.naam_en, self.artikel or earlier.artikel
        )


ZWIJGT = Woorden()  # nothing is called otherwise


@dataclass(frozen=True, slots=True)
class Bedrag:
    """What it costs (in euro) from this day on, and what it is called from then on."""

    vanaf: date
    bedrag: Decimal
    woorden: Woorden = ZWIJGT


@dataclass(frozen=True, slots=True)
class Verloop:
    """A row with all its amounts, the oldest first."""

    id: int
    code: str
    woorden: Woorden
    vervallen_per: date | None
    bedragen: tuple[Bedrag, ...] = ()

    def now(self, op: date) -> Bedrag | None:
        """The amount that holds on this day; None when none is known yet."""
        past = [each for each in self.bedragen if each.vanaf <= op]
        return past[-1] if past else None

    def next(self, op: date) -> Bedrag | None:
        """The first amount after this day that will ever hold."""
        coming = [each for each in self.bedragen if each.vanaf > op and not self.is_over(each.vanaf)]
        return coming[0] if coming else None

    def is_over(self, op: date) -> bool:
        return self.vervallen_per is not None and self.vervallen_per <= op

    def words(self, op: date) -> Woorden:
        """How it is called on this day: by the newest amount that says so, else by the row itself."""
        found = self.woorden
        for each in self.bedragen:
            if each.vanaf <= op:
                found = each.woorden.over(found)
        return found


FIELDS = (
    *("pk", "code", "naam", "naam_en", "artikel", "vervallen_per", "bedragen__vanaf", "bedragen__bedrag"),
    *("bedragen__naam", "bedragen__naam_en", "bedragen__artikel"),
)


def read_verlopen(rows: QuerySet[Tarief]) -> list[Verloop]:
    """Each of these rows with all that is known of it, by code. One query."""
    read = rows.order_by("code", "bedragen__vanaf").values_list(*FIELDS)
    return [_gather(list(same)) for _pk, same in groupby(read, key=itemgetter(0))]


def _gather(same: Sequence[Any]) -> Verloop:
    """One row from what its amounts say, the oldest first; a row without amounts stands here once."""
    pk, code, naam, naam_en, artikel, over = same[0][:6]
    amounts = (Bedrag(each[6], each[7], Woorden(*each[8:])) for each in same if each[6] is not None)
    return Verloop(pk, code, Woorden(naam, naam_en, artikel), over, tuple(amounts))
