"""The door of the catalogue."""

from dataclasses import dataclass
from datetime import datetime

from eloket.producten.boom import Boom, ensure_boom
from eloket.producten.gegevens import Naam, Product, read_product, select_producten
from eloket.producten.invoer import (
    ProductInvoer,
    fill_product,
    publish_child,
    republish,
    translate_kanalen,
    translate_page,
)
from eloket.producten.models import (
    HomePage,
    HomeTaak,
    LevensgebeurtenisPage,
    ProductPage,
    ThemaPage,
    UniformeProductnaam,
)
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.upl import UplOnleesbaar, UplVerslag, import_upl

__all__ = [
    "Boom",
    "HomePage",
    "HomeTaak",
    "LevensgebeurtenisPage",
    "Lezer",
    "Naam",
    "Pagina",
    "Product",
    "ProductInvoer",
    "ProductNotFound",
    "ProductPage",
    "ThemaPage",
    "UniformeProductnaam",
    "UplOnleesbaar",
    "UplVerslag",
    "ensure_boom",
    "fill_product",
    "get_product",
    "import_upl",
    "list_producten",
    "publish_child",
    "republish",
    "translate_kanalen",
    "translate_page",
]


class ProductNotFound(Exception):
    """No such product, or not for this reader."""


@dataclass(frozen=True)
class Pagina:
    """One page of a list; `totaal` counts the whole list."""

    producten: tuple[Product, ...]
    totaal: int


def list_producten(
    *, taal: str, lezer: Lezer, pagina: int = 1, per_pagina: int = 50, now: datetime
) -> Pagina:
    """The products this reader may see in this language, by slug; an empty page beyond the last one."""
    pages = select_producten(taal=taal, lezer=lezer, now=now)
    start = (pagina - 1) * per_pagina
    return Pagina(tuple(read_product(page) for page in pages[start : start + per_pagina]), pages.count())


def get_product(slug: str, *, taal: str, lezer: Lezer, now: datetime) -> Product:
    """The product with this slug. Errors: `ProductNotFound`."""
    page = select_producten(taal=taal, lezer=lezer, now=now).filter(slug=slug).first()
    if page is None:
        raise ProductNotFound(slug)
    return read_product(page)
