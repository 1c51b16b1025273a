"""What one can come for."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from eloket.website.services import bump_version


class Afspraaksoort(models.Model):
    """A kind of afspraak at the counter; products offer it."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    naam = models.CharField(_("naam"), max_length=100)
    naam_en = models.CharField(_("naam (Engels)"), max_length=100, blank=True)
    minuten = models.PositiveSmallIntegerField(_("duur in minuten"), default=10)
    meenemen = models.CharField(_("wat neemt iemand mee?"), max_length=300, blank=True)
    meenemen_en = models.CharField(_("wat neemt iemand mee? (Engels)"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("afspraaksoort")
        verbose_name_plural = _("afspraaksoorten")
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        bump_version()
