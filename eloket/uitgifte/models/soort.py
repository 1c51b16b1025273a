"""A kind of product that the counter hands over itself, as a redacteur sets it."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from eloket.lib.streamveld import StreamField
from eloket.lib.tekst import Tekst, in_language
from eloket.uitgifte.claims import CLAIMTYPEN, Claimtype, Claimveld
from eloket.uitgifte.regels.geldigheid import Eenheid
from eloket.uitgifte.soortblokken import BeslisregelsBlock, VullingBlock
from eloket.uitgifte.soortcontrole import find_fouten
from eloket.uitgifte.soortregel import Soortregel, Vulling, read_regels, read_vulling


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
    besluittype = models.CharField(
        _("besluit"),
        max_length=100,
        blank=True,
        help_text=_("De naam in het zaaktype. Leeg: zonder besluit, zoals bij een uittreksel."),
    )
    resultaat = models.CharField(
        _("resultaat van de zaak"),
        max_length=100,
        blank=True,
        help_text=_("Met dit resultaat sluit de zaak als het wordt uitgegeven. Bijvoorbeeld: Verleend."),
    )
    beslisregels = StreamField(BeslisregelsBlock(), blank=True, default=[])
    vulling = StreamField(VullingBlock(), blank=True, default=[])
    adresvraag = models.SlugField(
        _("vraag naar het adres"),
        max_length=50,
        blank=True,
        help_text=_("De sleutel van de vraag in het formulier. Regels over het adres kijken hiernaar."),
    )
    ingangsvraag = models.SlugField(
        _("vraag naar de eerste dag"),
        max_length=50,
        blank=True,
        help_text=_("Vanaf die dag is het geldig. Leeg: vanaf het moment dat het wordt uitgegeven."),
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
    verhuisformulier = models.SlugField(
        _("formulier voor een verhuizing"),
        max_length=100,
        blank=True,
        help_text=_(
            "Het laatste deel van het adres van dat formulier. Is een verhuizing verwerkt, dan kijken wij "
            "na of de houder nog in de zone woont. Elke maand doen wij dat ook vanzelf."
        ),
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
        if fouten := find_fouten(self):
            raise ValidationError(fouten)

    @property
    def type(self) -> Claimtype:
        return CLAIMTYPEN[self.claimtype]

    @property
    def is_direct(self) -> bool:
        """Whether rules decide about it."""
        return self.levering == Levering.DIRECT

    @property
    def regels(self) -> tuple[Soortregel, ...]:
        """What must hold before it is handed over at once."""
        return read_regels(self.beslisregels)

    @property
    def bronnen(self) -> tuple[Vulling, ...]:
        """What fills each claim."""
        return read_vulling(self.vulling)

    @property
    def vragen(self) -> tuple[str, ...]:
        """The questions of the form whose answers it needs, each once."""
        wanted = [self.adresvraag, self.ingangsvraag]
        wanted += [vraag for each in self.bronnen for vraag in each.vragen]
        wanted += [str(each.instellingen.get("vraag") or "") for each in self.regels]
        return tuple(dict.fromkeys(filter(None, wanted)))

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
