"""Who may ask whether a kenteken has a right, by a key of their own."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Handhavingssleutel(models.Model):
    """A key of one system of handhaving; only its keyed hash is here."""

    naam = models.CharField(_("naam"), max_length=100, unique=True)
    sleutel = models.CharField(max_length=64, unique=True)
    gemaakt = models.DateTimeField()
    ingetrokken = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("sleutel van handhaving")
        verbose_name_plural = _("sleutels van handhaving")

    def __str__(self) -> str:
        return self.naam
