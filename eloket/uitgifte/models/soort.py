"""A kind of product that the counter hands over itself, as a redacteur sets it."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from eloket.lib.tekst import Tekst, in_language
from eloket.uitgifte.claims import CLAIMTYPEN, Claimtype, Claimveld
from eloket.uitgifte.regels.geldigheid import Eenheid


class Levering(models.TextChoices):
    """When it is handed over."""

    DIRECT = "direct", _("meteen, als alle regels kloppen")
    BESLUIT = "besluit", _("na een besluit")


class Sjabloon(models.TextChoices):
    """How its document looks."""

    VERGUNNING = "vergunning", _("vergunning")
    UITTREKSEL = "uittreksel", _("uittreksel")


class Productsoort(models.Model):
    """What leads to it, how long it holds, how its document looks, and what everybody may see of it."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    naam = models.CharField(_("naam"), max_length=100)
    naam_en = models.CharField(_("naam (Engels)"), max_length=100, blank=True)
    claimtype = models.CharField(_("wat staat erop?"), max_length=100)
    actief = models.BooleanField(
        _("wordt uitgegeven"),
        default=True,
        help_text=_("Uit: er komen geen nieuwe bij. Wat is uitgegeven, blijft geldig."),
    )
    formulier = models.SlugField(
        _("formulier"),
        max_length=100,
        blank=True,
        help_text=_("Het laatste deel van het adres van het formulier waarmee iemand dit aanvraagt."),
    )
    zaaktype = models.CharField(_("zaaktype"), max_length=100, blank=True)
    levering = models.CharField(
        _("wanneer wordt het uitgegeven?"), max_length=12, choices=Levering.choices, default=Levering.BESLUIT
    )
    sjabloon = models.CharField(
        _("vorm van het document"), max_length=20, choices=Sjabloon.choices, default=Sjabloon.VERGUNNING
    )
    tekst = models.TextField(
        _("tekst op het document"), max_length=3000, blank=True, help_text=_("Bijvoorbeeld de voorwaarden.")
    )
    tekst_en = models.TextField(_("tekst op het document (Engels)"), max_length=3000, blank=True)
    geldigheid_aantal = models.PositiveSmallIntegerField(
        _("geldig gedurende"), default=1, validators=[MaxValueValidator(1200)]
    )
    geldigheid_eenheid = models.CharField(
        _("eenheid"), max_length=8, choices=Eenheid.choices, default=Eenheid.JAREN
    )
    verlengen_dagen = models.PositiveSmallIntegerField(
        _("te verlengen vanaf zoveel dagen voor het einde"),
        default=0,
        validators=[MaxValueValidator(366)],
        help_text=_("0: niet te verlengen."),
    )
    toont = models.JSONField(
        _("te zien voor iedereen die controleert"),
        default=list,
        blank=True,
        help_text=_("Kies zo weinig mogelijk. Namen, adressen en kentekens staan er nooit bij."),
    )

    class Meta:
        verbose_name = _("productsoort")
        verbose_name_plural = _("productsoorten")
        ordering = ("naam",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(geldigheid_eenheid="geen") | models.Q(geldigheid_aantal__gt=0),
                name="uitgifte_soort_geldigheid",
                violation_error_message=_("Vul in hoe lang het geldig is, of kies ‘onbeperkt’."),
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        super().clean()
        if self.claimtype not in CLAIMTYPEN:
            raise ValidationError({"claimtype": _("Kies wat er op het document staat.")})
        if self.pk and self.producten.exclude(claimtype=self.claimtype).exists():
            message = _("Er is al iets uitgegeven van deze soort. Maak een nieuwe soort voor iets anders.")
            raise ValidationError({"claimtype": message})
        shown = {veld.naam for veld in self.type.toonbaar}
        if not isinstance(self.toont, list) or not set(self.toont) <= shown:
            raise ValidationError({"toont": _("Dit mag niet voor iedereen te zien zijn.")})

    @property
    def type(self) -> Claimtype:
        return CLAIMTYPEN[self.claimtype]

    @property
    def zichtbaar(self) -> tuple[Claimveld, ...]:
        """What the verify page shows: chosen by a redacteur, and fit for everybody."""
        return tuple(veld for veld in self.type.toonbaar if veld.naam in self.toont)

    @property
    def titel(self) -> Tekst:
        """The name in the language of now."""
        return in_language(self.naam, self.naam_en, _language())

    @property
    def documenttekst(self) -> Tekst:
        return in_language(self.tekst, self.tekst_en, _language())


def _language() -> str:
    return get_language() or "nl"
