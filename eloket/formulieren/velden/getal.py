"""Numbers."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.formulieren.definitie import Veld, Vergelijking
from eloket.formulieren.velden.basis import Blok, Veldtype, veldtype


@veldtype
class Getal(Veldtype):
    """A whole number."""

    soort = "getal"
    naam = _("Getal")
    icon = "order"
    vergelijking = Vergelijking.GETAL
    required_message = _("Vul een getal in, bijvoorbeeld 12.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        low, high = veld.instellingen.get("minimum"), veld.instellingen.get("maximum")
        kwargs["error_messages"] |= {
            "invalid": _("Vul een getal in met alleen cijfers, bijvoorbeeld 12."),
            "min_value": _("Vul een getal in van %(limit_value)s of hoger."),
            "max_value": _("Vul een getal in van %(limit_value)s of lager."),
        }
        return forms.IntegerField(
            min_value=0 if low is None else low,
            max_value=999_999_999 if high is None else high,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 12}),
            **kwargs,
        )

    def settings_blocks(self) -> Sequence[Blok]:
        return (
            ("minimum", blocks.IntegerBlock(label=_("Laagste getal"), required=False)),
            ("maximum", blocks.IntegerBlock(label=_("Hoogste getal"), required=False)),
        )
