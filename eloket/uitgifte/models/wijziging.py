"""What became of a product: only ever added."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from eloket.lib.versleuteld import EncryptedTextField
from eloket.uitgifte.models.product import UitgegevenProduct
from eloket.uitgifte.regels.status import Productstatus


class Hoedanigheid(models.TextChoices):
    """As what somebody changed it."""

    HOUDER = "houder", _("de houder")
    GEMACHTIGDE = "gemachtigde", _("iemand die voor de houder mag handelen")
    MEDEWERKER = "medewerker", _("een medewerker")
    REGEL = "regel", _("een regel van het loket")


class Wijziging(models.Model):
    """Who made a product what it is, when and why. `door`: an employee's login name, or the rule's name."""

    product = models.ForeignKey(UitgegevenProduct, on_delete=models.CASCADE, related_name="wijzigingen")
    op = models.DateTimeField()
    van = models.CharField(max_length=12, choices=Productstatus.choices, blank=True)
    naar = models.CharField(max_length=12, choices=Productstatus.choices)
    als = models.CharField(max_length=12, choices=Hoedanigheid.choices)
    door = models.CharField(max_length=150, blank=True)
    reden = EncryptedTextField(blank=True)  # may tell of a person

    class Meta:
        verbose_name = _("wijziging")
        verbose_name_plural = _("wijzigingen")
        ordering = ("op", "pk")

    def __str__(self) -> str:
        return f"{self.van} → {self.naar}"
