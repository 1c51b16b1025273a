"""The one form of accounts: that of the emergency account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from eloket.accounts.models import User
from eloket.accounts.nood import NoodLimited, NoodRefused, login_noodaccount
from eloket.accounts.sessies import real_now


class NoodForm(forms.Form):
    """Password and code of the emergency account; `user` is set once they are right."""

    wachtwoord = forms.CharField(
        label=_("Wachtwoord uit de verzegelde envelop"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        max_length=200,
    )
    code = forms.CharField(
        label=_("Code van 6 cijfers"),
        help_text=_("De code uit de app voor tweestapsverificatie."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        max_length=10,
    )
    user: User

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            self._log_in(data)
        return data

    def _log_in(self, data: dict[str, Any]) -> None:
        try:
            self.user = login_noodaccount(data["wachtwoord"], data["code"], now=real_now())
        except NoodRefused:
            self.add_error("code", _("Het wachtwoord of de code klopt niet. Wacht op een nieuwe code."))
        except NoodLimited:
            self.add_error("code", _("Er is te vaak geprobeerd in te loggen. Wacht 15 minuten."))
