"""Boxes that every kind of afspraak asks in the same words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.lib.telefoon import clean_telefoon, show_telefoon

GEEN_EMAIL = _("Vul een e-mailadres in zoals naam@voorbeeld.nl.")


class TelefoonField(forms.CharField):
    """A telephone number, kept as E.164."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
        super().__init__(**{"label": _("Telefoonnummer"), "max_length": 40, "widget": widget, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        """In the groups that people know, whatever was kept."""
        return show_telefoon(value) if value else value

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return clean_telefoon(text) if text else ""


def make_naam(**kwargs: Any) -> forms.CharField:
    errors = {
        "required": _("Vul een naam in."),
        "max_length": _("Vul een naam in van hoogstens 100 letters."),
    }
    widget = forms.TextInput(attrs={"autocomplete": "name"})
    return forms.CharField(
        **{"label": _("Naam"), "max_length": 100, "widget": widget, "error_messages": errors, **kwargs}
    )


def make_email(**kwargs: Any) -> forms.EmailField:
    errors = {"required": GEEN_EMAIL, "invalid": GEEN_EMAIL, "max_length": GEEN_EMAIL}
    widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"})
    return forms.EmailField(
        **{
            "label": _("E-mailadres"),
            "max_length": 254,
            "widget": widget,
            "error_messages": errors,
            **kwargs,
        }
    )


def make_hulp(**kwargs: Any) -> forms.CharField:
    return forms.CharField(
        **{
            "label": _("Kunnen wij iets voor u regelen?"),
            "help_text": _("Bijvoorbeeld: u komt met een rolstoel, of u hoort slecht."),
            "max_length": 300,
            "required": False,
            "widget": forms.Textarea(attrs={"rows": 3}),
            "error_messages": {"max_length": _("Schrijf het korter: in hoogstens 300 letters.")},
            **kwargs,
        }
    )
