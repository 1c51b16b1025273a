"""Themes: one way to group products."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from eloket.producten.models.lijst import group_links, products_of_group
from eloket.producten.models.zichtbaar import CatalogusPage


class ThemaIndexPage(CatalogusPage):
    """All themes, at /themas/."""

    parent_page_types: ClassVar[list[str]] = ["producten.HomePage"]
    subpage_types: ClassVar[list[str]] = ["producten.ThemaPage"]

    class Meta:
        verbose_name = _("overzicht van thema's")
        verbose_name_plural = _("overzichten van thema's")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        links = group_links(ThemaPage.objects.child_of(self), request, relation="themas")
        return {**super().get_context(request, *args, **kwargs), "kaarten": links}


class ThemaPage(CatalogusPage):
    """One theme with its products, at /themas/<thema>/."""

    parent_page_types: ClassVar[list[str]] = ["producten.ThemaIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema's")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        links = products_of_group(self, request, relation="themas")
        return {**super().get_context(request, *args, **kwargs), "producten": links}
