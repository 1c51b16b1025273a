"""Words, as many as the question asks."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.formulieren.definitie import Veld
from eloket.formulieren.velden.basis import Blok, Veldtype, veldtype
from eloket.formulieren.velden.bronnen import BRIEF

AUTOCOMPLETE = [
    ("name", _("naam")),
    ("given-name", _("voornaam")),
    ("family-name", _("achternaam")),
    ("organization", _("naam van de organisatie")),
    ("street-address", _("straat en huisnummer")),
    ("address-line1", _("straat")),
    ("address-level2", _("woonplaats")),
]


def autocomplete_block(choices: Sequence[tuple[str, Any]]) -> blocks.Block:
    """Which of these the browser may fill in from what it knows of its owner."""
    return blocks.ChoiceBlock(
        label=_("Browser vult zelf in"),
        choices=choices,
        required=False,
        help_text=_("Alleen als de vraag gaat over de persoon die het formulier invult."),
    )


@veldtype
class KorteTekst(Veldtype):
    """One line."""

    soort = "tekst"
    naam = _("Korte tekst")
    icon = "title"
    bronnen: tuple[str, ...] = (
        "persoon.naam",
        "persoon.voornamen",
        "persoon.voorvoegsel",
        "persoon.achternaam",
        "persoon.geslachtsnaam",
        "persoon.aanschrijfnaam",
        "bedrijf.naam",
        "zaak.nummer",
        "zaak.naam",
        "besluit.kenmerk",
        "besluit.naam",
    )
    max_length = 200

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        maximum = int(veld.instellingen.get("max_tekens") or self.max_length)
        kwargs["error_messages"]["max_length"] = _("Gebruik niet meer dan %(limit_value)d tekens.")
        return forms.CharField(max_length=maximum, **kwargs)

    def settings_blocks(self) -> Sequence[Blok]:
        return (("max_tekens", self.maximum_block()), ("autocomplete", autocomplete_block(AUTOCOMPLETE)))

    def maximum_block(self) -> blocks.Block:
        return blocks.IntegerBlock(
            label=_("Hoogste aantal tekens"), required=False, min_value=1, max_value=self.max_length
        )


@veldtype
class LangeTekst(KorteTekst):
    """Several lines."""

    soort = "lange_tekst"
    naam = _("Lange tekst")
    icon = "pilcrow"
    bronnen = ("zaak.naam", BRIEF, "besluit.naam")
    max_length = 5000

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        rows = 16 if veld.instellingen.get("bron") == BRIEF else 5  # a letter is read as a whole
        return super().make_field(veld, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_json(self, value: Any) -> Any:
        return super().to_json(value.replace("\r\n", "\n") if value else value)

    def show(self, value: Any, veld: Veld) -> str:
        lines = ((line,) for line in value.split("\n")) if value else ()
        return format_html_join(mark_safe("<br>"), "{}", lines)

    def settings_blocks(self) -> Sequence[Blok]:
        return (("max_tekens", self.maximum_block()),)
