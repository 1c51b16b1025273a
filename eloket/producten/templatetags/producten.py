"""Tags and filters for the templates of products: `{% load producten %}`."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from eloket.producten.models import ProductKanaal, ProductPage
from eloket.producten.models.overzicht import adres_href
from eloket.producten.waarderingen.formulier import WaarderingForm

register = template.Library()


@register.simple_tag
def waardering_form(page: ProductPage) -> WaarderingForm | None:
    """The empty form of this page; none on a page that only some people may see."""
    if page.get_view_restrictions():
        return None
    return WaarderingForm(product=page.translation_key)


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
