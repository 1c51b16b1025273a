"""What screens say of an issued product: the same words for its holder and for an employee."""

from datetime import datetime

from django import template
from django.utils.translation import gettext as _

from eloket.uitgifte.regels.status import VOORBIJ, Stand
from eloket.uitgifte.services import ProductInfo
from eloket.uitgifte.tonen import show_last, show_moment

register = template.Library()


@register.filter
def productstand(product: ProductInfo) -> str:
    """What it is worth, in one or two words."""
    return str(product.stand.label).capitalize()


@register.filter
def producttoon(product: ProductInfo) -> str:
    """The tone of the badge: see components/status_badge.html."""
    if product.stand == Stand.GELDIG:
        return "success"
    return "warning" if product.stand in (Stand.STRAKS, Stand.GESCHORST) else "neutral"


@register.filter
def productdag(moment: datetime) -> str:
    """A day as people write it, with the time when it is no midnight."""
    return show_moment(moment)


@register.filter
def producttermijn(product: ProductInfo) -> str:
    """Until when it holds, or since when it does not."""
    if product.stand in VOORBIJ:
        return _("Niet meer geldig sinds %s.") % show_moment(product.sinds)
    if product.stand == Stand.STRAKS:
        return _("Geldig vanaf %s.") % show_moment(product.geldig_vanaf)
    if product.geldig_tot is None:
        return _("Geldig zonder einddatum.")
    return _("Geldig tot en met %s.") % show_last(product.geldig_tot)
