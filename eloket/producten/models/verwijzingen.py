"""What products point at, read in one query for all kinds and all products together.

Pages are named by translation key: an English product may point at the Dutch page of its theme.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Expression, F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from eloket.producten.models.productdelen import (
    ProductAfspraaksoort,
    ProductFormulier,
    ProductTarief,
    ProductTekstblok,
    ProductUpn,
    ProductVerwant,
)
from eloket.producten.models.thema import ThemaPage

ANY_PAGE = -1
ProductPage = Any  # the model itself imports this file


@dataclass(frozen=True)
class GedeeldeTekst:
    """A shared text below one of the questions; HTML as the database holds it, "" for no English."""

    plek: str
    tekst: str
    tekst_en: str


@dataclass(frozen=True)
class Naam:
    """A national name of the UPL. `sdg`: codes of the single digital gateway, separated by ";", mostly ""."""

    naam: str
    uri: str
    sdg: str


@dataclass
class Verwijzingen:
    """Names, ids and translation keys, each kind in the redacteur's order."""

    upns: list[Naam] = field(default_factory=list)
    formulieren: list[int] = field(default_factory=list)
    tarieven: list[int] = field(default_factory=list)
    afspraaksoorten: list[int] = field(default_factory=list)
    teksten: list[GedeeldeTekst] = field(default_factory=list)
    verwant: list[UUID] = field(default_factory=list)
    themas: list[UUID] = field(default_factory=list)


def read_verwijzingen(pages: Sequence[ProductPage]) -> list[Verwijzingen]:
    """What each of these products points at; a draft that is not saved is read from memory."""
    found: dict[int | None, Verwijzingen] = {page.pk: Verwijzingen() for page in pages if is_saved(page)}
    if found:
        for row in sorted(_read([pk for pk in found if pk]), key=lambda row: row[2] or 0):
            _add(found[row[0]], *row[1:])
    return [found[page.pk] if is_saved(page) else _from_memory(page) for page in pages]


def is_saved(page: ProductPage) -> bool:
    """Whether the database holds what this object is; not so for a preview or a page that is being made."""
    return page.pk is not None and not getattr(page, "_cluster_related_objects", None)


def _from_memory(page: ProductPage) -> Verwijzingen:
    return Verwijzingen(
        upns=[Naam(part.upn.naam, part.upn.uri, part.upn.sdg) for part in page.upns.all()],
        formulieren=[part.formulier_id for part in page.formulieren.all()],
        tarieven=[part.tarief_id for part in page.tarieven.all()],
        afspraaksoorten=[part.afspraaksoort_id for part in page.afspraaksoorten.all()],
        teksten=[
            GedeeldeTekst(part.plek, part.tekstblok.tekst, part.tekstblok.tekst_en)
            for part in page.tekstblokken.all()
        ],
        verwant=[part.product.translation_key for part in page.verwante_producten.all()],
        themas=[thema.translation_key for thema in page.themas.all()],
    )


def _add(to: Verwijzingen, soort: str, _volgorde: int, doel: str, plek: str, tekst: str, en: str) -> None:
    match soort:
        case "upn":
            to.upns.append(Naam(tekst, doel, plek))
        case "formulier":
            to.formulieren.append(int(doel))
        case "tarief":
            to.tarieven.append(int(doel))
        case "afspraaksoort":
            to.afspraaksoorten.append(int(doel))
        case "tekst":
            to.teksten.append(GedeeldeTekst(plek, tekst, en))
        case "verwant":
            to.verwant.append(UUID(doel))
        case "thema":
            to.themas.append(UUID(doel))


def _read(page_ids: Sequence[int]) -> Iterable[Any]:
    """The rows of `_union`; for one page, the hot path, by the text of the query as it was made before."""
    if len(page_ids) > 1:
        return _union(page_ids)
    sql, params = _sql_of_one()
    with connection.cursor() as cursor:
        cursor.execute(sql, [page_ids[0] if value == ANY_PAGE else value for value in params])
        return list(cursor.fetchall())


@cache
def _sql_of_one() -> tuple[str, tuple[Any, ...]]:
    """The query for one page, with `ANY_PAGE` in its place. Composing it takes longer than running it."""
    sql, params = _union([ANY_PAGE]).query.sql_with_params()
    return sql, tuple(params)


def _union(page_ids: Sequence[int]) -> QuerySet[Any, Any]:
    """(page, kind, order, target, plek, text, English text) of every reference of these pages."""
    themas = ThemaPage.producten.through._default_manager.filter(productpage_id__in=page_ids)
    first, *others = [
        _rows(
            ProductUpn.objects.filter(page_id__in=page_ids),
            "upn",
            "upn__uri",
            teksten=("upn__sdg", "upn__naam", "upn__naam"),
        ),
        _rows(ProductFormulier.objects.filter(page_id__in=page_ids), "formulier", "formulier_id"),
        _rows(ProductTarief.objects.filter(page_id__in=page_ids), "tarief", "tarief_id"),
        _rows(ProductAfspraaksoort.objects.filter(page_id__in=page_ids), "afspraaksoort", "afspraaksoort_id"),
        _rows(ProductVerwant.objects.filter(page_id__in=page_ids), "verwant", "product__translation_key"),
        _rows(
            ProductTekstblok.objects.filter(page_id__in=page_ids),
            "tekst",
            "tekstblok_id",
            teksten=("plek", "tekstblok__tekst", "tekstblok__tekst_en"),
        ),
        _rows(themas, "thema", "themapage__translation_key", page="productpage_id", volgorde="id"),
    ]
    # Django 6.1 would else sort all of it by the order of the first model, which it cannot.
    return first.union(*others, all=True).order_by()


def _rows(
    queryset: QuerySet[Any],
    soort: str,
    doel: str,
    *,
    page: str = "page_id",
    volgorde: str = "sort_order",
    teksten: tuple[str, str, str] | None = None,
) -> QuerySet[Any, Any]:
    """One part of the union: the same columns for each kind, all of them text but the page and the order."""
    plek, tekst, en = (_text(name) for name in teksten) if teksten else (_NIETS, _NIETS, _NIETS)
    columns: dict[str, Expression | F] = {
        "_page": F(page),
        "_soort": Value(soort, output_field=TextField()),
        "_volgorde": Cast(F(volgorde), IntegerField()),
        "_doel": _text(doel),
        "_plek": plek,
        "_tekst": tekst,
        "_en": en,
    }
    return queryset.order_by().annotate(**columns).values_list(*columns)


def _text(name: str) -> Cast:
    return Cast(F(name), TextField())


_NIETS = Value("", output_field=TextField())
