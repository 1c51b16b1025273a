"""Asking the aanvrager what they think of what we want to decide."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.zaken.forms.handeling import Deel, HandelingForm, Voorbeeld, date_input
from eloket.zaken.termijnen import next_werkdag

TWEE_WEKEN = timedelta(weeks=2)


class ZienswijzeForm(HandelingForm):
    tot = forms.DateField(
        label=gettext_lazy("Laatste dag om te reageren"),
        widget=date_input(),
        help_text=gettext_lazy("De klok loopt door. Vroeg u het al, dan geldt de nieuwe dag."),
    )

    def first_values(self) -> dict[str, Any]:
        return {"tot": next_werkdag(self.vandaag + TWEE_WEKEN)}

    def clean_tot(self) -> date:
        day: date = self.cleaned_data["tot"]
        if day <= self.vandaag:
            raise forms.ValidationError(_("Kies een dag na vandaag. Geef de inwoner genoeg tijd."))
        return day

    def preview(self) -> Voorbeeld:
        return Voorbeeld(
            _("Wij vragen wat u vindt van wat wij willen besluiten"),
            (Deel(self.day("tot"), _("Reageer uiterlijk op"), "tot"),),
            _("In Mijn zaken, bij deze zaak. De inwoner kan daar een zienswijze geven."),
        )
