"""The emergency banner on every page."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField


class Toon(models.TextChoices):
    INFO = "info", _("Mededeling")
    WARNING = "warning", _("Waarschuwing")
    ERROR = "error", _("Noodgeval")


class Noodbericht(models.Model):
    """The part of `Instellingen` that says what is the matter, until a moment or until it is switched off."""

    nood_aan = models.BooleanField(_("noodbericht tonen"), default=False)
    nood_toon = models.CharField(_("soort"), max_length=10, choices=Toon.choices, default=Toon.WARNING)
    nood_titel = models.CharField(_("kop"), max_length=120, blank=True)
    nood_titel_en = models.CharField(_("kop (Engels)"), max_length=120, blank=True)
    nood_tekst = RichTextField(_("tekst"), blank=True, features=["bold", "link"])
    nood_tekst_en = RichTextField(_("tekst (Engels)"), blank=True, features=["bold", "link"])
    nood_tot = models.DateTimeField(
        _("tonen tot"), null=True, blank=True, help_text=_("Leeg: tot u het uitzet.")
    )

    noodbericht_panels: list[Any] = [
        FieldPanel("nood_aan"),
        FieldPanel("nood_toon"),
        FieldPanel("nood_titel"),
        FieldPanel("nood_tekst"),
        FieldPanel("nood_titel_en"),
        FieldPanel("nood_tekst_en"),
        FieldPanel("nood_tot"),
    ]

    class Meta:
        abstract = True

    def noodbericht_errors(self) -> dict[str, str]:
        """Field to message, for a banner that says nothing."""
        if not self.nood_aan or self.nood_titel:
            return {}
        return {"nood_titel": str(_("Schrijf wat er aan de hand is, of zet het noodbericht uit."))}
