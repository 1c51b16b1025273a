"""What the worklists and the parts of a zaak for colleagues say."""

from dataclasses import dataclass

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eloket.lib import klok
from eloket.zaken.services import Zaak

register = template.Library()
BINNENKORT = 7  # days


@dataclass(frozen=True, slots=True)
class Haast:
    """How soon a zaak must be done, in a few words; empty when there is no hurry."""

    tekst: str = ""
    te_laat: bool = False


@register.simple_tag
def haast(zaak: Zaak) -> Haast:
    """Of an open zaak; while the clock stands still nothing is late."""
    last = zaak.uiterlijke_einddatum_afdoening
    if zaak.is_opgeschort:
        return Haast(_("klok staat stil"))
    if last is None or not zaak.is_open:
        return Haast()
    days = (last - klok.today()).days
    if days < 0:
        return Haast(ngettext("%d dag te laat", "%d dagen te laat", -days) % -days, te_laat=True)
    if days > BINNENKORT:
        return Haast()
    return Haast(_("vandaag") if not days else ngettext("nog %d dag", "nog %d dagen", days) % days)
