"""Lists of pages as links for the shared components."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
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


def product_links(page: Page, request: HttpRequest | None, **filters: Any) -> list[Link]:
    """The products in the language of this page that belong to it, by title."""
    producten: CatalogusQuerySet = apps.get_model("producten", "ProductPage").objects.all()
    return card_links(
        producten.filter(locale_id=page.locale_id, **filters).distinct().order_by("title"), request
    )
