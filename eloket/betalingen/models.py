"""The tarieventabel: a row per thing that costs money, with an amount from a day on."""

from datetime import date

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.search import index


class TariefQuerySet(models.QuerySet["Tarief"]):
    def with_bedragen(self, op: date) -> "TariefQuerySet":
        """Annotated with the amount of this day and the next one, each with its first day; None for none."""
        amounts = TariefBedrag.objects.filter(tarief=OuterRef("pk"))
        now = amounts.filter(vanaf__lte=op).order_by("-vanaf")
        # What begins after the row has ended will never hold.
        coming = amounts.filter(vanaf__gt=op).order_by("vanaf")
        coming = coming.exclude(tarief__vervallen_per__lte=models.F("vanaf"))
        return self.annotate(
            nu=Subquery(now.values("bedrag")[:1]),
            nu_vanaf=Subquery(now.values("vanaf")[:1]),
            straks=Subquery(coming.values("bedrag")[:1]),
            straks_vanaf=Subquery(coming.values("vanaf")[:1]),
        )


class Tarief(index.Indexed, ClusterableModel):
    """One row of the tarieventabel. It outlives its amounts: products and forms keep pointing at it.

    A row that is not in next year's table is not deleted, for its products would lose it today: it ends on a
    day, for all of them together, and that day can be taken back.
    """

    code = models.SlugField(
        _("code"),
        max_length=60,
        unique=True,
        help_text=_(
            "Blijft altijd gelijk, ook in de tabel van volgend jaar. Bijvoorbeeld: paspoort-volwassene."
        ),
    )
    naam = models.CharField(_("waarvoor"), max_length=120)
    naam_en = models.CharField(_("waarvoor (Engels)"), max_length=120, blank=True)
    artikel = models.CharField(
        _("artikel"), max_length=120, blank=True, help_text=_("Bijvoorbeeld: artikel 1.2.1 tarieventabel.")
    )
    vervallen_per = models.DateField(
        _("vervalt op"),
        null=True,
        blank=True,
        help_text=_("Vanaf deze dag staat dit tarief nergens meer. Leeg: het blijft."),
    )

    objects = TariefQuerySet.as_manager()

    search_fields = [
        index.SearchField("naam"),
        index.AutocompleteField("naam"),
        index.SearchField("code"),
        index.AutocompleteField("code"),
        index.SearchField("artikel"),
    ]

    class Meta:
        verbose_name = _("tarief")
        verbose_name_plural = _("tarieven")
        ordering = ("naam", "code")

    def __str__(self) -> str:
        return self.naam


class TariefBedrag(models.Model):
    """What a row costs from a day on, until the next amount begins: at midnight in the gemeente.

    Next year's table may also call it otherwise, or give it another article. That too begins on the day.
    """

    tarief = ParentalKey(Tarief, on_delete=models.CASCADE, related_name="bedragen", verbose_name=_("tarief"))
    bedrag = models.DecimalField(
        _("bedrag"),
        max_digits=9,
        decimal_places=2,
        validators=[MinValueValidator(0, _("Een bedrag is nooit minder dan nul. Haal het minteken weg."))],
        help_text=_("In euro."),
    )
    vanaf = models.DateField(_("geldt vanaf"))
    # A default in the database, so that a release that does not know these columns can go on writing.
    naam = models.CharField(
        _("heet vanaf dan"),
        max_length=120,
        blank=True,
        default="",
        db_default="",
        help_text=_("Leeg: de naam blijft gelijk."),
    )
    naam_en = models.CharField(
        _("heet vanaf dan (Engels)"), max_length=120, blank=True, default="", db_default=""
    )
    artikel = models.CharField(_("artikel vanaf dan"), max_length=120, blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("bedrag")
        verbose_name_plural = _("bedragen")
        ordering = ("-vanaf",)
        constraints = [
            models.UniqueConstraint(fields=["tarief", "vanaf"], name="betalingen_een_bedrag_per_dag")
        ]

    def __str__(self) -> str:
        return f"€ {self.bedrag} vanaf {self.vanaf}"


class TabelconceptQuerySet(models.QuerySet["Tabelconcept"]):
    def waiting(self) -> "TabelconceptQuerySet":
        return self.filter(overgenomen_at__isnull=True)


class Tabelconcept(models.Model):
    """A table that was read and waits for an eindredacteur to say yes; what she confirms is what stands here.

    `rijen` and `meldingen` are tabel.lezen's own, as JSON; `verslag` counts what was done.
    """

    bestandsnaam = models.CharField(_("bestand"), max_length=200)
    rijen = models.JSONField()
    meldingen = models.JSONField(default=list)
    hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    overgenomen_at = models.DateTimeField(null=True)
    overgenomen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    verslag = models.JSONField(default=dict)

    objects = TabelconceptQuerySet.as_manager()

    class Meta:
        verbose_name = _("ingelezen tarieventabel")
        verbose_name_plural = _("ingelezen tarieventabellen")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return self.bestandsnaam
