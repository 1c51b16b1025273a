"""What somebody can choose about messages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.berichten.services import Voorkeuren

NIEUWS = "nieuws"


class AdresForm(forms.Form):
    """Where messages are mailed to."""

    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        max_length=254,
        help_text=_("Wij sturen er een code naartoe. Die typt u hier over."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            name: _("Vul een e-mailadres in zoals naam@voorbeeld.nl.")
            for name in ("required", "invalid", "max_length")
        },
    )


class CodeForm(forms.Form):
    """The six digits from the mail."""

    code = forms.CharField(
        label=_("Code uit de e-mail"),
        max_length=20,
        help_text=_("6 cijfers"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={name: _("Vul de 6 cijfers uit de e-mail in.") for name in ("required", "max_length")},
    )


class KeuzeForm(forms.Form):
    """What is mailed, and what may come digitally: one box for each kind of formal message."""

    nieuws = forms.BooleanField(
        label=_("Stuur mij een e-mail als er nieuws is over mijn zaak."), required=False
    )

    def __init__(self, *args: Any, voorkeuren: Voorkeuren, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[NIEUWS].initial = voorkeuren.nieuws
        for toestemming in voorkeuren.toestemmingen:
            self.fields[toestemming.aard] = forms.BooleanField(
                label=toestemming.woorden, required=False, initial=toestemming.gegeven
            )

    @property
    def toestemmingen(self) -> dict[str, bool]:
        return {naam: bool(value) for naam, value in self.cleaned_data.items() if naam != NIEUWS}
