"""A box to tick."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from eloket.formulieren.definitie import Veld, Vergelijking
from eloket.formulieren.velden.basis import KEUZES, Getypt, Veldtype, veldtype


@veldtype
class Verklaring(Veldtype):
    """A statement to agree with."""

    soort = "verklaring"
    naam = _("Verklaring met vinkje")
    groep = KEUZES
    icon = "check"
    vergelijking = Vergelijking.GEEN
    required_message = _("Zet een vinkje om verder te gaan.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return forms.BooleanField(**kwargs)

    def to_json(self, value: Any) -> Any:
        return bool(value)

    def show(self, value: Any, veld: Veld) -> str:
        return gettext("Ja") if value else gettext("Nee")

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        return {"": ["on"]} if value else {}

    def to_eigenschap(self, value: Any, veld: Veld) -> str:
        return "ja" if value else "nee"
