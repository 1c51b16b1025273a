"""The tarieventabel: a row per thing that costs money, with an amount from a day on."""

from datetime import date
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.search import index

from eloket.website.services import bump_version


class Tarief(index.Indexed, ClusterableModel):
    """One row of the tarieventabel. It outlives its amounts: products and forms keep pointing at it."""

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

    search_fields = [
        index.SearchField("naam"),
        index.AutocompleteField("naam"),
        index.SearchField("code"),
        index.AutocompleteField("code"),
    ]

    class Meta:
        verbose_name = _("tarief")
        verbose_name_plural = _("tarieven")
        ordering = ("naam", "code")

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        bump_version()


class TariefBedragQuerySet(models.QuerySet["TariefBedrag"]):
    def known_on(self, op: date) -> "TariefBedragQuerySet":
        """The amounts that were valid on this day or before, the newest first."""
        return self.filter(vanaf__lte=op).order_by("-vanaf")


class TariefBedrag(models.Model):
    """What a row costs from a day on, until the next amount begins: at midnight in the gemeente."""

    tarief = ParentalKey(Tarief, on_delete=models.CASCADE, related_name="bedragen", verbose_name=_("tarief"))
    bedrag = models.DecimalField(
        _("bedrag"),
        max_digits=9,
        decimal_places=2,
        validators=[MinValueValidator(0)],
        help_text=_("In euro."),
    )
    vanaf = models.DateField(_("geldt vanaf"))

    objects = TariefBedragQuerySet.as_manager()

    class Meta:
        verbose_name = _("bedrag")
        verbose_name_plural = _("bedragen")
        ordering = ("-vanaf",)
        constraints = [
            models.UniqueConstraint(fields=["tarief", "vanaf"], name="betalingen_een_bedrag_per_dag")
        ]

    def __str__(self) -> str:
        return f"€ {self.bedrag} vanaf {self.vanaf}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        bump_version()
