"""What a holder fills in about a product."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _


class KentekenForm(forms.Form):
    """The kenteken of the car from now on."""

    kenteken = forms.CharField(
        label=_("Nieuw kenteken"),
        max_length=20,
        help_text=_("Zoals het op de auto staat, bijvoorbeeld GT-123-X."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={
            "required": _("Vul het kenteken in van de auto die u nu gebruikt."),
            "max_length": _("Dit is te lang voor een kenteken. Kijk het nog eens na."),
        },
    )

    def __init__(self, data: Mapping[str, str] | None = None) -> None:
        """Signs that no keyboard types would only break the page that says what is wrong."""
        typed = None if data is None else data.get("kenteken", "")
        super().__init__(None if typed is None else {"kenteken": "".join(filter(str.isprintable, typed))})

    def add_invalid(self) -> None:
        self.add_error("kenteken", _("Dit is geen kenteken. Gebruik alleen letters, cijfers en streepjes."))

    def add_same(self) -> None:
        self.add_error("kenteken", _("Dit kenteken staat al op uw document. Vul het nieuwe kenteken in."))
