"""Lists of pages as links for the shared components."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from wagtail.models import Page

from eloket.lib import klok
from eloket.producten.models.zichtbaar import CatalogusQuerySet, Lezer
from eloket.website.services import Link


def page_links(pages: Iterable[Any], request: HttpRequest | None) -> list[Link]:
    """Title, address and summary of these pages of the catalogue."""
    return [Link(page.title, page.get_url(request) or "", page.samenvatting) for page in pages]


def card_links(pages: CatalogusQuerySet, request: HttpRequest | None) -> list[Link]:
    """The same of those pages that everybody may see."""
    return page_links(pages.visible_to(Lezer.IEDEREEN, now=klok.now()), request)


def group_links(groups: CatalogusQuerySet, request: HttpRequest | None, *, relation: str) -> list[Link]:
    """The themes or life events that have a product in their own language; an empty one helps nobody.

    `relation`: the field of ProductPage that points at them, in whatever language (hence by translation key).
    """
    here = {"locale_id": OuterRef("locale_id"), f"{relation}__translation_key": OuterRef("translation_key")}
    producten = _all_producten().visible_to(Lezer.IEDEREEN, now=klok.now()).filter(**here)
    return card_links(groups.filter(Exists(producten)).order_by("path"), request)


def product_links(page: Page, request: HttpRequest | None, **filters: Any) -> list[Link]:
    """The products in the language of this page, by title."""
    return card_links(_all_producten().filter(locale_id=page.locale_id, **filters).order_by("title"), request)


def products_of_group(page: Page, request: HttpRequest | None, *, relation: str) -> list[Link]:
    """The products of a theme or life event: what can be done online first, then by title."""
    online = Exists(apps.get_model("producten", "ProductFormulier").objects.filter(page=OuterRef("pk")))
    found = _all_producten().filter(
        locale_id=page.locale_id, **{f"{relation}__translation_key": page.translation_key}
    )
    return card_links(found.distinct().annotate(is_online=online).order_by("-is_online", "title"), request)


def _all_producten() -> CatalogusQuerySet:
    queryset: CatalogusQuerySet = apps.get_model("producten", "ProductPage").objects.all()
    return queryset
