"""What belongs to one version of a zaaktype."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from eloket.zaken.models.zaaktype import Zaaktype
from eloket.zaken.regels import (
    Afleidingswijze,
    Archiefnominatie,
    Richting,
    RolOmschrijving,
    Vertrouwelijkheid,
)
from eloket.zaken.termijnen import validate_duur


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
    informeren = models.BooleanField(
        _("de inwoner krijgt bericht"), default=True, help_text=_("Als de zaak in deze stap komt.")
    )

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
    """How a zaak can end, and what is done with it afterwards: kept for ever, or destroyed after a term.

    The term counts from the brondatum; the afleidingswijze tells how to find that.
    """

    zaaktype = ParentalKey(Zaaktype, on_delete=models.CASCADE, related_name="resultaattypen")
    omschrijving = models.CharField(_("resultaat"), max_length=20)
    omschrijving_en = models.CharField(_("resultaat (Engels)"), max_length=20, blank=True)
    archiefnominatie = models.CharField(
        _("bewaren of vernietigen"),
        max_length=16,
        choices=Archiefnominatie,
        blank=True,
        help_text=_("Staat in de selectielijst van gemeenten."),
    )
    archiefactietermijn = models.CharField(
        _("na hoe lang"),
        max_length=20,
        blank=True,
        validators=[validate_duur],
        help_text=_("Bijvoorbeeld P5Y (5 jaar). Bij blijvend bewaren: wanneer het naar het archief gaat."),
    )
    afleidingswijze = models.CharField(
        _("gerekend vanaf"), max_length=24, choices=Afleidingswijze, default=Afleidingswijze.AFGEHANDELD
    )
    datumkenmerk = models.CharField(
        _("eigenschap met de datum"), max_length=80, blank=True, help_text=_("Alleen bij 'een eigenschap'.")
    )
    procestermijn = models.CharField(
        _("termijn van het proces"),
        max_length=20,
        blank=True,
        validators=[validate_duur],
        help_text=_("Alleen bij 'een vaste termijn'."),
    )
    selectielijstklasse = models.URLField(_("klasse in de selectielijst"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("resultaattype")
        verbose_name_plural = _("resultaattypen")
        ordering = ["omschrijving"]
        constraints = [
            models.UniqueConstraint(fields=["zaaktype", "omschrijving"], name="resultaattype_uniek"),
            models.CheckConstraint(
                condition=~Q(archiefnominatie=Archiefnominatie.VERNIETIGEN) | ~Q(archiefactietermijn=""),
                name="resultaattype_vernietigen_met_termijn",
                violation_error_message=_("Vul in na hoe lang de zaak vernietigd wordt, bijvoorbeeld P5Y."),
            ),
            models.CheckConstraint(
                condition=~Q(afleidingswijze=Afleidingswijze.EIGENSCHAP) | ~Q(datumkenmerk=""),
                name="resultaattype_eigenschap_genoemd",
                violation_error_message=_("Vul in welke eigenschap de datum heeft."),
            ),
            models.CheckConstraint(
                condition=~Q(afleidingswijze=Afleidingswijze.TERMIJN) | ~Q(procestermijn=""),
                name="resultaattype_procestermijn_ingevuld",
                violation_error_message=_("Vul de termijn van het proces in, bijvoorbeeld P1Y."),
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving


class Eigenschapnaam(Onderdeel):
    """A fact that zaken of this type hold, by name (the `naam` of an eigenschap in ZGW)."""

    zaaktype = ParentalKey(Zaaktype, on_delete=models.CASCADE, related_name="eigenschapnamen")
    naam = models.CharField(_("eigenschap"), max_length=20)
    definitie = models.CharField(_("wat het is"), max_length=255, blank=True)

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
    richting = models.CharField(
        _("richting"),
        max_length=10,
        choices=Richting,
        default=Richting.INKOMEND,
        help_text=_("Een intern document ziet de inwoner nooit."),
    )
    vertrouwelijkheidaanduiding = models.CharField(
        _("vertrouwelijkheidaanduiding"),
        max_length=20,
        choices=Vertrouwelijkheid,
        default=Vertrouwelijkheid.ZAAKVERTROUWELIJK,
    )

    class Meta:
        verbose_name = _("informatieobjecttype")
        verbose_name_plural = _("informatieobjecttypen")
        ordering = ["omschrijving"]
        constraints = [
            models.UniqueConstraint(fields=["zaaktype", "omschrijving"], name="informatieobjecttype_uniek")
        ]

    def __str__(self) -> str:
        return self.omschrijving


class Roltype(Onderdeel):
    """A part that somebody can have in zaken of this type; `omschrijving` is its name here."""

    zaaktype = ParentalKey(Zaaktype, on_delete=models.CASCADE, related_name="roltypen")
    omschrijving = models.CharField(_("rol"), max_length=100)
    omschrijving_generiek = models.CharField(_("soort rol"), max_length=20, choices=RolOmschrijving)

    class Meta:
        verbose_name = _("roltype")
        verbose_name_plural = _("roltypen")
        ordering = ["omschrijving"]
        constraints = [models.UniqueConstraint(fields=["zaaktype", "omschrijving"], name="roltype_uniek")]

    def __str__(self) -> str:
        return self.omschrijving


class Besluittype(Onderdeel):
    """A decision that can be taken in zaken of this type."""

    zaaktype = ParentalKey(Zaaktype, on_delete=models.CASCADE, related_name="besluittypen")
    omschrijving = models.CharField(_("besluit"), max_length=80)
    omschrijving_en = models.CharField(_("besluit (Engels)"), max_length=80, blank=True)
    reactietermijn = models.CharField(
        _("termijn voor bezwaar"),
        max_length=20,
        blank=True,
        validators=[validate_duur],
        default="P6W",
        help_text=_("Meestal P6W (Awb 6:7). Leeg als bezwaar niet kan."),
    )

    class Meta:
        verbose_name = _("besluittype")
        verbose_name_plural = _("besluittypen")
        ordering = ["omschrijving"]
        constraints = [models.UniqueConstraint(fields=["zaaktype", "omschrijving"], name="besluittype_uniek")]

    def __str__(self) -> str:
        return self.omschrijving
