"""Who was looked up, when and why. Of the answer nothing is kept."""

from datetime import datetime

from django.db import models

from eloket.lib.partij import Identificerend, eigen_sleutels


class Bron(models.TextChoices):
    BRP = "brp", "Basisregistratie Personen"
    KVK = "kvk", "Handelsregister"


class RaadplegingQuerySet(models.QuerySet["Raadpleging"]):
    def visible_to(self, wie: Identificerend) -> "RaadplegingQuerySet":
        """The look-ups of this person or company."""
        return self.filter(sleutel__in=eigen_sleutels(wie))

    def older_than(self, moment: datetime) -> "RaadplegingQuerySet":
        return self.filter(op__lt=moment)


class Raadpleging(models.Model):
    """One question to a source.

    `sleutel` is a keyed hash; `door` is "" when somebody filled in a form of their own.
    """

    sleutel = models.CharField(max_length=64, db_index=True)
    bron = models.CharField(max_length=3, choices=Bron)
    gegevens = models.CharField(max_length=200, blank=True)  # what was asked, by commas
    doel = models.CharField(max_length=200)
    door = models.CharField(max_length=150, blank=True)
    afdeling = models.CharField(max_length=100, blank=True)
    op = models.DateTimeField(db_index=True)

    objects = RaadplegingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "raadpleging"
        verbose_name_plural = "raadplegingen"

    def __str__(self) -> str:
        return f"{self.bron} op {self.op:%Y-%m-%d %H:%M}"
