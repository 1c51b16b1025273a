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
from eloket.producten.models.product import Doelgroep
from eloket.producten.models.verwijzingen import Naam
from eloket.producten.models.zichtbaar import CatalogusQuerySet, Lezer
from eloket.producten.uitgangen.absoluut import make_absolute
from eloket.producten.uitgangen.sdg import SdgPagina, SdgProduct, find_sdg, list_sdg
from eloket.producten.uitgangen.stand import read_etag
from eloket.producten.upl import UplOnleesbaar, UplVerslag, import_upl
from eloket.producten.verklaringen import ensure_verklaringen

__all__ = [
    "Boom",
    "Deskproduct",
    "Filter",
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
    "SdgPagina",
    "SdgProduct",
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
    "find_sdg",
    "get_deskproduct",
    "get_product",
    "import_upl",
    "list_producten",
    "list_sdg",
    "make_absolute",
    "publish_child",
    "read_etag",
    "republish",
    "translate_page",
    "vraag_values",
]


class ProductNotFound(Exception):
    """No such product, or not for this reader."""


@dataclass(frozen=True)
class Filter:
    """Which products; "" for all. `thema`: slug, `doelgroep`: burger or ondernemer, `upn`: URI."""

    thema: str = ""
    doelgroep: str = ""
    upn: str = ""


@dataclass(frozen=True)
class Pagina:
    """One page of a list; `totaal` counts the whole list."""

    producten: tuple[Product, ...]
    totaal: int


def list_producten(
    *,
    taal: str,
    lezer: Lezer,
    pagina: int = 1,
    per_pagina: int = 50,
    filter: Filter = Filter(),
    now: datetime,
) -> Pagina:
    """The products this reader may see in this language, by slug; an empty page beyond the last one."""
    pages = _narrow(select_producten(taal=taal, lezer=lezer, now=now), filter, lezer=lezer, now=now)
    start = (pagina - 1) * per_pagina
    shown = read_producten(pages[start : start + per_pagina], taal=taal, now=now)
    return Pagina(tuple(shown), pages.count())


def _narrow(pages: CatalogusQuerySet, filter: Filter, *, lezer: Lezer, now: datetime) -> CatalogusQuerySet:
    if filter.thema:
        themas = ThemaPage.objects.visible_to(lezer, now=now).filter(slug=filter.thema)
        keys = themas.values("translation_key")
        pages = pages.filter(pk__in=ProductPage.objects.filter(themas__translation_key__in=keys).values("pk"))
    if filter.doelgroep:
        pages = pages.filter(doelgroep__in=(filter.doelgroep, Doelgroep.BEIDE))
    return pages.filter(upns__upn__uri=filter.upn) if filter.upn else pages


def get_product(slug: str, *, taal: str, lezer: Lezer, now: datetime) -> Product:
    """The product with this slug. Errors: `ProductNotFound`."""
    if "\0" in slug:  # which PostgreSQL takes for a fault of ours
        raise ProductNotFound(slug)
    found = select_producten(taal=taal, lezer=lezer, now=now).filter(slug=slug)[:1]
    products = read_producten(found, taal=taal, now=now)
    if not products:
        raise ProductNotFound(slug)
    return products[0]
