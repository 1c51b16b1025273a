"""What `/.well-known/security.txt` says beside what the installation knows itself."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from eloket.lib.contact import as_contact


def validate_contact(value: str) -> None:
    """An e-mail address or an https page. Raises ValidationError."""
    if not as_contact(value):
        raise ValidationError(
            _("Vul een e-mailadres in, of een adres met https:// ervoor: veilig@gemeente.example.")
        )


def validate_https(value: str) -> None:
    """A page over https, as RFC 9116 asks. Raises ValidationError."""
    if not as_contact(value).startswith("https:"):
        raise ValidationError(_("Vul een adres in dat met https:// begint."))


class Veiligheid(models.Model):
    """The part of `Instellingen` for whoever finds a leak."""

    veiligheid_contact = models.CharField(
        _("een lek melden"),
        max_length=200,
        blank=True,
        validators=[validate_contact],
        help_text=_("Een e-mailadres of een pagina. Leeg: het gewone e-mailadres."),
    )
    veiligheid_beleid = models.CharField(
        _("pagina over meldingen"),
        max_length=200,
        blank=True,
        validators=[validate_https],
        help_text=_("Wat u doet met een melding, en wat de melder wel en niet mag (security.txt: Policy)."),
    )
    veiligheid_dank = models.CharField(
        _("pagina met dank aan melders"),
        max_length=200,
        blank=True,
        validators=[validate_https],
        help_text=_("In security.txt: Acknowledgments."),
    )

    veiligheid_panels: list[Any] = [
        FieldPanel("veiligheid_contact"),
        FieldPanel("veiligheid_beleid"),
        FieldPanel("veiligheid_dank"),
    ]

    class Meta:
        abstract = True
