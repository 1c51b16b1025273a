"""Where somebody can be reached."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from eloket.formulieren.definitie import Veld
from eloket.formulieren.velden.basis import CONTACT, Blok, Getypt, Veldtype, veldtype
from eloket.lib.telefoon import clean_telefoon, show_telefoon


@veldtype
class Email(Veldtype):
    """An e-mail address; the first one of a form gets the confirmation."""

    soort = "email"
    naam = _("E-mailadres")
    groep = CONTACT
    icon = "mail"
    autocomplete = "email"
    required_message = _("Vul een e-mailadres in zoals naam@voorbeeld.nl.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        message = _("Vul een e-mailadres in zoals naam@voorbeeld.nl.")
        kwargs["error_messages"] |= {"invalid": message, "max_length": message}
        return forms.EmailField(
            max_length=254, widget=forms.EmailInput(attrs={"spellcheck": "false"}), **kwargs
        )

    def settings_blocks(self) -> Sequence[Blok]:
        bevestigen = blocks.BooleanBlock(
            label=_("Met code bevestigen"),
            required=False,
            help_text=_("De invuller krijgt een code per e-mail en typt die over, op dezelfde pagina."),
        )
        return (("bevestigen", bevestigen),)


class TelefoonField(forms.CharField):
    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return clean_telefoon(text) if text else ""


@veldtype
class Telefoon(Veldtype):
    """A telephone number."""

    soort = "telefoon"
    naam = _("Telefoonnummer")
    groep = CONTACT
    icon = "mobile-alt"
    autocomplete = "tel"
    required_message = _("Vul een telefoonnummer in, bijvoorbeeld 06 12345678.")

    def make_field(self, veld: Veld, **kwargs: Any) -> forms.Field:
        return TelefoonField(max_length=40, widget=forms.TextInput(attrs={"type": "tel"}), **kwargs)

    def show(self, value: Any, veld: Veld) -> str:
        return show_telefoon(value) if value else ""

    def to_getypt(self, value: Any, veld: Veld) -> Getypt:
        return {"": [show_telefoon(value)]} if value else {}
