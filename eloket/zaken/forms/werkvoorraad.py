"""The form above the werkvoorraad."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class WerkvoorraadForm(forms.Form):
    """Search and filter; a GET form in which everything may stay empty."""

    zoek = forms.CharField(label=_("Zaaknummer"), required=False, max_length=40)
    status = forms.ChoiceField(label=_("Status"), required=False)
    gesloten = forms.BooleanField(label=_("Toon gesloten zaken"), required=False)

    def __init__(self, *args: Any, statusnamen: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Alle")), *((naam, naam) for naam in statusnamen)]
        self.fields["status"] = forms.ChoiceField(label=_("Status"), required=False, choices=choices)
