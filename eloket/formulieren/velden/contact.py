"""Where somebody can be reached."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from eloket.formulieren.definitie import Veld
from eloket.formulieren.velden.basis import Veldtype, veldtype


@veldtype
class Email(Veldtype):
    """An e-mail address; the first one of a form gets the confirmation."""

    soort = "email"
    naam = _("E-mailadres")
    icon = "mail"
    autocomplete = "email"
    required_message = _("Vul een e-mailadres in zoals naam@voorbeeld.nl.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        message = _("Vul een e-mailadres in zoals naam@voorbeeld.nl.")
        kwargs["error_messages"] |= {"invalid": message, "max_length": message}
        return forms.EmailField(
            max_length=254, widget=forms.EmailInput(attrs={"spellcheck": "false"}), **kwargs
        )


def clean_telefoon(value: str) -> str:
    """A Dutch or foreign number without spaces. Errors: `ValidationError`."""
    number = re.sub(r"[\s().\-/]", "", value)
    number = f"+{number[2:]}" if number.startswith("00") else number
    if re.fullmatch(r"0[1-9]\d{8}|\+[1-9]\d{7,14}", number, re.ASCII):
        return number
    raise ValidationError(
        _("Vul een telefoonnummer in met 10 cijfers, bijvoorbeeld 06 12345678. Buitenland: begin met +.")
    )


class TelefoonField(forms.CharField):
    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return clean_telefoon(text) if text else ""


@veldtype
class Telefoon(Veldtype):
    """A telephone number."""

    soort = "telefoon"
    naam = _("Telefoonnummer")
    icon = "mobile-alt"
    autocomplete = "tel"
    required_message = _("Vul een telefoonnummer in, bijvoorbeeld 06 12345678.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return TelefoonField(max_length=25, widget=forms.TextInput(attrs={"type": "tel"}), **kwargs)
