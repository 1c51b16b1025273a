"""What a redacteur sets for the whole site: name, contact, look, emergency banner."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from eloket.website.models.noodbericht import Noodbericht
from eloket.website.models.tokenbestand import TokenbestandForm
from eloket.website.models.veiligheid import Veiligheid
from eloket.website.models.verklaringen import Verklaringen
from eloket.website.models.vormgeving import Vormgeving
from eloket.website.telefoon import PHONE, validate_abroad

ZONDER_LOCATIE = _("Alleen te zien zolang er bij Instellingen → Locaties nog niets staat.")
OMSCHRIJVING_EN = "Arrange your affairs with the municipality."


@register_setting(icon="cog")
class Instellingen(Vormgeving, Noodbericht, Verklaringen, Veiligheid, BaseSiteSetting):
    """One row per site. Words for residents exist in Dutch and English."""

    naam = models.CharField(_("naam van de gemeente"), max_length=80, default="Gemeente")
    omschrijving = models.CharField(
        _("korte omschrijving"),
        max_length=160,
        default="Regel uw zaken met de gemeente.",
        help_text=_("Voor zoekmachines."),
    )
    omschrijving_en = models.CharField(
        _("korte omschrijving (Engels)"),
        max_length=160,
        blank=True,
        default=OMSCHRIJVING_EN,
        help_text=_("Voor zoekmachines."),
    )
    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    telefoon = models.CharField(_("telefoonnummer"), max_length=20, blank=True, validators=[PHONE])
    telefoon_buitenland = models.CharField(
        _("telefoonnummer vanuit het buitenland"),
        max_length=20,
        blank=True,
        validators=[validate_abroad],
        help_text=_("Begint met +31. Een nummer als 14 0123 werkt in het buitenland niet altijd."),
    )
    email = models.EmailField(_("e-mailadres"), blank=True)
    email_mb = models.PositiveSmallIntegerField(
        _("grootste e-mail in MB"),
        default=20,
        validators=[MinValueValidator(1)],
        help_text=_("Wat uw mailserver aanneemt. Staat op “Zo kunt u ons digitaal bereiken”."),
    )
    # Free text cannot be taken apart without loss, so it stays, and shows until there is a Locatie.
    adres = models.TextField(_("adres"), blank=True, max_length=400, help_text=ZONDER_LOCATIE)
    openingstijden = models.TextField(
        _("openingstijden"), blank=True, max_length=600, help_text=ZONDER_LOCATIE
    )
    openingstijden_en = models.TextField(
        _("openingstijden (Engels)"), blank=True, max_length=600, help_text=ZONDER_LOCATIE
    )

    gemeente_panels: list[Any] = [
        FieldPanel("naam"),
        FieldPanel("omschrijving"),
        FieldPanel("omschrijving_en"),
        FieldPanel("logo"),
        FieldPanel("telefoon"),
        FieldPanel("telefoon_buitenland"),
        FieldPanel("email"),
        FieldPanel("email_mb"),
        FieldPanel("adres"),
        FieldPanel("openingstijden"),
        FieldPanel("openingstijden_en"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(gemeente_panels, heading=_("Gemeente")),
            ObjectList(Vormgeving.vormgeving_panels, heading=_("Vormgeving")),
            ObjectList(Noodbericht.noodbericht_panels, heading=_("Noodbericht")),
            ObjectList(Verklaringen.verklaringen_panels, heading=_("Verklaringen")),
            ObjectList(Veiligheid.veiligheid_panels, heading=_("Veiligheid")),
        ],
        base_form_class=TokenbestandForm,
    )

    class Meta:
        verbose_name = _("instellingen van de site")

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        """All that is wrong at once, each part at its fields."""
        super().clean()
        if errors := self.vormgeving_errors() | self.noodbericht_errors() | self.verklaringen_errors():
            raise ValidationError(errors)
