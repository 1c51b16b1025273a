"""The form for a note."""

from django import forms
from django.utils.translation import gettext_lazy as _


class NotitieForm(forms.Form):
    tekst = forms.CharField(
        label=_("Nieuwe notitie"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alleen voor collega's. De inwoner ziet dit nergens, ook niet in een brief of e-mail."),
        error_messages={"required": _("Schrijf eerst uw notitie.")},
    )
