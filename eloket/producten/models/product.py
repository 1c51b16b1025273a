"""The product: one record that feeds page, search, API and feeds."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField
from wagtail.search import index

from eloket.formulieren.services import Aanbod, list_aanbod
from eloket.producten.models.lijst import card_links, product_links
from eloket.producten.models.opmaak import RICH
from eloket.producten.models.overzicht import glance, termijn_kort
from eloket.producten.models.panelen import PRODUCT_PANELEN
from eloket.producten.models.thema import ThemaPage
from eloket.producten.models.zichtbaar import CatalogusPage
from eloket.website.services import Link, Rij


class Doelgroep(models.TextChoices):
    BURGER = "burger", _("Inwoners")
    ONDERNEMER = "ondernemer", _("Ondernemers")
    BEIDE = "beide", _("Inwoners en ondernemers")


class Termijneenheid(models.TextChoices):
    DIRECT = "direct", _("direct klaar")
    WERKDAGEN = "werkdagen", _("werkdagen")
    DAGEN = "dagen", _("dagen")
    WEKEN = "weken", _("weken")
    MAANDEN = "maanden", _("maanden")
    GEEN = "geen", _("er is geen termijn")


class Termijnsoort(models.TextChoices):
    WET = "wet", _("staat in de wet")
    VERORDENING = "verordening", _("staat in een verordening")
    DIENSTNORM = "dienstnorm", _("hebben wij zelf beloofd")


class ProductIndexPage(CatalogusPage):
    """All products from A to Z, at /producten/."""

    parent_page_types: ClassVar[list[str]] = ["producten.HomePage"]
    subpage_types: ClassVar[list[str]] = ["producten.ProductPage"]

    class Meta:
        verbose_name = _("overzicht van producten")
        verbose_name_plural = _("overzichten van producten")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "producten": product_links(self, request)}


class ProductPage(CatalogusPage):
    """One product of the gemeente, at /producten/<product>/: what, for whom, how, cost, term."""

    samenvatting = models.TextField(
        _("samenvatting"),
        max_length=300,
        help_text=_("Wat is het, in één of twee zinnen? Ook te zien in zoekresultaten. Hooguit 300 tekens."),
    )
    doelgroep = models.CharField(
        _("doelgroep"), max_length=10, choices=Doelgroep.choices, default=Doelgroep.BURGER
    )
    synoniemen = models.TextField(
        _("andere woorden"),
        blank=True,
        max_length=1000,
        help_text=_("Woorden waarmee mensen dit zoeken. Eén per regel."),
    )
    themas = ParentalManyToManyField(
        "producten.ThemaPage", verbose_name=_("thema's"), blank=True, related_name="producten"
    )
    levensgebeurtenissen = ParentalManyToManyField(
        "producten.LevensgebeurtenisPage",
        verbose_name=_("levensgebeurtenissen"),
        blank=True,
        related_name="producten",
    )

    wat = RichTextField(_("wat is het?"), blank=True, features=RICH)
    voor_wie = RichTextField(_("voor wie is het?"), blank=True, features=RICH)
    hoe = RichTextField(
        _("hoe regelt u het?"),
        blank=True,
        features=RICH,
        help_text=_("Wat voor elk kanaal geldt, zoals wat iemand nodig heeft."),
    )
    kosten_kort = models.CharField(
        _("kosten in het kort"), max_length=60, blank=True, help_text=_("Bijvoorbeeld: gratis, of € 18,30.")
    )
    kosten = RichTextField(_("wat kost het?"), blank=True, features=RICH)
    termijn_aantal = models.PositiveSmallIntegerField(_("aantal"), null=True, blank=True)
    termijn_eenheid = models.CharField(
        _("eenheid"), max_length=10, blank=True, choices=Termijneenheid.choices
    )
    termijn_soort = models.CharField(
        _("waar staat deze termijn?"), max_length=12, blank=True, choices=Termijnsoort.choices
    )
    termijn_grondslag = models.CharField(
        _("grondslag"), max_length=120, blank=True, help_text=_("Bijvoorbeeld: artikel 4:13 Awb.")
    )
    termijn = RichTextField(_("hoe lang duurt het?"), blank=True, features=RICH)
    contact = RichTextField(
        _("contact"),
        blank=True,
        features=RICH,
        help_text=_("Alleen invullen als het anders gaat dan bij andere producten."),
    )
    gecontroleerd_op = models.DateField(_("gecontroleerd op"), null=True, blank=True)

    parent_page_types: ClassVar[list[str]] = ["producten.ProductIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*CatalogusPage.content_panels, *PRODUCT_PANELEN]
    search_fields = [
        *CatalogusPage.search_fields,
        index.SearchField("title", boost=10),
        index.SearchField("synoniemen", boost=8),
        index.AutocompleteField("synoniemen"),
        index.SearchField("samenvatting", boost=4),
        index.SearchField("wat"),
        index.SearchField("voor_wie"),
        index.SearchField("hoe"),
        index.FilterField("doelgroep"),
    ]

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("producten")

    def clean(self) -> None:
        """A term is a number with a unit, or a word that needs no number."""
        super().clean()
        wordy = self.termijn_eenheid in ("", Termijneenheid.DIRECT, Termijneenheid.GEEN)
        if wordy and self.termijn_aantal is not None:
            raise ValidationError(
                {"termijn_eenheid": _("Kies bij dit aantal: werkdagen, dagen, weken of maanden.")}
            )
        if not wordy and not self.termijn_aantal:
            raise ValidationError(
                {"termijn_aantal": _("Vul een aantal in, of kies een eenheid zonder aantal.")}
            )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        aanbod = self.aanbod()
        kanalen = list(self.kanalen.all())
        own = {
            "aanbod": aanbod,
            "kanalen": kanalen,
            "feiten": self.feiten([kanaal.get_kanaal_display() for kanaal in kanalen if kanaal.te_regelen]),
            "volledig": self.is_volledig,
            "themas": self.thema_links(request),
        }
        return {**super().get_context(request, *args, **kwargs), **own}

    @property
    def is_volledig(self) -> bool:
        """Whether any of the five questions is answered; if not, the page only says whom to call."""
        return any(
            (
                self.wat,
                self.voor_wie,
                self.hoe,
                self.kosten,
                self.kosten_kort,
                self.termijn,
                self.termijn_eenheid,
            )
        )

    def aanbod(self) -> list[Aanbod]:
        """The forms on offer, in the redacteur's order."""
        return list_aanbod([part.formulier_id for part in self.formulieren.all()])

    def feiten(self, kanalen: list[str]) -> list[Rij]:
        """Cost, term and channels in a few words."""
        term = termijn_kort(self.termijn_aantal, self.termijn_eenheid)
        return glance(kosten=self.kosten_kort, termijn=term, kanalen=kanalen)

    def thema_links(self, request: HttpRequest | None) -> list[Link]:
        """The themes of this product in its own language."""
        keys = self.themas.values_list("translation_key", flat=True)
        pages = ThemaPage.objects.filter(locale_id=self.locale_id, translation_key__in=keys).order_by("path")
        return [Link(link.title, link.url) for link in card_links(pages, request)]
