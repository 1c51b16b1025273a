"""A choice out of a few."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.formulieren.definitie import Optie, Tekst, Veld, Vergelijking
from eloket.formulieren.velden.basis import Veldtype, veldtype


@veldtype
class Keuze(Veldtype):
    """One of a few."""

    soort = "keuze"
    naam = _("Keuze uit een lijst")
    icon = "radio-empty"
    vergelijking = Vergelijking.KEUZE
    has_opties = True
    required_message = _("Kies een antwoord.")

    def opties(self, veld: Veld) -> tuple[Optie, ...]:
        return veld.opties

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        kwargs["error_messages"]["invalid_choice"] = _("Kies een van de antwoorden die hier staan.")
        choices = [(optie.waarde, str(optie.label)) for optie in self.opties(veld)]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **kwargs)

    def show(self, value: Any, veld: Veld) -> str:
        labels = {optie.waarde: str(optie.label) for optie in self.opties(veld)}
        return labels.get(value, "" if value is None else str(value))


@veldtype
class JaNee(Keuze):
    """Yes or no."""

    soort = "ja_nee"
    naam = _("Ja of nee")
    icon = "circle-check"
    has_opties = False

    def opties(self, veld: Veld) -> tuple[Optie, ...]:
        return (Optie("ja", Tekst("Ja", "Yes")), Optie("nee", Tekst("Nee", "No")))
