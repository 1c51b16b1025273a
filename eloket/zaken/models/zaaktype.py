"""The catalogus: what kinds of zaak there are and which steps they go through."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from eloket.zaken.regels import Vertrouwelijkheid
from eloket.zaken.termijnen import Termijnbron, validate_duur

#: What a zaak shows of its zaaktype, and what the catalogus holds besides.
ZAAKTYPE_PARTS = (
    "statustypen",
    "resultaattypen",
    "eigenschapnamen",
    "informatieobjecttypen",
    "roltypen",
    "besluittypen",
)


class Catalogus(models.Model):
    """A set of zaaktypen that belong together, as another register exports it."""

    domein = models.CharField(
        _("domein"), max_length=5, validators=[RegexValidator(r"^[A-Z]{5}$", _("Vijf hoofdletters."))]
    )
    rsin = models.CharField(
        _("RSIN"), max_length=9, validators=[RegexValidator(r"^\d{9}$", _("Negen cijfers."))]
    )
    naam = models.CharField(_("naam"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("catalogus")
        verbose_name_plural = _("catalogi")
        ordering = ["domein", "rsin"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["domein", "rsin"], name="catalogus_uniek")]

    def __str__(self) -> str:
        return self.naam or self.domein


class ZaaktypeQuerySet(models.QuerySet["Zaaktype"]):
    def valid_on(self, day: date) -> "ZaaktypeQuerySet":
        """Versions that hold on `day`, so no concept; the newest first within an identificatie."""
        return (
            self.filter(concept=False, begin_geldigheid__lte=day)
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
    termijnbron = models.CharField(
        _("waar de termijn staat"), max_length=12, choices=Termijnbron, default=Termijnbron.WET
    )
    atw_van_toepassing = models.BooleanField(
        _("de verordening past de Algemene termijnenwet toe"),
        default=False,
        help_text=_("Alleen bij een verordening. Een termijn uit een wet schuift altijd op na een weekend."),
    )
    grondslag = models.CharField(
        _("artikel"), max_length=200, blank=True, help_text=_("Bijvoorbeeld 'artikel 4:13 Awb'.")
    )
    opschorting_mogelijk = models.BooleanField(_("de termijn mag stilstaan"), default=True)
    verlenging_mogelijk = models.BooleanField(_("de termijn mag langer worden"), default=False)
    verlengingstermijn = models.CharField(
        _("zoveel langer ten hoogste"),
        max_length=20,
        blank=True,
        validators=[validate_duur],
        help_text=_("Bijvoorbeeld P6W. Dat mag alleen als een wet of verordening het zegt."),
    )
    dwangsom_mogelijk = models.BooleanField(
        _("te laat zijn kan geld kosten"),
        default=True,
        help_text=_(
            "Dan kan de inwoner de gemeente in gebreke stellen (Awb 4:17). Zet dit uit bij een klacht, een "
            "vraag en een melding: daar neemt u geen besluit op een aanvraag."
        ),
    )
    vertrouwelijkheidaanduiding = models.CharField(
        _("vertrouwelijkheidaanduiding"),
        max_length=20,
        choices=Vertrouwelijkheid,
        default=Vertrouwelijkheid.ZAAKVERTROUWELIJK,
        help_text=_("Hoger dan 'zaakvertrouwelijk' ziet de inwoner zijn zaak niet in Mijn zaken."),
    )
    catalogus = models.ForeignKey(
        Catalogus,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("catalogus"),
    )
    concept = models.BooleanField(
        _("concept"), default=False, help_text=_("Een concept geldt nog niet: er komt geen zaak op.")
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
                condition=Q(einde_geldigheid__isnull=True, concept=False),
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
            models.CheckConstraint(
                condition=Q(verlenging_mogelijk=False) | ~Q(verlengingstermijn=""),
                name="zaaktype_verlenging_met_termijn",
                violation_error_message=_("Vul in hoeveel langer het mag duren, bijvoorbeeld P6W."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.omschrijving} ({self.begin_geldigheid:%d-%m-%Y})"
