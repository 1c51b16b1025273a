"""Tags and filters for the templates of products: `{% load producten %}`."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from eloket.producten.models import ProductKanaal, ProductPage
from eloket.producten.models.onderdelen import Onderdelen
from eloket.producten.models.overzicht import adres_href
from eloket.producten.uitgangen.schema_org import write_json_ld
from eloket.producten.waarderingen.formulier import WaarderingForm
from eloket.website.services import Link, SiteInfo, per_versie

register = template.Library()


@register.simple_tag
def waardering_product(page: ProductPage) -> UUID | None:
    """What the form of this page is about; none on a page that only some people may see."""
    return None if page.get_view_restrictions() else page.translation_key


@register.simple_tag
def waardering_vragen() -> SafeString:
    """The questions of the empty form: the same on every page of a language, so made once."""
    return _empty_waardering(get_language() or settings.LANGUAGE_CODE)


@per_versie
def _empty_waardering(taal: str) -> SafeString:
    return render_to_string("producten/delen/waardering_vragen.html", {"form": WaarderingForm()})


@register.simple_tag
def product_json_ld(
    page: ProductPage,
    onderdelen: Onderdelen,
    kanalen: Sequence[ProductKanaal],
    *,
    site: SiteInfo,
    kruimels: Sequence[Link],
) -> SafeString:
    """The product for search engines, made of what the page shows already."""
    return write_json_ld(page, onderdelen, kanalen, site=site, kruimels=kruimels)


@register.filter
def get(mapping: Mapping[str, Any], key: str) -> Any:
    """The value under this key, None when there is none."""
    return mapping.get(key)


@register.simple_tag
def kanaal_adres(kanaal: ProductKanaal) -> SafeString | str:
    """The own address of a channel, as a link where a browser can follow it."""
    adres = kanaal.adres.strip()
    href = adres_href(kanaal.kanaal, adres)
    return format_html('<a href="{}">{}</a>', href, adres) if href else adres
