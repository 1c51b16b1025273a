"""The form that asks why somebody looks into a zaak."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.zaken.regels import Raadpleegdoel

DOELEN = [each for each in Raadpleegdoel if each is not Raadpleegdoel.BEHANDELEN]


class DoelForm(forms.Form):
    """The purpose, which the resident reads, and more words for whoever reads the log."""

    doel = forms.ChoiceField(
        label=_("Waarvoor opent u deze zaak?"),
        choices=[(each.value, each.label) for each in DOELEN],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarvoor u deze zaak opent.")},
        help_text=_("Dit leest de inwoner in Mijn zaken, met uw afdeling en zonder uw naam."),
    )
    reden = forms.CharField(
        label=_("Uitleg"),
        required=False,
        max_length=200,
        help_text=_("Alleen de beheerder leest dit. Nodig als u ‘een andere reden’ kiest."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("doel") == Raadpleegdoel.ANDERS and not data.get("reden", "").strip():
            self.add_error("reden", _("Vul in waarvoor u deze zaak opent."))
        return data
