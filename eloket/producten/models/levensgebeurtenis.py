"""Life events: moving house, a birth, a death; the other way to group products."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from eloket.producten.models.lijst import group_links, products_of_group
from eloket.producten.models.opmaak import RICH
from eloket.producten.models.zichtbaar import CatalogusPage


class LevensgebeurtenisIndexPage(CatalogusPage):
    """All life events, at /levensgebeurtenissen/."""

    parent_page_types: ClassVar[list[str]] = ["producten.HomePage"]
    subpage_types: ClassVar[list[str]] = ["producten.LevensgebeurtenisPage"]

    class Meta:
        verbose_name = _("overzicht van levensgebeurtenissen")
        verbose_name_plural = _("overzichten van levensgebeurtenissen")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        pages = LevensgebeurtenisPage.objects.child_of(self)
        links = group_links(pages, request, relation="levensgebeurtenissen")
        return {**super().get_context(request, *args, **kwargs), "kaarten": links}


class LevensgebeurtenisPage(CatalogusPage):
    """One life event with what to arrange, at /levensgebeurtenissen/<gebeurtenis>/."""

    inleiding = RichTextField(
        _("wat er nu gebeurt"),
        blank=True,
        features=RICH,
        help_text=_("Kort: wat moet iemand nu regelen, en voor wanneer?"),
    )

    parent_page_types: ClassVar[list[str]] = ["producten.LevensgebeurtenisIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [*CatalogusPage.content_panels, FieldPanel("inleiding")]

    class Meta:
        verbose_name = _("levensgebeurtenis")
        verbose_name_plural = _("levensgebeurtenissen")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        links = products_of_group(self, request, relation="levensgebeurtenissen")
        return {**super().get_context(request, *args, **kwargs), "producten": links}
