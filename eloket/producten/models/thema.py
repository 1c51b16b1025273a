"""Themes: one way to group products."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from eloket.producten.models.lijst import card_links, product_links
from eloket.producten.models.zichtbaar import CatalogusPage


class ThemaIndexPage(CatalogusPage):
    """All themes, at /themas/."""

    parent_page_types: ClassVar[list[str]] = ["producten.HomePage"]
    subpage_types: ClassVar[list[str]] = ["producten.ThemaPage"]

    class Meta:
        verbose_name = _("overzicht van thema's")
        verbose_name_plural = _("overzichten van thema's")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        pages = ThemaPage.objects.child_of(self).order_by("path")
        return {**super().get_context(request, *args, **kwargs), "kaarten": card_links(pages, request)}


class ThemaPage(CatalogusPage):
    """One theme with its products, at /themas/<thema>/."""

    parent_page_types: ClassVar[list[str]] = ["producten.ThemaIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema's")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        # By translation key: an English product may point at the Dutch page of its theme.
        links = product_links(self, request, themas__translation_key=self.translation_key)
        return {**super().get_context(request, *args, **kwargs), "producten": links}
