"""Writing a letter."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.zaken.forms.handeling import Deel, HandelingForm, Voorbeeld, text_area
from eloket.zaken.variabelen import Tekstsoort


class BriefForm(HandelingForm):
    id = forms.UUIDField(widget=forms.HiddenInput)
    onderwerp = forms.CharField(label=gettext_lazy("Waar gaat de brief over?"), max_length=80)
    tekst = forms.CharField(
        label=gettext_lazy("Tekst van de brief"),
        max_length=10_000,
        widget=text_area(12),
        help_text=gettext_lazy("De naam van de gemeente, de datum en het zaaknummer staan er al boven."),
    )
    informatieobjecttype = forms.ChoiceField(label=gettext_lazy("Soort document"), required=False)

    verborgen = ("stand", "id")
    tekstsoort = Tekstsoort.BRIEF
    tekstveld = "tekst"

    def first_values(self) -> dict[str, Any]:
        return {"id": uuid4()}

    def prepare(self) -> None:
        soorten = [name for name in self.dossier.informatieobjecttypen if name not in self.dossier.intern]
        self.set_choices("informatieobjecttype", [("", _("Niet genoemd")), *((n, n) for n in soorten)])

    def preview(self) -> Voorbeeld:
        return Voorbeeld(
            self.text("onderwerp"),
            (Deel(self.text("tekst"), veld="tekst"),),
            _("Als brief (PDF) bij de documenten in Mijn zaken."),
        )
