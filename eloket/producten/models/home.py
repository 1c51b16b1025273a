"""The front door."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import InlinePanel, PageChooserPanel
from wagtail.models import Orderable

from eloket.lib import klok
from eloket.producten.models.levensgebeurtenis import LevensgebeurtenisPage
from eloket.producten.models.lijst import card_links, group_links
from eloket.producten.models.organisatie import read_organisaties
from eloket.producten.models.product import ProductPage
from eloket.producten.models.thema import ThemaPage
from eloket.producten.models.zichtbaar import CatalogusPage, Lezer


class HomePage(CatalogusPage):
    """Search, top tasks, themes and life events, at /."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "producten.ProductIndexPage",
        "producten.ThemaIndexPage",
        "producten.LevensgebeurtenisIndexPage",
        "website.ContentPage",
    ]
    content_panels = [
        *CatalogusPage.content_panels,
        InlinePanel(
            "taken",
            label=_("product"),
            heading=_("Veel gevraagd"),
            max_num=8,
            help_text=_(
                "De producten waarvoor de meeste mensen komen. Zet wat het meest gevraagd wordt bovenaan."
            ),
        ),
    ]

    class Meta:
        verbose_name = _("voorpagina")
        verbose_name_plural = _("voorpagina's")

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """A product, the page most people come for, is found in one query instead of four."""
        if len(path_components) == 2:
            address = f"{self.url_path}{'/'.join(path_components)}/"
            product = ProductPage.objects.filter(url_path=address).with_restrictions_flag().first()
            if product is not None:
                return self.complete(product).route(request, [])
        return super().route(request, path_components)

    def complete(self, product: ProductPage) -> ProductPage:
        """What the process knows already need not be fetched with each product."""
        product.locale = self.locale  # below a home page all is in its language
        organisaties = read_organisaties()
        for name in ("verantwoordelijke", "bevoegde"):
            setattr(product, name, organisaties.get(getattr(product, f"{name}_id")))
        return product

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        gebeurtenissen = LevensgebeurtenisPage.objects.descendant_of(self)
        lists = {
            "alles_url": f"{self.get_url(request)}producten/",
            "onvertaald": self.has_untranslated(),
            "taken": self.taken_links(request),
            "themas": group_links(ThemaPage.objects.descendant_of(self), request, relation="themas"),
            "gebeurtenissen": group_links(gebeurtenissen, request, relation="levensgebeurtenissen"),
        }
        return {**super().get_context(request, *args, **kwargs), **lists}

    def has_untranslated(self) -> bool:
        """Whether a Dutch product that everybody may see is not there in the language of this page."""
        if self.locale.language_code == settings.LANGUAGE_CODE:
            return False
        seen = ProductPage.objects.visible_to(Lezer.IEDEREEN, now=klok.now())
        here = seen.filter(locale=self.locale_id).values("translation_key")
        dutch = seen.filter(locale__language_code=settings.LANGUAGE_CODE)
        return bool(dutch.exclude(translation_key__in=here).exists())

    def taken_links(self, request: HttpRequest) -> list[Any]:
        """The top tasks, in the redacteur's order, in the language of this page."""
        keys = list(self.taken.values_list("product__translation_key", flat=True))
        pages = ProductPage.objects.filter(locale_id=self.locale_id, translation_key__in=keys)
        order = models.Case(
            *(models.When(translation_key=key, then=nr) for nr, key in enumerate(keys)), default=len(keys)
        )
        return card_links(pages.order_by(order, "title"), request) if keys else []


class HomeTaak(Orderable):
    """One top task on the front door."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="taken")
    product = models.ForeignKey(
        "producten.ProductPage", on_delete=models.CASCADE, related_name="+", verbose_name=_("product")
    )

    panels = [PageChooserPanel("product")]

    class Meta(Orderable.Meta):
        verbose_name = _("veel gevraagd product")
        verbose_name_plural = _("veel gevraagde producten")

    def __str__(self) -> str:
        return str(self.product)
