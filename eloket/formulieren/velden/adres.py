"""Where something is."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.nl import postcode as stdnum_postcode

from eloket.formulieren.definitie import Veld
from eloket.formulieren.velden.basis import CONTACT, Veldtype, veldtype


class PostcodeField(forms.CharField):
    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if text and not stdnum_postcode.is_valid(text):
            raise ValidationError(_("Vul een postcode in met 4 cijfers en 2 letters, bijvoorbeeld 1234 AB."))
        return str(stdnum_postcode.validate(text)) if text else ""


@veldtype
class Postcode(Veldtype):
    """A Dutch postcode."""

    soort = "postcode"
    naam = _("Postcode")
    groep = CONTACT
    icon = "home"
    autocomplete = "postal-code"
    bronnen = ("persoon.postcode", "bedrijf.postcode")
    required_message = _("Vul een postcode in, bijvoorbeeld 1234 AB.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return PostcodeField(max_length=10, **kwargs)
