"""The catalogus: what kinds of zaak there are and which steps they go through."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from eloket.zaken.regels import Vertrouwelijkheid
from eloket.zaken.termijnen import validate_duur

ZAAKTYPE_PARTS = ("statustypen", "resultaattypen", "eigenschapnamen", "informatieobjecttypen")


class ZaaktypeQuerySet(models.QuerySet["Zaaktype"]):
    def valid_on(self, day: date) -> "ZaaktypeQuerySet":
        """Versions that hold on `day`; the newest first within an identificatie."""
        return (
            self.filter(begin_geldigheid__lte=day)
            .filter(Q(einde_geldigheid__isnull=True) | Q(einde_geldigheid__gt=day))
            .order_by("omschrijving", "identificatie", "-begin_geldigheid")
        )

    def complete(self) -> "ZaaktypeQuerySet":
        """With everything that belongs to a version, in a fixed number of queries."""
        return self.prefetch_related(*ZAAKTYPE_PARTS)


class Zaaktype(ClusterableModel):
    """One version of a zaaktype. A zaak keeps the version on which it was opened."""

    identificatie = models.CharField(
        _("identificatie"),
        max_length=50,
        validators=[RegexValidator(r"^[\w.-]+$", _("Gebruik letters, cijfers, streepjes en punten."))],
        help_text=_("Naam die formulieren gebruiken, zoals 'verhuizing'. Verander hem daarna niet meer."),
    )
    omschrijving = models.CharField(_("omschrijving"), max_length=80)
    omschrijving_burger_nl = models.CharField(_("naam voor de inwoner"), max_length=80)
    omschrijving_burger_en = models.CharField(_("naam voor de inwoner (Engels)"), max_length=80, blank=True)
    begin_geldigheid = models.DateField(_("geldig vanaf"))
    einde_geldigheid = models.DateField(
        _("geldig tot"), null=True, blank=True, help_text=_("Eerste dag waarop deze versie niet meer geldt.")
    )
    servicenorm = models.CharField(
        _("verwachte duur"),
        max_length=20,
        blank=True,
        validators=[validate_duur],
        help_text=_("Zo lang duurt het meestal, bijvoorbeeld P5D (5 dagen) of P2W (2 weken)."),
    )
    doorlooptijd = models.CharField(
        _("wettelijke termijn"),
        max_length=20,
        validators=[validate_duur],
        default="P8W",
        help_text=_("Zo lang mag het duren. Zonder eigen termijn in de wet is dat P8W (Awb 4:13)."),
    )
    vertrouwelijkheidaanduiding = models.CharField(
        _("vertrouwelijkheidaanduiding"),
        max_length=20,
        choices=Vertrouwelijkheid,
        default=Vertrouwelijkheid.ZAAKVERTROUWELIJK,
    )

    objects = ZaaktypeQuerySet.as_manager()

    class Meta:
        verbose_name = _("zaaktype")
        verbose_name_plural = _("zaaktypen")
        ordering = ["omschrijving", "-begin_geldigheid"]
        constraints = [
            models.UniqueConstraint(
                fields=["identificatie", "begin_geldigheid"], name="zaaktype_versie_per_begindatum"
            ),
            models.UniqueConstraint(
                fields=["identificatie"],
                condition=Q(einde_geldigheid__isnull=True),
                name="zaaktype_een_open_versie",
                violation_error_message=_(
                    "Er is al een versie van dit zaaktype zonder einddatum. Geef die eerst een einddatum."
                ),
            ),
            models.CheckConstraint(
                condition=Q(einde_geldigheid__isnull=True) | Q(einde_geldigheid__gt=F("begin_geldigheid")),
                name="zaaktype_eindigt_na_begin",
                violation_error_message=_("De einddatum ligt voor de begindatum. Kies een latere einddatum."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.omschrijving} ({self.begin_geldigheid:%d-%m-%Y})"


class Onderdeel(models.Model):
    """Something that belongs to one version of a zaaktype."""

    class Meta:
        abstract = True


class Statustype(Onderdeel):
    """A step. The highest volgnummer is the eindstatus, as in ZGW: nobody marks it."""

    zaaktype = ParentalKey(Zaaktype, on_delete=models.CASCADE, related_name="statustypen")
    volgnummer = models.PositiveSmallIntegerField(_("volgnummer"))
    omschrijving = models.CharField(_("naam van de stap"), max_length=80)
    omschrijving_en = models.CharField(_("naam van de stap (Engels)"), max_length=80, blank=True)
    statustekst = models.TextField(
        _("wat de inwoner leest"),
        max_length=1000,
        blank=True,
        help_text=_("Wat gebeurt er nu, en moet de inwoner iets doen? Dit ziet de inwoner in Mijn zaken."),
    )
    statustekst_en = models.TextField(_("wat de inwoner leest (Engels)"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("statustype")
        verbose_name_plural = _("statustypen")
        ordering = ["volgnummer"]
        constraints = [
            models.UniqueConstraint(fields=["zaaktype", "volgnummer"], name="statustype_volgnummer_uniek"),
            models.CheckConstraint(
                condition=Q(volgnummer__gte=1, volgnummer__lte=9999), name="statustype_volgnummer_bereik"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.volgnummer}. {self.omschrijving}"


class Resultaattype(Onderdeel):
    """How a zaak can end. Bewaren of vernietigen comes with the archive rules."""

    zaaktype = ParentalKey(Zaaktype, on_delete=models.CASCADE, related_name="resultaattypen")
    omschrijving = models.CharField(_("resultaat"), max_length=20)
    omschrijving_en = models.CharField(_("resultaat (Engels)"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("resultaattype")
        verbose_name_plural = _("resultaattypen")
        ordering = ["omschrijving"]
        constraints = [
            models.UniqueConstraint(fields=["zaaktype", "omschrijving"], name="resultaattype_uniek"),
        ]

    def __str__(self) -> str:
        return self.omschrijving


class Eigenschapnaam(Onderdeel):
    """A fact that zaken of this type hold, by name (the `naam` of an eigenschap in ZGW)."""

    zaaktype = ParentalKey(Zaaktype, on_delete=models.CASCADE, related_name="eigenschapnamen")
    naam = models.CharField(_("eigenschap"), max_length=20)

    class Meta:
        verbose_name = _("eigenschap")
        verbose_name_plural = _("eigenschappen")
        ordering = ["naam"]
        constraints = [models.UniqueConstraint(fields=["zaaktype", "naam"], name="eigenschapnaam_uniek")]

    def __str__(self) -> str:
        return self.naam


class Informatieobjecttype(Onderdeel):
    """A kind of document that zaken of this type may hold."""

    zaaktype = ParentalKey(Zaaktype, on_delete=models.CASCADE, related_name="informatieobjecttypen")
    omschrijving = models.CharField(_("soort document"), max_length=80)

    class Meta:
        verbose_name = _("informatieobjecttype")
        verbose_name_plural = _("informatieobjecttypen")
        ordering = ["omschrijving"]
        constraints = [
            models.UniqueConstraint(fields=["zaaktype", "omschrijving"], name="informatieobjecttype_uniek")
        ]

    def __str__(self) -> str:
        return self.omschrijving
