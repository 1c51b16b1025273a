"""Who is responsible for a product: the gemeente itself, or another organisation."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from eloket.website.services import bump_version, per_versie


class Organisatiesoort(models.TextChoices):
    """The values are those of the OWMS lists, which the national feeds ask for."""

    GEMEENTE = "Gemeente", _("Gemeente")
    PROVINCIE = "Provincie", _("Provincie")
    WATERSCHAP = "Waterschap", _("Waterschap")
    GGD = "GGD", _("GGD")
    RIJK = "Rijk", _("Rijksoverheid")
    ANDERS = "Anders", _("Een andere organisatie")


class Organisatie(models.Model):
    """An organisation that answers for products or may decide about them."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    naam = models.CharField(_("naam"), max_length=120)
    soort = models.CharField(
        _("soort"), max_length=12, choices=Organisatiesoort.choices, default=Organisatiesoort.GEMEENTE
    )
    uri = models.URLField(
        _("landelijke URI"),
        blank=True,
        help_text=_("Uit de lijsten van OWMS. Leeg bij een gemeente: gemaakt van de naam."),
    )

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        bump_version()


@per_versie
def read_organisaties() -> dict[int, Organisatie]:
    """Every organisation by its key: a handful, which each product needs."""
    return Organisatie.objects.in_bulk()
