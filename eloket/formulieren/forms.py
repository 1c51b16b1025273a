"""The form below the summary."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class VerzendForm(forms.Form):
    """The proof of what the summary showed, and the statement that the redacteur asks for."""

    bewijs = forms.CharField(widget=forms.HiddenInput, max_length=32)
    verklaring = forms.BooleanField(
        error_messages={"required": _("Zet een vinkje. Daarna kunt u het formulier versturen.")}
    )

    def __init__(self, *args: Any, verklaring: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if verklaring:
            self.fields["verklaring"].label = verklaring
        else:
            del self.fields["verklaring"]
