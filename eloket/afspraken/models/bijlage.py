"""Drawings and papers that somebody sends before a visit."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from eloket.afspraken.models.afspraak import Afspraak


class AfspraakbijlageQuerySet(models.QuerySet["Afspraakbijlage"]):
    def waiting_for(self, houder: str) -> "AfspraakbijlageQuerySet":
        """What this holder added to an afspraak that is not made yet."""
        return self.filter(afspraak=None, houder=houder)

    def left_behind(self, *, before: datetime) -> "AfspraakbijlageQuerySet":
        """What was added before this moment to an afspraak that was never made."""
        return self.filter(afspraak=None, gemaakt__lt=before)


class Afspraakbijlage(models.Model):
    """A file of `bestanden`, by its id: of who still fills in the afspraak, then of the afspraak.

    `houder`: the keyed hash that also holds the time, so that another time keeps the files.
    """

    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, null=True, related_name="bijlagen")
    houder = models.CharField(max_length=64, blank=True, db_index=True)
    bestand = models.UUIDField(unique=True)
    gemaakt = models.DateTimeField()

    objects = AfspraakbijlageQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(afspraak__isnull=True, houder__gt="") | Q(afspraak__isnull=False),
                name="afspraakbijlage_van_iemand",
            )
        ]

    def __str__(self) -> str:
        return str(self.bestand)
