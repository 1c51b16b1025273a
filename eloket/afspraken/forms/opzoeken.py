"""The second way in: for who has no link at hand."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from eloket.afspraken.services.opzoeken import Contact
from eloket.lib.telefoon import clean_telefoon

GEEN_NUMMER = _("Vul het afspraaknummer in: 8 letters en cijfers, bijvoorbeeld A7K3-QX9M.")
GEEN_CONTACT = _("Vul het e-mailadres of het telefoonnummer in dat u gaf toen u de afspraak maakte.")


class OpzoekForm(forms.Form):
    """What is typed is read as people write it. Whether it fits an afspraak is no matter of the form."""

    nummer = forms.CharField(
        label=_("Afspraaknummer"),
        help_text=_("Het staat in de bevestiging die u kreeg, bijvoorbeeld A7K3-QX9M."),
        max_length=40,
        error_messages={"required": GEEN_NUMMER, "max_length": GEEN_NUMMER},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    contact = forms.CharField(
        label=_("E-mailadres of telefoonnummer"),
        max_length=254,
        error_messages={"required": GEEN_CONTACT, "max_length": GEEN_CONTACT},
        widget=forms.TextInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )

    def clean_contact(self) -> Contact:
        typed = self.cleaned_data["contact"].strip()
        return Contact(email=_clean_email(typed)) if "@" in typed else Contact(telefoon=_clean_tel(typed))


def _clean_email(typed: str) -> str:
    try:
        validate_email(typed)
    except ValidationError:
        raise ValidationError(_("Vul een e-mailadres in zoals naam@voorbeeld.nl.")) from None
    return typed


def _clean_tel(typed: str) -> str:
    try:
        return clean_telefoon(typed)
    except ValidationError:
        raise ValidationError(GEEN_CONTACT) from None
