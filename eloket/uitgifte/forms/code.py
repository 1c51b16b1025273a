"""The code that stands on an issued document."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    """Spaces, dashes and lower case are forgiven: people type a code over from paper."""

    code = forms.CharField(
        label=_("Code op het document"),
        help_text=_("De code staat onderaan het document, bij het woord ‘controleer’."),
        max_length=64,
        error_messages={"required": _("Vul de code in die op het document staat.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        code = re.sub(r"[\s-]", "", self.cleaned_data["code"]).upper()
        if not re.fullmatch(r"[A-Z0-9]{4,40}", code):
            raise forms.ValidationError(
                _("Een code heeft alleen letters en cijfers. Kijk nog eens op het document.")
            )
        return str(code)
