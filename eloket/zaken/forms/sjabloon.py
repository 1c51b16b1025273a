"""Beginning with a text that is there already: choose it, and the field below it is filled."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from eloket.zaken.services import Tekst, Zaak, fill_sjabloon, list_sjablonen
from eloket.zaken.variabelen import find_open

VELD = "sjabloon"


def add_sjabloonveld(form: forms.Form, zaak: Zaak, soort: str, *, before: str) -> None:
    """A choice of texts in front of the field `before`; none where there are no texts."""
    known = list_sjablonen(zaak, soort)
    if not known:
        return
    choices = [("", _("Begin met een lege tekst")), *((each.id, each.naam) for each in known)]
    form.fields[VELD] = forms.ChoiceField(
        label=_("Begin met een vaste tekst"),
        required=False,
        choices=choices,
        help_text=_("Kies een tekst en druk op “Vul de tekst in”. Daarna past u hem aan."),
    )
    names = [name for name in form.fields if name != VELD]
    names.insert(names.index(before), VELD)
    form.order_fields(names)


def choose_tekst(posted: Mapping[str, Any], zaak: Zaak, soort: str) -> Tekst | None:
    """The text that was chosen; None when there was none."""
    wanted = str(posted.get(VELD, ""))
    return next((each.tekst for each in list_sjablonen(zaak, soort) if each.id == wanted), None)


def fill_rest(tekst: str, zaak: Zaak, soort: str, waarden: dict[str, str], *, vandaag: date) -> str:
    """What was typed, with the variables that are still in it. Errors: `forms.ValidationError`."""
    filled = fill_sjabloon(Tekst(tekst), zaak, waarden, vandaag=vandaag)
    if still := find_open(filled, soort):
        names = ", ".join(f"{{{name}}}" for name in still)
        raise forms.ValidationError(_("Vul dit zelf in, of haal het weg: %s.") % names)
    return filled
