"""The door of betalingen: what something costs on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Min
from django.utils.timezone import get_default_timezone, make_aware
from django.utils.translation import get_language

from eloket.betalingen.models import Tarief, TariefBedrag
from eloket.website.services import per_versie

__all__ = ["Tariefregel", "ensure_tarief", "last_bedrag", "list_tarieven", "next_bedrag"]


@dataclass(frozen=True, slots=True)
class Tariefregel:
    """One row on one day. `bedrag` in euro; None: no amount is known for that day, which is not "gratis".

    `vanaf` is the day since which it holds; `straks` and `straks_vanaf` the next amount that is known.
    """

    id: int
    code: str
    naam: str
    artikel: str
    bedrag: Decimal | None
    vanaf: date | None
    straks: Decimal | None = None
    straks_vanaf: date | None = None


def list_tarieven(tarief_ids: Sequence[int], *, op: date, taal: str | None = None) -> list[Tariefregel]:
    """These rows on this day (in the gemeente's time zone), in the order asked. One query at most.

    `taal`: a code of LANGUAGES for the name, by default the active language. Unknown ids are left out.
    """
    if not tarief_ids:
        return []
    english = (taal or get_language() or settings.LANGUAGE_CODE) == "en"
    rows_of = _read_rows()
    return [_regel(rows_of[pk], op=op, english=english) for pk in tarief_ids if pk in rows_of]


@transaction.atomic
def ensure_tarief(
    *, code: str, naam: str, naam_en: str = "", artikel: str = "", bedragen: Mapping[date, Decimal]
) -> None:
    """A row with this code and these amounts (in euro, by first day), where it is not there yet."""
    row = {"naam": naam, "naam_en": naam_en, "artikel": artikel}
    tarief, new = Tarief.objects.get_or_create(code=code, defaults=row)
    if new:
        for vanaf, bedrag in bedragen.items():
            TariefBedrag.objects.create(tarief=tarief, vanaf=vanaf, bedrag=bedrag)


def next_bedrag(now: datetime) -> datetime | None:
    """The first midnight after now at which an amount begins, for what keeps public pages."""
    today = now.astimezone(get_default_timezone()).date()
    first = TariefBedrag.objects.filter(vanaf__gt=today).aggregate(first=Min("vanaf"))["first"]
    return make_aware(datetime.combine(first, time.min)) if first else None


def last_bedrag(now: datetime) -> date | None:
    """The latest day up to now on which an amount began; when it moves, whatever shows prices changed."""
    today = now.astimezone(get_default_timezone()).date()
    last: date | None = TariefBedrag.objects.filter(vanaf__lte=today).aggregate(last=Max("vanaf"))["last"]
    return last


Rij = tuple[int, str, str, str, str, Decimal | None, date | None]


@per_versie
def _read_rows() -> dict[int, list[Rij]]:
    """The whole table by id: row and amount, the oldest amount first; a row without amounts stands once."""
    fields = ("pk", "code", "naam", "naam_en", "artikel", "bedragen__bedrag", "bedragen__vanaf")
    found: dict[int, list[Rij]] = {}
    for row in Tarief.objects.order_by("pk", "bedragen__vanaf").values_list(*fields):
        found.setdefault(row[0], []).append(row)
    return found


def _regel(rows: list[Rij], *, op: date, english: bool) -> Tariefregel:
    pk, code, naam, naam_en, artikel, _bedrag, _vanaf = rows[0]
    amounts = [(row[6], row[5]) for row in rows if row[6] is not None]
    past = [amount for amount in amounts if amount[0] <= op]
    coming = [amount for amount in amounts if amount[0] > op]
    vanaf, bedrag = past[-1] if past else (None, None)
    straks_vanaf, straks = coming[0] if coming else (None, None)
    return Tariefregel(
        id=pk,
        code=code,
        naam=naam_en if english and naam_en else naam,
        artikel=artikel,
        bedrag=bedrag,
        vanaf=vanaf,
        straks=straks,
        straks_vanaf=straks_vanaf,
    )
