"""The uniforme productnamenlijst (UPL): the national names of products, by URI."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class UniformeProductnaam(index.Indexed, models.Model):
    """One name of the UPL. Rows come from `import_upl` and are never deleted: products point at them."""

    NOG_NIET_BESCHIKBAAR: ClassVar[str] = (
        "http://standaarden.overheid.nl/owms/terms/UPL-naam_nog_niet_beschikbaar"
    )

    uri = models.CharField("URI", max_length=200, unique=True)
    naam = models.CharField(_("naam"), max_length=200, db_index=True)
    rijk = models.BooleanField(_("rijk"), default=False)
    provincie = models.BooleanField(_("provincie"), default=False)
    waterschap = models.BooleanField(_("waterschap"), default=False)
    gemeente = models.BooleanField(_("gemeente"), default=False)
    burger = models.BooleanField(_("burger"), default=False)
    bedrijf = models.BooleanField(_("bedrijf"), default=False)
    dienstenwet = models.BooleanField(_("dienstenwet"), default=False)
    autonomie = models.BooleanField(_("autonomie"), default=False)
    medebewind = models.BooleanField(_("medebewind"), default=False)
    aanvraag = models.BooleanField(_("aanvraag"), default=False)
    subsidie = models.BooleanField(_("subsidie"), default=False)
    melding = models.BooleanField(_("melding"), default=False)
    verplichting = models.BooleanField(_("verplichting"), default=False)
    sdg = models.CharField(_("SDG-codes"), max_length=60, blank=True)
    # [{"uri": …, "label": …, "link": …}], in the order of the list; one name may rest on five articles.
    grondslagen = models.JSONField(_("grondslagen"), default=list, blank=True)
    is_verwijderd = models.BooleanField(
        _("vervallen"), default=False, help_text=_("Staat niet meer in de landelijke lijst.")
    )

    search_fields = [
        index.SearchField("naam"),
        index.AutocompleteField("naam"),
        index.FilterField("is_verwijderd"),
        index.FilterField("gemeente"),
    ]

    class Meta:
        verbose_name = _("uniforme productnaam")
        verbose_name_plural = _("uniforme productnamen")
        ordering = ("naam",)

    def __str__(self) -> str:
        return f"{self.naam} (vervallen)" if self.is_verwijderd else self.naam
