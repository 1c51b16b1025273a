"""Words that several products share, kept once."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from eloket.producten.models.opmaak import RICH
from eloket.website.services import bump_version


class Tekstblok(models.Model):
    """A text such as "Neem uw legitimatie mee". A change shows on every product that uses it."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    naam = models.CharField(
        _("naam"), max_length=100, help_text=_("Voor uzelf en uw collega’s; bezoekers zien de naam niet.")
    )
    tekst = RichTextField(_("tekst"), features=RICH)
    tekst_en = RichTextField(_("tekst (Engels)"), blank=True, features=RICH)

    class Meta:
        verbose_name = _("gedeelde tekst")
        verbose_name_plural = _("gedeelde teksten")
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        bump_version()
