"""Numbers and amounts."""

import re
from collections.abc import Sequence
from decimal import Context, Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.formulieren.definitie import Veld, Vergelijking
from eloket.formulieren.velden.basis import GETALLEN, Blok, Getypt, Veldtype, veldtype
from eloket.lib.geld import euro

HOOGSTE = 999_999_999
# As many figures as anybody can type here: it is read first, and then found too high.
RUIM = Context(prec=64)


@veldtype
class Getal(Veldtype):
    """A whole number."""

    soort = "getal"
    naam = _("Getal")
    groep = GETALLEN
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
            max_value=HOOGSTE if high is None else high,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 12}),
            **kwargs,
        )

    def settings_blocks(self) -> Sequence[Blok]:
        return (
            ("minimum", blocks.IntegerBlock(label=_("Laagste getal"), required=False)),
            ("maximum", blocks.IntegerBlock(label=_("Hoogste getal"), required=False)),
        )


# Thousands with a dot and cents behind a comma, thousands without a mark, cents behind a dot, and the English
# way where both marks stand, so that there is no doubt which is which.
BEDRAG = (
    (re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", re.ASCII), ".", ","),
    (re.compile(r"\d+(?:,\d{1,2})?", re.ASCII), ".", ","),
    (re.compile(r"\d+\.\d{1,2}", re.ASCII), ",", "."),
    (re.compile(r"\d{1,3}(?:,\d{3})+\.\d{1,2}", re.ASCII), ",", "."),
)


def read_bedrag(text: str) -> Decimal | None:
    """The amount in euro that somebody wrote, None when it is not clear. "1.234" is more than a thousand."""
    plain = re.sub(r"^(?:€|eur(?:o)?)\s*|\s*(?:€|eur(?:o)?)$", "", text.strip(), flags=re.IGNORECASE)
    plain = re.sub(r",(?:-{1,2}|—|–)$", "", re.sub(r"\s", "", plain))
    for shape, thousands, cents in BEDRAG:
        if shape.fullmatch(plain):
            amount = Decimal(plain.replace(thousands, "").replace(cents, "."))
            return amount.quantize(Decimal("0.01"), context=RUIM)
    return None


class BedragField(forms.CharField):
    """An amount of euros between two whole amounts, in Dutch notation."""

    def __init__(self, *, minimum: int, maximum: int, **kwargs: Any) -> None:
        self.minimum, self.maximum = Decimal(minimum), Decimal(maximum)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return self.read(text) if text else None

    def read(self, text: str) -> Decimal:
        bedrag = read_bedrag(text) if len(text) <= 30 else None
        if bedrag is None:
            raise ValidationError(_("Schrijf het bedrag met cijfers en een komma, bijvoorbeeld 1.234,50."))
        if bedrag < self.minimum:
            raise ValidationError(
                _("Vul een bedrag in van %(bedrag)s of hoger."), params={"bedrag": euro(self.minimum)}
            )
        if bedrag > self.maximum:
            raise ValidationError(
                _("Vul een bedrag in van %(bedrag)s of lager."), params={"bedrag": euro(self.maximum)}
            )
        return bedrag


@veldtype
class Bedrag(Veldtype):
    """An amount in euro; stored as text, because a float loses cents."""

    soort = "bedrag"
    naam = _("Bedrag")
    groep = GETALLEN
    icon = "decimal"
    vergelijking = Vergelijking.GETAL
    required_message = _("Vul een bedrag in, bijvoorbeeld 12,50.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        low, high = veld.instellingen.get("minimum"), veld.instellingen.get("maximum")
        return BedragField(
            minimum=0 if low is None else low,
            maximum=HOOGSTE if high is None else high,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 14, "autocomplete": "off"}),
            **kwargs,
        )

    def to_json(self, value: Any) -> Any:
        return None if value is None else str(value)

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        if value is None:
            return {}
        return {"": [number_format(Decimal(value), decimal_pos=2, use_l10n=True, force_grouping=True)]}

    def show(self, value: Any, veld: Veld) -> str:
        return "" if value is None else euro(Decimal(value))

    def settings_blocks(self) -> Sequence[Blok]:
        return (
            ("minimum", blocks.IntegerBlock(label=_("Laagste bedrag in hele euro’s"), required=False)),
            ("maximum", blocks.IntegerBlock(label=_("Hoogste bedrag in hele euro’s"), required=False)),
        )
