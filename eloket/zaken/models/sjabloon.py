"""Texts that a behandelaar begins with, so that residents read the same words for the same thing."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from eloket.zaken.variabelen import Tekstsoort, find_unknown


class TekstsjabloonQuerySet(models.QuerySet["Tekstsjabloon"]):
    def for_zaaktype(self, identificatie: str, soort: str) -> "TekstsjabloonQuerySet":
        """Those of this kind for the zaaktype, or for every zaaktype; its own first."""
        return self.filter(soort=soort, zaaktype__in=["", identificatie]).order_by("-zaaktype", "naam", "pk")


class Tekstsjabloon(models.Model):
    """A text with variables. `zaaktype` is an identificatie, so that it holds for every version; or empty."""

    naam = models.CharField(_("naam"), max_length=80, help_text=_("Zo vindt de behandelaar de tekst."))
    soort = models.CharField(_("waarvoor"), max_length=12, choices=Tekstsoort)
    zaaktype = models.CharField(_("zaaktype"), max_length=50, blank=True)
    tekst = models.TextField(_("tekst"), max_length=10_000)
    tekst_en = models.TextField(
        _("tekst (Engels)"),
        max_length=10_000,
        blank=True,
        help_text=_("Voor een inwoner die in het Engels aanvroeg. Zonder deze tekst is het de Nederlandse."),
    )

    objects = TekstsjabloonQuerySet.as_manager()

    class Meta:
        verbose_name = _("tekst voor zaken")
        verbose_name_plural = _("teksten voor zaken")
        ordering = ["soort", "naam", "pk"]
        indexes = [models.Index(fields=["soort", "zaaktype"], name="tekstsjabloon_soort")]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        """A variable that nobody will ever fill in would reach a resident as it stands."""
        super().clean()
        if self.soort not in Tekstsoort.values:
            return
        wrong: dict[str, Any] = {}
        for field in ("tekst", "tekst_en"):
            if unknown := find_unknown(getattr(self, field), self.soort):
                wrong[field] = gettext("Dit kennen wij niet bij deze soort tekst: %s.") % ", ".join(unknown)
        if wrong:
            raise ValidationError(wrong)
