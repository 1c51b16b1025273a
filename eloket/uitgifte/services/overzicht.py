"""The list of one soort for employees: filtered, and page by page without counting what lies before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import get_default_timezone

from eloket.uitgifte.models import Documentstatus, Productsoort, UitgegevenProduct
from eloket.uitgifte.regels.status import Stand
from eloket.uitgifte.services.gegevens import ProductInfo, SoortNotFound, to_info
from eloket.uitgifte.services.lezen import read_id

PAGINA = 50
#: Nobody needs to know more exactly how many there are.
GETELD = 10_000
STUK = 1_000


@dataclass(frozen=True, slots=True)
class Soortnaam:
    """A kind of product, also one that is not handed over any more."""

    code: str
    naam: str


@dataclass(frozen=True, slots=True)
class Productfilter:
    """What somebody wants to see of one soort; what is empty narrows nothing. Days are included."""

    soort: str
    stand: str = ""
    gebied: str = ""
    vanaf: date | None = None
    tot_en_met: date | None = None
    zonder_document: bool = False


@dataclass(frozen=True, slots=True)
class Productpagina:
    """Some products, the newest first. `eerder` and `later`: an id to ask the next page by, or ""."""

    items: tuple[ProductInfo, ...]
    later: str
    eerder: str


def list_soorten() -> list[Soortnaam]:
    """By name. One query."""
    return [Soortnaam(*row) for row in Productsoort.objects.order_by("naam").values_list("code", "naam")]


def list_pagina(wat: Productfilter, *, na: str = "", voor: str = "", now: datetime) -> Productpagina:
    """The page after or before the product with this id, or the first one. Errors: `SoortNotFound`."""
    rows = select_producten(wat, now=now)
    if voor and (mark := _mark(voor)):
        found = list(rows.filter(_newer(*mark)).order_by("gemaakt", "pk")[: PAGINA + 1])
        return _page(found[:PAGINA][::-1], newer=len(found) > PAGINA, older=True, now=now)
    mark = _mark(na) if na else None
    if mark:
        rows = rows.filter(_older(*mark))
    found = list(rows.order_by("-gemaakt", "-pk")[: PAGINA + 1])
    return _page(found[:PAGINA], newer=mark is not None, older=len(found) > PAGINA, now=now)


def count_producten(wat: Productfilter, *, now: datetime, maximum: int = GETELD) -> int:
    """How many there are, but not more than `maximum` + 1."""
    return select_producten(wat, now=now).order_by().values("pk")[: maximum + 1].count()


def iterate_producten(wat: Productfilter, *, now: datetime) -> Iterator[ProductInfo]:
    """All of them in pieces, so that memory stays flat and no connection is held."""
    rows = select_producten(wat, now=now).order_by("-gemaakt", "-pk")
    piece = list(rows[:STUK])
    while piece:
        yield from (to_info(row, now=now) for row in piece)
        last = piece[-1]
        piece = list(rows.filter(_older(last.gemaakt, last.pk))[:STUK]) if len(piece) == STUK else []


def find_soort(code: str) -> Productsoort:
    """Also one that is not handed over any more. Errors: `SoortNotFound`."""
    soort = Productsoort.objects.filter(code=code).first() if code.isprintable() else None
    if soort is None:
        raise SoortNotFound("deze productsoort is er niet")
    return soort


def select_producten(wat: Productfilter, *, now: datetime) -> QuerySet[UitgegevenProduct]:
    """Errors: `SoortNotFound`."""
    rows = UitgegevenProduct.objects.filter(soort=find_soort(wat.soort)).select_related("soort", "document")
    if wat.stand in Stand.values:
        rows = rows.worth(Stand(wat.stand), now=now)
    if wat.gebied:
        rows = rows.filter(gebied=wat.gebied)
    if wat.vanaf:
        rows = rows.filter(gemaakt__gte=_midnight(wat.vanaf))
    if wat.tot_en_met:
        rows = rows.filter(gemaakt__lt=_midnight(wat.tot_en_met + timedelta(days=1)))
    return rows.filter(document__status=Documentstatus.WACHT) if wat.zonder_document else rows


def _page(rows: list[UitgegevenProduct], *, newer: bool, older: bool, now: datetime) -> Productpagina:
    items = tuple(to_info(row, now=now) for row in rows)
    return Productpagina(
        items,
        later=items[0].id if items and newer else "",
        eerder=items[-1].id if items and older else "",
    )


def _mark(id: str) -> tuple[datetime, object] | None:
    """Where the product with this id stands in the list; None when there is none."""
    return UitgegevenProduct.objects.filter(pk=read_id(id)).values_list("gemaakt", "pk").first()


def _older(gemaakt: datetime, pk: object) -> Q:
    return Q(gemaakt__lte=gemaakt) & (Q(gemaakt__lt=gemaakt) | Q(pk__lt=pk))


def _newer(gemaakt: datetime, pk: object) -> Q:
    return Q(gemaakt__gte=gemaakt) & (Q(gemaakt__gt=gemaakt) | Q(pk__gt=pk))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), get_default_timezone())
