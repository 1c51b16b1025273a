"""What one can come for, how long that takes and what it asks of who serves."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

RASTERS = ((5, "5"), (10, "10"), (15, "15"), (20, "20"), (30, "30"), (60, "60"))


class Kanaal(models.TextChoices):
    """How the two meet."""

    BALIE = "balie", _("aan de balie")
    HUISBEZOEK = "huisbezoek", _("op locatie")  # at home, or at the address of a business
    TELEFOON = "telefoon", _("telefonisch")


class Doelgroep(models.TextChoices):
    """Who finds it among what they can choose."""

    IEDEREEN = "iedereen", _("iedereen")
    INWONER = "inwoner", _("inwoners")
    ONDERNEMER = "ondernemer", _("bedrijven en organisaties")


class Afspraaksoort(models.Model):
    """A kind of afspraak; products offer it.

    It takes `minuten` for the first person and `minuten_per_persoon` for each next one; the buffers come
    around the whole visit.
    """

    code = models.SlugField(_("code"), max_length=60, unique=True)
    naam = models.CharField(_("naam"), max_length=100)
    naam_en = models.CharField(_("naam (Engels)"), max_length=100, blank=True)
    doelgroep = models.CharField(
        _("voor wie?"), max_length=12, choices=Doelgroep.choices, default=Doelgroep.IEDEREEN
    )
    online = models.BooleanField(
        _("online te maken"), default=True, help_text=_("Uit: alleen medewerkers maken deze afspraak.")
    )

    minuten = models.PositiveSmallIntegerField(
        _("duur in minuten"), default=10, validators=[MinValueValidator(5), MaxValueValidator(480)]
    )
    minuten_per_persoon = models.PositiveSmallIntegerField(
        _("extra minuten per volgende persoon"), default=0, validators=[MaxValueValidator(240)]
    )
    max_personen = models.PositiveSmallIntegerField(
        _("hoogste aantal personen"), default=1, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    buffer_voor = models.PositiveSmallIntegerField(
        _("minuten vrij vooraf"), default=0, help_text=_("Voor reizen of klaarzetten.")
    )
    buffer_na = models.PositiveSmallIntegerField(_("minuten vrij na afloop"), default=0)
    raster = models.PositiveSmallIntegerField(
        _("begintijden om de … minuten"),
        choices=RASTERS,
        default=10,
        help_text=_("Gerekend vanaf het begin van de openingstijd. Kies geen kleine stap zonder reden."),
    )

    vaardigheden = models.ManyToManyField(
        "afspraken.Vaardigheid",
        blank=True,
        related_name="soorten",
        verbose_name=_("wat moet wie helpt kunnen?"),
        help_text=_("Alleen agenda’s met al deze vaardigheden krijgen de afspraak."),
    )
    balie = models.BooleanField(_("aan de balie"), default=True)
    huisbezoek = models.BooleanField(_("op locatie"), default=False)
    telefoon = models.BooleanField(_("telefonisch"), default=False)

    vooraf_minuten = models.PositiveIntegerField(
        _("uiterlijk zoveel minuten vooraf"), default=60, validators=[MaxValueValidator(14 * 24 * 60)]
    )
    vooraf_werkdagen = models.PositiveSmallIntegerField(
        _("uiterlijk zoveel werkdagen vooraf"), default=0, validators=[MaxValueValidator(30)]
    )
    vooruit_dagen = models.PositiveSmallIntegerField(
        _("hoogstens zoveel dagen vooruit"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(366)],
    )

    meenemen = models.CharField(_("wat neemt iemand mee?"), max_length=300, blank=True)
    meenemen_en = models.CharField(_("wat neemt iemand mee? (Engels)"), max_length=300, blank=True)
    let_op = models.CharField(_("wat moet iemand weten?"), max_length=300, blank=True)
    let_op_en = models.CharField(_("wat moet iemand weten? (Engels)"), max_length=300, blank=True)

    max_per_contact = models.PositiveSmallIntegerField(
        _("hoogste aantal afspraken per e-mailadres of telefoonnummer"),
        default=0,
        help_text=_("Van deze soort, in de toekomst. 0: geen grens."),
    )
    schaars = models.BooleanField(
        _("schaars"),
        default=False,
        help_text=_(
            "Een plek die vrijkomt, is pas na een tijdje weer te kiezen: zo loont het verhandelen niet."
        ),
    )
    stukken_vooraf = models.BooleanField(
        _("stukken vooraf meesturen"), default=False, help_text=_("Bijvoorbeeld tekeningen.")
    )

    class Meta:
        verbose_name = _("afspraaksoort")
        verbose_name_plural = _("afspraaksoorten")
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        super().clean()
        if not self.kanalen:
            raise ValidationError(
                {"balie": _("Kies ten minste één manier: balie, op locatie of telefonisch.")}
            )

    @property
    def kanalen(self) -> tuple[Kanaal, ...]:
        """How this can be done, the counter first."""
        offered = {
            Kanaal.BALIE: self.balie,
            Kanaal.HUISBEZOEK: self.huisbezoek,
            Kanaal.TELEFOON: self.telefoon,
        }
        return tuple(kanaal for kanaal, yes in offered.items() if yes)
