"""The form below the summary."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class VerzendForm(forms.Form):
    """The proof of what the summary showed, and the statement that the redacteur asks for."""

    bewijs = forms.CharField(widget=forms.HiddenInput, max_length=32)
    bedragen = forms.CharField(widget=forms.HiddenInput, max_length=32, required=False)
    verklaring = forms.BooleanField(
        error_messages={"required": _("Zet een vinkje. Daarna kunt u het formulier versturen.")}
    )

    def __init__(self, *args: Any, verklaring: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if verklaring:
            self.fields["verklaring"].label = verklaring
        else:
            del self.fields["verklaring"]


class LaterForm(forms.Form):
    """Where the link to a saved draft goes."""

    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        max_length=254,
        help_text=_("Wij gebruiken dit adres alleen om u de link en een code te sturen."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            name: _("Vul een e-mailadres in zoals naam@voorbeeld.nl.")
            for name in ("required", "invalid", "max_length")
        },
    )


class CodeForm(forms.Form):
    """The six digits from a mail."""

    code = forms.CharField(
        label=_("Code uit de e-mail"),
        max_length=20,
        help_text=_("6 cijfers"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={name: _("Vul de 6 cijfers uit de e-mail in.") for name in ("required", "max_length")},
    )
