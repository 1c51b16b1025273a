"""The door of the catalogue."""

from dataclasses import dataclass
from datetime import datetime

from eloket.producten.boom import Boom, ensure_boom
from eloket.producten.gegevens import Product, Verwijzing, read_producten, select_producten
from eloket.producten.intern import Deskproduct, ProductIntern, find_deskproducten, get_deskproduct
from eloket.producten.invoer import (
    KanaalInvoer,
    ProductInvoer,
    check_values,
    fill_product,
    publish_child,
    republish,
    translate_page,
    vraag_values,
)
from eloket.producten.models import (
    HomePage,
    HomeTaak,
    LevensgebeurtenisPage,
    Organisatie,
    ProductPage,
    ProductVerwant,
    Tekstblok,
    ThemaPage,
    UniformeProductnaam,
)
from eloket.producten.models.verwijzingen import Naam
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.upl import UplOnleesbaar, UplVerslag, import_upl
from eloket.producten.verklaringen import ensure_verklaringen

__all__ = [
    "Boom",
    "Deskproduct",
    "HomePage",
    "HomeTaak",
    "KanaalInvoer",
    "LevensgebeurtenisPage",
    "Lezer",
    "Naam",
    "Organisatie",
    "Pagina",
    "Product",
    "ProductIntern",
    "ProductInvoer",
    "ProductNotFound",
    "ProductPage",
    "ProductVerwant",
    "Tekstblok",
    "ThemaPage",
    "UniformeProductnaam",
    "UplOnleesbaar",
    "UplVerslag",
    "Verwijzing",
    "check_values",
    "ensure_boom",
    "ensure_verklaringen",
    "fill_product",
    "find_deskproducten",
    "get_deskproduct",
    "get_product",
    "import_upl",
    "list_producten",
    "publish_child",
    "republish",
    "translate_page",
    "vraag_values",
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
    shown = read_producten(pages[start : start + per_pagina], taal=taal, now=now)
    return Pagina(tuple(shown), pages.count())


def get_product(slug: str, *, taal: str, lezer: Lezer, now: datetime) -> Product:
    """The product with this slug. Errors: `ProductNotFound`."""
    found = select_producten(taal=taal, lezer=lezer, now=now).filter(slug=slug)[:1]
    products = read_producten(found, taal=taal, now=now)
    if not products:
        raise ProductNotFound(slug)
    return products[0]
