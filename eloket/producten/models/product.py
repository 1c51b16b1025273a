"""The product: one record that feeds page, search, API and feeds."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Revision
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from eloket.betalingen.services import Tariefregel
from eloket.lib import klok
from eloket.lib.streamveld import StreamField
from eloket.producten.models.antwoorden import Antwoorden
from eloket.producten.models.blokken import MAX_CHECKS, check_blocks, read_blocks, vraag_blocks
from eloket.producten.models.check import build_check
from eloket.producten.models.lijst import product_links
from eloket.producten.models.onderdelen import read_onderdelen
from eloket.producten.models.overzicht import glance, kosten_kort, tarieventabel, termijn_kort
from eloket.producten.models.panelen import product_handler
from eloket.producten.models.productbeheer import Productbeheer
from eloket.producten.models.productdelen import ProductKanaal
from eloket.producten.models.zichtbaar import CatalogusPage
from eloket.producten.models.zoektekst import read_zoektekst
from eloket.producten.redactie.poort import guard
from eloket.website.services import Rij


class Doelgroep(models.TextChoices):
    BURGER = "burger", _("Inwoners")
    ONDERNEMER = "ondernemer", _("Ondernemers")
    BEIDE = "beide", _("Inwoners en ondernemers")


class ProductIndexPage(CatalogusPage):
    """All products from A to Z, at /producten/."""

    parent_page_types: ClassVar[list[str]] = ["producten.HomePage"]
    subpage_types: ClassVar[list[str]] = ["producten.ProductPage"]

    class Meta:
        verbose_name = _("overzicht van producten")
        verbose_name_plural = _("overzichten van producten")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "producten": product_links(self, request)}


class ProductPage(Antwoorden, Productbeheer):
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

    vragen: ClassVar[Any] = StreamField(vraag_blocks(), verbose_name=_("vragen en antwoorden"), blank=True)
    checks: ClassVar[Any] = StreamField(
        check_blocks(), verbose_name=_("kan ik dit aanvragen?"), blank=True, max_num=MAX_CHECKS
    )

    parent_page_types: ClassVar[list[str]] = ["producten.ProductIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    edit_handler = product_handler()
    # For wagtail-localize: the same in every language, or not for residents at all.
    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("slug", "elders_naam", "elders_url", "desk_memo", "publicatie_reden")
    ]
    search_fields = [
        *CatalogusPage.search_fields,
        index.AutocompleteField("synoniemen"),
        index.SearchField("zoektekst"),
        index.FilterField("doelgroep"),
    ]

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("producten")
        permissions = [("publish_incomplete", "Mag met een reden publiceren wat niet volledig is")]

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> Any:
        """Bring this revision live, or plan it. For an editor the gate stands in between.

        Without `user` (imports, the demo, the worker) nothing is asked. Errors: `PoortDicht`.
        """
        if user is not None:
            guard(revision.as_object(), user)
        return super().publish(revision, user=user, **kwargs)

    def zoektekst(self) -> str:
        """What the search index holds of this product."""
        return read_zoektekst(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        taal = self.locale.language_code
        (onderdelen,) = read_onderdelen([self], taal=taal, now=klok.now())
        kanalen = list(self.kanalen.all())
        own = {
            "onderdelen": onderdelen,
            "kanalen": kanalen,
            "feiten": self.feiten(onderdelen.tarieven, kanalen),
            "tarieven": tarieventabel(onderdelen.tarieven),
            "check": build_check(read_blocks(self.checks), request.GET),
            "vragen": read_blocks(self.vragen),
        }
        return {**super().get_context(request, *args, **kwargs), **own}

    def feiten(self, tarieven: Sequence[Tariefregel], kanalen: Sequence[ProductKanaal]) -> list[Rij]:
        """Cost, term and channels in a few words."""
        return glance(
            kosten=kosten_kort(self.kosten_soort, self.kosten_kort, tarieven),
            termijn=termijn_kort(self.termijn_aantal, self.termijn_eenheid),
            kanalen=[str(kanaal.get_kanaal_display()) for kanaal in kanalen if kanaal.te_regelen],
        )
