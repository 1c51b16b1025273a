"""The two questions of proving an address (`mailcode.py`): which one, and the code that came there."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class AdresForm(forms.Form):
    """An e-mail address; a subclass says in `uitleg` what is sent there."""

    uitleg: Promise | str = ""
    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            name: _("Vul een e-mailadres in zoals naam@voorbeeld.nl.")
            for name in ("required", "invalid", "max_length")
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = str(self.uitleg)


class CodeForm(forms.Form):
    """The six digits from the mail."""

    code = forms.CharField(
        label=_("Code uit de e-mail"),
        max_length=20,
        help_text=_("6 cijfers"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={name: _("Vul de 6 cijfers uit de e-mail in.") for name in ("required", "max_length")},
    )
