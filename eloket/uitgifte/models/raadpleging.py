"""Which employee looked at which products, and what they took along."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eloket.uitgifte.models.product import UitgegevenProduct
from eloket.uitgifte.models.soort import Productsoort


class Raadpleegwijze(models.TextChoices):
    """How somebody looked."""

    BEKEKEN = "bekeken", _("opende een product")
    DOCUMENT = "document", _("opende het document")
    GEZOCHT = "gezocht", _("zocht")
    LIJST = "lijst", _("nam een lijst mee")


class Raadpleging(models.Model):
    """A look of an employee. `aantal`: how many products they saw; never what they typed to find them."""

    op = models.DateTimeField(_("wanneer"), db_index=True)
    door = models.CharField(_("door wie"), max_length=150)  # a login name
    wijze = models.CharField(_("wat"), max_length=10, choices=Raadpleegwijze.choices)
    soort = models.ForeignKey(
        Productsoort, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("productsoort")
    )
    product = models.ForeignKey(
        UitgegevenProduct, on_delete=models.CASCADE, null=True, related_name="raadplegingen"
    )
    aantal = models.PositiveIntegerField(_("aantal"), default=1)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("raadpleging van een product")
        verbose_name_plural = _("raadplegingen van producten")
        ordering = ("-op", "-pk")
        default_permissions = ("view",)
        constraints = [models.CheckConstraint(condition=~Q(door=""), name="uitgifte_raadpleging_door_iemand")]

    def __str__(self) -> str:
        return f"{self.wijze} {self.op:%Y-%m-%d %H:%M}"
