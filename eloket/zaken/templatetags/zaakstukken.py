"""What the components say about the documents and besluiten of a zaak."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from eloket.lib import klok
from eloket.lib.tekst import Tekst
from eloket.website.services import Rij, show_grootte
from eloket.zaken.services import Besluit, Document, Verzoek
from eloket.zaken.templatetags.zaken import in_woorden

register = template.Library()


@register.filter
def document_feiten(document: Document) -> str:
    """Kind, day and size in one line: "Besluit, 12 november 2026, 340 kB"."""
    day = date_format(document.registratiedatum, "j F Y") if document.registratiedatum else ""
    return ", ".join(filter(None, [document.informatieobjecttype, day, show_grootte(document.omvang)]))


@register.filter
def moment(begin: datetime) -> str:
    """A moment as people write it: "donderdag 12 november 2026, 9.30 uur"."""
    local = begin.astimezone(timezone.get_default_timezone())
    return _("%(dag)s, %(tijd)s uur") % {
        "dag": date_format(local, "l j F Y"),
        "tijd": date_format(local, "G.i"),
    }


@register.filter
def besluitnaam(besluit: Besluit) -> str:
    return str(besluit.omschrijving)


@register.filter
def motivering(besluit: Besluit) -> Tekst:
    """Why it was decided so, as an employee wrote it: in Dutch."""
    return _dutch(besluit.toelichting)


@register.simple_tag
def besluit_feiten(besluit: Besluit) -> list[Rij]:
    """Its days. The bekendmaking is the day from which the term for bezwaar counts."""
    facts = [
        (_("Besluit genomen op"), besluit.datum),
        (_("Bekendgemaakt op"), besluit.verzenddatum),
        (_("Geldt vanaf"), besluit.ingangsdatum),
        (_("Geldt tot en met"), besluit.vervaldatum),
    ]
    return [Rij(label, in_woorden(day)) for label, day in facts if day]


@register.filter
def bezwaar(besluit: Besluit) -> str:
    """Until when somebody can object, or could; "" when the register names no last day."""
    last = besluit.uiterlijke_reactiedatum
    if last is None:
        return ""
    if last >= klok.today():
        return _("Bent u het er niet mee eens? Bezwaar maken kan tot en met %s.") % in_woorden(last)
    return _("Bezwaar maken kon tot en met %s.") % in_woorden(last)


@register.filter
def vraag(verzoek: Verzoek) -> Tekst:
    """What an employee asks, in their own words: in Dutch."""
    return _dutch(verzoek.vraag)


@register.filter
def verzoek_termijn(verzoek: Verzoek) -> str:
    """Until when somebody can answer, and what is different after that day."""
    last = in_woorden(verzoek.hersteltermijn)
    if verzoek.is_verstreken(klok.today()):
        return (
            _("Antwoorden kon tot en met %s. Stuur het alsnog: wij kijken wat wij ermee kunnen doen.") % last
        )
    return _("Antwoord uiterlijk op %s. Zolang wij wachten, staat onze termijn stil.") % last


def _dutch(words: str) -> Tekst:
    return Tekst(words, "" if (get_language() or "nl").startswith("nl") else "nl")
