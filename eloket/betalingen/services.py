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
from eloket.betalingen.verloop import Verloop, read_verlopen
from eloket.website.services import per_versie

__all__ = [
    "Tariefregel",
    "ensure_tarief",
    "find_tarief",
    "get_tarieven",
    "last_bedrag",
    "list_codes",
    "list_tarieven",
    "next_bedrag",
]


@dataclass(frozen=True, slots=True)
class Tariefregel:
    """One row on one day. `bedrag` in euro; None: no amount is known for that day, which is not "gratis".

    `vanaf` is the day since which it holds; `straks` and `straks_vanaf` the next amount that is known; `tot`
    the first day on which the row is no more.
    """

    id: int
    code: str
    naam: str
    artikel: str
    bedrag: Decimal | None
    vanaf: date | None
    straks: Decimal | None = None
    straks_vanaf: date | None = None
    tot: date | None = None


def list_tarieven(tarief_ids: Sequence[int], *, op: date, taal: str | None = None) -> list[Tariefregel]:
    """These rows on this day (in the gemeente's time zone), in the order asked. One query at most.

    `taal`: a code of LANGUAGES for the name, by default the active language. Unknown ids are left out, and
    rows that are over on that day.
    """
    if not tarief_ids:
        return []
    tabel = _read_tabel()
    wanted = [tabel[pk] for pk in dict.fromkeys(tarief_ids) if pk in tabel]
    return [_regel(each, op=op, taal=_language(taal)) for each in wanted if not each.is_over(op)]


def get_tarieven(codes: Sequence[str], *, op: date) -> dict[str, Tariefregel]:
    """The rows with these codes on this day, by code; without those that are not there or are over.

    No query once this process has the table.
    """
    wanted = set(codes)
    tabel = _read_tabel() if wanted else {}
    return {
        each.code: _regel(each, op=op, taal=_language(None))
        for each in tabel.values()
        if each.code in wanted and not each.is_over(op)
    }


def list_codes() -> list[tuple[str, str]]:
    """Every row to choose from, as code and name, by name."""
    return list(Tarief.objects.order_by("naam", "code").values_list("code", "naam"))


def find_tarief(code: str) -> int | None:
    """The id of the row with this code, None when it is not there."""
    return Tarief.objects.filter(code=code).values_list("pk", flat=True).first()


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
    """The first midnight after now at which an amount begins or a row ends, for what keeps public pages."""
    today = _today(now)
    begins = TariefBedrag.objects.filter(vanaf__gt=today).aggregate(day=Min("vanaf"))["day"]
    ends = Tarief.objects.filter(vervallen_per__gt=today).aggregate(day=Min("vervallen_per"))["day"]
    day = min((day for day in (begins, ends) if day), default=None)
    return make_aware(datetime.combine(day, time.min), get_default_timezone()) if day else None


def last_bedrag(now: datetime) -> date | None:
    """The latest day up to now on which an amount began or a row ended; when it moves, prices changed."""
    today = _today(now)
    began = TariefBedrag.objects.filter(vanaf__lte=today).aggregate(day=Max("vanaf"))["day"]
    ended = Tarief.objects.filter(vervallen_per__lte=today).aggregate(day=Max("vervallen_per"))["day"]
    return max((day for day in (began, ended) if day), default=None)


@per_versie
def _read_tabel() -> dict[int, Verloop]:
    """The whole table by id."""
    return {each.id: each for each in read_verlopen(Tarief.objects.all())}


def _today(now: datetime) -> date:
    return now.astimezone(get_default_timezone()).date()


def _language(taal: str | None) -> str:
    return taal or get_language() or settings.LANGUAGE_CODE


def _regel(verloop: Verloop, *, op: date, taal: str) -> Tariefregel:
    now, coming, words = verloop.now(op), verloop.next(op), verloop.words(op)
    return Tariefregel(
        id=verloop.id,
        code=verloop.code,
        naam=words.in_taal(taal),
        artikel=words.artikel,
        bedrag=now.bedrag if now else None,
        vanaf=now.vanaf if now else None,
        straks=coming.bedrag if coming else None,
        straks_vanaf=coming.vanaf if coming else None,
        tot=verloop.vervallen_per,
    )
