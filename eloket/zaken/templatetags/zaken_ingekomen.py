"""What came in about a zaak, in words for the behandelaar."""

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from eloket.lib import klok
from eloket.zaken.services import Dossier, Ingebrekestelling, Verwant, list_ingebrekestellingen

register = template.Library()

SOORTEN: dict[str, Any] = {
    "intrekken": _("Verzoek om in te trekken"),
    "wijziging": _("Wijziging"),
    "vraag": _("Vraag"),
    "zienswijze": _("Zienswijze"),
    "ingebrekestelling": _("Ingebrekestelling"),
    "bezwaar": _("Bezwaar"),
    "klacht": _("Klacht"),
}


@register.filter
def soort_in_woorden(verwant: Verwant) -> str:
    """What it is; the name of the zaak for a kind that we do not know."""
    return str(SOORTEN.get(verwant.soort, verwant.omschrijving))


@register.filter
def te_beslissen(dossier: Dossier) -> list[Verwant]:
    """Open requests to withdraw this open zaak: a person decides, nothing closes by itself."""
    asked = [each for each in dossier.ingekomen if each.soort == "intrekken" and each.is_open]
    return asked if dossier.zaak.is_open else []


@register.filter
def ingebrekestellingen(dossier: Dossier) -> tuple[Ingebrekestelling, ...]:
    """Those that were received, with the clock of the dwangsom as of today."""
    return list_ingebrekestellingen(dossier, vandaag=klok.today())
