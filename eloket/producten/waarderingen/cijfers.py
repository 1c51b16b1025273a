"""The figures of a report, joined with the titles of the products they are about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _

from eloket.producten.models import ProductPage
from eloket.producten.models.waardering import Cijfers, Reden, Waardering, WaarderingQuerySet

OPMERKINGEN = 3


@dataclass(frozen=True)
class Regel:
    """One product in the report; `pagina_id` is None when the product is gone."""

    titel: str
    pagina_id: int | None
    cijfers: Cijfers
    opmerkingen: tuple[Waardering, ...]
    laatste: datetime

    @property
    def redenen_tekst(self) -> str:
        return ", ".join(f"{reden} ({aantal})" for reden, aantal in self.cijfers.redenen)

    @property
    def opmerkingen_tekst(self) -> str:
        return "\n".join(remark.toelichting for remark in self.opmerkingen)


def describe(rows: Iterable[Mapping[str, Any]], said: WaarderingQuerySet) -> list[Regel]:
    """The rows of `per_product` with title, reasons and newest remarks, in three queries more.

    `said`: what those rows were counted from.
    """
    rows = list(rows)
    keys = [row["product"] for row in rows]
    mine = said.filter(product__in=keys)
    pages, redenen, remarks = _pages(keys), _redenen(mine), _remarks(mine)
    return [
        _describe_one(row, pages.get(row["product"]), redenen[row["product"]], remarks[row["product"]])
        for row in rows
    ]


def _describe_one(
    row: Mapping[str, Any],
    page: ProductPage | None,
    redenen: list[tuple[str, int]],
    remarks: list[Waardering],
) -> Regel:
    return Regel(
        titel=page.title if page else _("Product dat er niet meer is"),
        pagina_id=page.pk if page else None,
        cijfers=Cijfers(row["ja"], row["deels"], row["nee"], tuple(redenen)),
        opmerkingen=tuple(remarks),
        laatste=row["laatste"],
    )


def _pages(keys: list[UUID]) -> dict[UUID, ProductPage]:
    """The page of each product, the Dutch one when there is one."""
    pages = ProductPage.objects.filter(translation_key__in=keys).select_related("locale")
    by_language = sorted(pages, key=lambda page: page.locale.language_code == "nl")
    return {page.translation_key: page for page in by_language}


def _redenen(said: WaarderingQuerySet) -> dict[UUID, list[tuple[str, int]]]:
    found: dict[UUID, list[tuple[str, int]]] = defaultdict(list)
    names = dict(Reden.choices)
    counted = said.exclude(reden="").order_by().values("product", "reden").annotate(aantal=Count("pk"))
    for row in counted.order_by("-aantal", "reden"):
        found[row["product"]].append((str(names.get(row["reden"], row["reden"])), row["aantal"]))
    return found


def _remarks(said: WaarderingQuerySet) -> dict[UUID, list[Waardering]]:
    found: dict[UUID, list[Waardering]] = defaultdict(list)
    for remark in said.newest_remarks(OPMERKINGEN):
        found[remark.product].append(remark)
    return found
