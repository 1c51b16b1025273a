"""What a redacteur sets for the whole site: name, contact, look, emergency banner."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField

from eloket.website.telefoon import PHONE, validate_abroad
from eloket.website.thema import MINIMUM_CONTRAST, Thema, contrast, pairs_to_check

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

KLEUR = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", _("Vul een kleur in als # met zes tekens, bijvoorbeeld #0b5689.")
)
ZONDER_LOCATIE = _("Alleen te zien zolang er bij Instellingen → Locaties nog niets staat.")
OMSCHRIJVING_EN = "Arrange your affairs with the municipality."


def kleur_field(
    label: "_StrPromise", default: str, help_text: "_StrPromise | str" = ""
) -> "models.CharField[str, str]":
    """A colour as #rrggbb."""
    return models.CharField(label, max_length=7, default=default, validators=[KLEUR], help_text=help_text)


class Toon(models.TextChoices):
    INFO = "info", _("Mededeling")
    WARNING = "warning", _("Waarschuwing")
    ERROR = "error", _("Noodgeval")


@register_setting(icon="cog")
class Instellingen(BaseSiteSetting):
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
    # Free text cannot be taken apart without loss, so it stays, and shows until there is a Locatie.
    adres = models.TextField(_("adres"), blank=True, max_length=400, help_text=ZONDER_LOCATIE)
    openingstijden = models.TextField(
        _("openingstijden"), blank=True, max_length=600, help_text=ZONDER_LOCATIE
    )
    openingstijden_en = models.TextField(
        _("openingstijden (Engels)"), blank=True, max_length=600, help_text=ZONDER_LOCATIE
    )

    merk_kleur = kleur_field(_("hoofdkleur"), "#0b5689", _("Knoppen, lijnen en lichte vlakken."))
    link_kleur = kleur_field(_("kleur van links"), "#0b5689")
    balk_kleur = kleur_field(_("achtergrond van het menu"), "#0b5689")
    balk_tekstkleur = kleur_field(_("tekst in het menu"), "#ffffff")
    voet_kleur = kleur_field(_("achtergrond van de voettekst"), "#052a44")
    voet_tekstkleur = kleur_field(_("tekst in de voettekst"), "#ffffff")
    hoeken = models.CharField(
        _("hoeken"),
        max_length=10,
        default="licht",
        choices=[("recht", _("recht")), ("licht", _("licht afgerond")), ("rond", _("rond"))],
    )
    letter = models.CharField(
        _("lettertype"),
        max_length=10,
        default="noto",
        choices=[("noto", "Noto Sans"), ("systeem", _("van het apparaat")), ("schreef", _("met schreef"))],
    )

    nood_aan = models.BooleanField(_("noodbericht tonen"), default=False)
    nood_toon = models.CharField(_("soort"), max_length=10, choices=Toon.choices, default=Toon.WARNING)
    nood_titel = models.CharField(_("kop"), max_length=120, blank=True)
    nood_titel_en = models.CharField(_("kop (Engels)"), max_length=120, blank=True)
    nood_tekst = RichTextField(_("tekst"), blank=True, features=["bold", "link"])
    nood_tekst_en = RichTextField(_("tekst (Engels)"), blank=True, features=["bold", "link"])
    nood_tot = models.DateTimeField(
        _("tonen tot"), null=True, blank=True, help_text=_("Leeg: tot u het uitzet.")
    )

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("naam"),
                    FieldPanel("omschrijving"),
                    FieldPanel("omschrijving_en"),
                    FieldPanel("logo"),
                    FieldPanel("telefoon"),
                    FieldPanel("telefoon_buitenland"),
                    FieldPanel("email"),
                    FieldPanel("adres"),
                    FieldPanel("openingstijden"),
                    FieldPanel("openingstijden_en"),
                ],
                heading=_("Gemeente"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("merk_kleur"), FieldPanel("link_kleur")], heading=_("Kleuren")
                    ),
                    MultiFieldPanel(
                        [FieldPanel("balk_kleur"), FieldPanel("balk_tekstkleur")], heading=_("Menu")
                    ),
                    MultiFieldPanel(
                        [FieldPanel("voet_kleur"), FieldPanel("voet_tekstkleur")], heading=_("Voettekst")
                    ),
                    MultiFieldPanel([FieldPanel("hoeken"), FieldPanel("letter")], heading=_("Vorm")),
                ],
                heading=_("Vormgeving"),
            ),
            ObjectList(
                [
                    FieldPanel("nood_aan"),
                    FieldPanel("nood_toon"),
                    FieldPanel("nood_titel"),
                    FieldPanel("nood_tekst"),
                    FieldPanel("nood_titel_en"),
                    FieldPanel("nood_tekst_en"),
                    FieldPanel("nood_tot"),
                ],
                heading=_("Noodbericht"),
            ),
        ]
    )

    class Meta:
        verbose_name = _("instellingen van de site")

    def __str__(self) -> str:
        return self.naam

    @property
    def thema(self) -> Thema:
        return Thema(
            merk=self.merk_kleur.lower(),
            link=self.link_kleur.lower(),
            balk=self.balk_kleur.lower(),
            balk_tekst=self.balk_tekstkleur.lower(),
            voet=self.voet_kleur.lower(),
            voet_tekst=self.voet_tekstkleur.lower(),
            radius=self.hoeken,
            letter=self.letter,
        )

    def clean(self) -> None:
        """Refuse colours that people cannot read and a banner that says nothing."""
        super().clean()
        errors = dict(self.contrast_errors())
        if self.nood_aan and not self.nood_titel:
            errors["nood_titel"] = str(_("Schrijf wat er aan de hand is, of zet het noodbericht uit."))
        if errors:
            raise ValidationError(errors)

    def contrast_errors(self) -> list[tuple[str, str]]:
        """Field and message of each pair of colours below the legal contrast."""
        try:
            pairs = pairs_to_check(self.thema)
        except ValueError:  # not a colour: the field itself says so
            return []
        message = _(
            "Deze kleur is niet goed leesbaar: het contrast is %(is).1f, nodig is %(nodig).1f. "
            "Kies een donkerder of lichter kleur."
        )
        return [
            (field, message % {"is": contrast(*pair), "nodig": MINIMUM_CONTRAST})
            for field, pair in pairs.items()
            if contrast(*pair) < MINIMUM_CONTRAST
        ]

    def nood_zichtbaar(self, *, now: datetime) -> bool:
        """Whether the emergency banner shows at this moment."""
        return self.nood_aan and (self.nood_tot is None or now < self.nood_tot)
