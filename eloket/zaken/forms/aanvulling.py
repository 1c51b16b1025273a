"""Asking the aanvrager for what is missing."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from eloket.zaken.forms.handeling import Deel, HandelingForm, Voorbeeld, date_input, text_area
from eloket.zaken.services import VRAAG_LENGTE
from eloket.zaken.termijnen import next_werkdag
from eloket.zaken.variabelen import Tekstsoort

TWEE_WEKEN = timedelta(weeks=2)
MORGEN = timedelta(days=1)


class AanvullingForm(HandelingForm):
    id = forms.UUIDField(widget=forms.HiddenInput)
    vraag = forms.CharField(
        label=gettext_lazy("Wat vraagt u?"),
        max_length=VRAAG_LENGTE,
        widget=text_area(),
        help_text=gettext_lazy(
            "Zeg kort en gewoon wat u mist en waarom u het nodig hebt. Zet er geen BSN in."
        ),
    )
    informatieobjecttype = forms.ChoiceField(label=gettext_lazy("Vraagt u om een document?"), required=False)
    hersteltermijn = forms.DateField(
        label=gettext_lazy("Laatste dag om te antwoorden"),
        widget=date_input(),
        help_text=gettext_lazy(
            "Verplicht: zonder laatste dag staat de klok niet stil. De klok staat stil vanaf morgen."
        ),
    )

    verborgen = ("stand", "id")
    tekstsoort = Tekstsoort.AANVULLING
    tekstveld = "vraag"

    def first_values(self) -> dict[str, Any]:
        return {"id": uuid4(), "hersteltermijn": next_werkdag(self.vandaag + TWEE_WEKEN)}

    def prepare(self) -> None:
        soorten = [name for name in self.dossier.informatieobjecttypen if name not in self.dossier.intern]
        self.set_choices(
            "informatieobjecttype", [("", _("Geen, of het maakt niet uit")), *((n, n) for n in soorten)]
        )

    def clean_hersteltermijn(self) -> date:
        day: date = self.cleaned_data["hersteltermijn"]
        if day < self.vandaag + MORGEN:
            raise forms.ValidationError(_("Kies een dag na vandaag. Geef de inwoner genoeg tijd."))
        return day

    def values(self) -> dict[str, str]:
        return {
            "hersteltermijn": self.day("hersteltermijn"),
            "soort document": self.text("informatieobjecttype"),
        }

    def preview(self) -> Voorbeeld:
        return Voorbeeld(
            _("Wij hebben meer informatie van u nodig"),
            (
                Deel(self.text("vraag"), veld="vraag"),
                Deel(self.text("informatieobjecttype"), _("Wij vragen om"), "informatieobjecttype"),
                Deel(self.day("hersteltermijn"), _("Antwoord uiterlijk op"), "hersteltermijn"),
                Deel(_("Tot die tijd staat de klok stil.")),
            ),
            _("In Mijn zaken, bij deze zaak. De inwoner kan daar antwoorden."),
        )
