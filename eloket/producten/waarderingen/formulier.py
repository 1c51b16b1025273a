"""The form at the foot of a product page. One and the same for everybody: it holds no token."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.producten.models.waardering import MAX_TOELICHTING, Oordeel, Reden

LOKAAS = "website"


class WaarderingForm(forms.Form):
    """One question, a reason and a remark; only the question has to be answered."""

    product = forms.CharField(widget=forms.HiddenInput, required=False)
    oordeel = forms.ChoiceField(
        label=_("Hebt u gevonden wat u zocht?"),
        choices=Oordeel.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies ja, voor een deel of nee."),
            "invalid_choice": _("Kies ja, voor een deel of nee."),
        },
    )
    reden = forms.ChoiceField(
        label=_("Wat ging er niet goed?"),
        choices=[("", _("Kies wat het beste past")), *Reden.choices],
        required=False,
        error_messages={"invalid_choice": _("Kies een reden uit de lijst.")},
    )
    toelichting = forms.CharField(
        label=_("Wat kunnen wij beter doen?"),
        help_text=_(
            "Vul geen naam, BSN of telefoonnummer in. Wij weten niet wie u bent en kunnen u niet antwoorden."
        ),
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": MAX_TOELICHTING}),
        required=False,
    )

    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="waardering_%s")

    def clean_toelichting(self) -> str:
        """Browsers count a new line as one sign and send two."""
        text = "\n".join(str(self.cleaned_data["toelichting"]).splitlines()).strip()
        if len(text) > MAX_TOELICHTING:
            raise forms.ValidationError(
                _("Maak uw opmerking korter: hooguit %(maximum)d tekens. Het zijn er nu %(aantal)d."),
                params={"maximum": MAX_TOELICHTING, "aantal": len(text)},
            )
        return text
