"""Where a product came from, when it was taken over from another catalogue."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Overname(models.Model):
    """One file that a redacteur offered: first looked at, then taken over by a worker.

    `verslag` holds the rows of the report (`overname.aanbod.Regel`) as plain data; `bestand` is the id in
    `bestanden`, and empty once it is no longer needed.
    """

    class Status(models.TextChoices):
        BEKEKEN = "bekeken", _("bekeken, nog niet overgenomen")
        WACHT = "wacht", _("wordt overgenomen")
        KLAAR = "klaar", _("overgenomen")
        MISLUKT = "mislukt", _("niet gelukt")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    naam = models.CharField(max_length=255)
    bestand = models.CharField(max_length=36, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.BEKEKEN)
    verslag = models.JSONField(default=list, blank=True)
    fout = models.CharField(max_length=500, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("overname")
        verbose_name_plural = _("overnames")
        ordering = ("-created_at", "pk")

    def __str__(self) -> str:
        return self.naam


class Herkomst(models.Model):
    """By what the source knows a product, and what we made of it then.

    While the page is a draft with the revision that we made, nobody worked on it, and a next time may bring
    it up to date.
    """

    product = models.OneToOneField(
        "producten.ProductPage", on_delete=models.CASCADE, related_name="herkomst", primary_key=True
    )
    kenmerk = models.CharField(max_length=500, unique=True)
    vingerafdruk = models.CharField(max_length=64)  # of what was offered, after cleaning
    revisie = models.BigIntegerField()
    overname = models.ForeignKey(Overname, null=True, on_delete=models.SET_NULL, related_name="+")
    overgenomen_op = models.DateTimeField()

    class Meta:
        verbose_name = _("herkomst")
        verbose_name_plural = _("herkomst")

    def __str__(self) -> str:
        return self.kenmerk
