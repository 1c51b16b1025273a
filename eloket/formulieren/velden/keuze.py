"""A choice out of a few, or out of many."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.formulieren.definitie import Optie, Tekst, Veld, Vergelijking
from eloket.formulieren.velden.basis import KEUZES, Blok, Getypt, Veldtype, veldtype


@veldtype
class Keuze(Veldtype):
    """One of a few."""

    soort = "keuze"
    naam = _("Keuze uit een lijst")
    groep = KEUZES
    icon = "radio-empty"
    vergelijking = Vergelijking.KEUZE
    has_opties = True
    required_message = _("Kies een antwoord.")

    def opties(self, veld: Veld) -> tuple[Optie, ...]:
        return veld.opties

    def choices(self, veld: Veld) -> list[tuple[str, str]]:
        return [(optie.waarde, str(optie.label)) for optie in self.opties(veld)]

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        kwargs["error_messages"]["invalid_choice"] = _("Kies een van de antwoorden die hier staan.")
        return forms.ChoiceField(choices=self.choices(veld), widget=forms.RadioSelect, **kwargs)

    def show(self, value: Any, veld: Veld) -> str:
        return "" if value is None else self.label_of(value, veld)

    def label_of(self, waarde: Any, veld: Veld) -> str:
        labels = {optie.waarde: str(optie.label) for optie in self.opties(veld)}
        return labels.get(waarde, str(waarde))


@veldtype
class Keuzelijst(Keuze):
    """One of many, in a list that folds out."""

    soort = "keuzelijst"
    naam = _("Keuze uit een lange lijst (uitklappen)")
    icon = "list-ul"

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        kwargs["error_messages"]["invalid_choice"] = _("Kies een van de antwoorden die hier staan.")
        choices = [("", _("Kies een antwoord")), *self.choices(veld)]
        return forms.ChoiceField(choices=choices, **kwargs)


class MeerkeuzeField(forms.MultipleChoiceField):
    """Several of a few, so many at most."""

    def __init__(self, *, maximum: int | None, **kwargs: Any) -> None:
        self.maximum = maximum
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> list[str]:
        return [each for each in super().to_python(value) if each]

    def clean(self, value: Any) -> list[str]:
        chosen: list[str] = list(dict.fromkeys(super().clean(value)))
        if self.maximum and len(chosen) > self.maximum:
            raise ValidationError(
                _("Kies er niet meer dan %(aantal)d. Haal een vinkje weg."), params={"aantal": self.maximum}
            )
        return chosen


@veldtype
class Meerkeuze(Keuze):
    """Several of a few."""

    soort = "meerkeuze"
    naam = _("Meer antwoorden uit een lijst")
    icon = "tasks"
    vergelijking = Vergelijking.MEERKEUZE
    required_message = _("Kies een of meer antwoorden.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        kwargs["error_messages"]["invalid_choice"] = _("Kies uit de antwoorden die hier staan.")
        return MeerkeuzeField(
            maximum=veld.instellingen.get("maximum"),
            choices=self.choices(veld),
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )

    def to_json(self, value: Any) -> Any:
        return list(value) or None

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        return {"": [str(each) for each in value]} if value else {}

    def show(self, value: Any, veld: Veld) -> str:
        lines = ((self.label_of(each, veld),) for each in value or ())
        return format_html_join(mark_safe("<br>"), "{}", lines)

    def to_eigenschap(self, value: Any, veld: Veld) -> str:
        return ", ".join(value or ())

    def settings_blocks(self) -> Sequence[Blok]:
        maximum = blocks.IntegerBlock(label=_("Hoogste aantal antwoorden"), required=False, min_value=1)
        return (("maximum", maximum),)


@veldtype
class JaNee(Keuze):
    """Yes or no."""

    soort = "ja_nee"
    naam = _("Ja of nee")
    icon = "circle-check"
    has_opties = False

    def opties(self, veld: Veld) -> tuple[Optie, ...]:
        return (Optie("ja", Tekst("Ja", "Yes")), Optie("nee", Tekst("Nee", "No")))
