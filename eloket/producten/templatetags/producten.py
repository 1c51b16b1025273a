"""What the page of a product shows beside its own fields: `{% load producten %}`."""

from django import template

from eloket.producten.models import ProductPage
from eloket.producten.waarderingen.formulier import WaarderingForm

register = template.Library()


@register.simple_tag
def waardering_form(page: ProductPage) -> WaarderingForm | None:
    """The empty form of this page; none on a page that only some people may see."""
    if page.get_view_restrictions():
        return None
    return WaarderingForm(product=page.translation_key)
