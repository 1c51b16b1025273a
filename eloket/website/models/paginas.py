"""BasePage, what all pages share, and ContentPage, the plain page."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from eloket.lib.revisies import drop_gone
from eloket.lib.streamveld import StreamField
from eloket.website.blocks import content_blocks
from eloket.website.publiek import mark_public


class BasePage(Page):
    """A page of the public site.

    `templates/<app>/<model in lower case>.html` shows it. A page never looks at the session or the user, so
    that its response can be cached whole.
    """

    samenvatting = models.TextField(
        _("samenvatting"),
        max_length=300,
        blank=True,
        help_text=_("Eén of twee zinnen. Ook te zien in zoekresultaten."),
    )

    # The query keys the page reads; with any other key in its address the answer is not kept.
    query_keys: ClassVar[tuple[str, ...]] = ()

    content_panels = [*Page.content_panels, FieldPanel("samenvatting")]
    search_fields = [*Page.search_fields, index.SearchField("samenvatting")]

    class Meta:
        abstract = True

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> "BasePage | None":
        """A draft or an older version; what it points at may be gone."""
        found: BasePage | None = super().from_serializable_data(drop_gone(cls, data), check_fks, strict_fks)
        return found

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return f"{self._meta.app_label}/{self._meta.model_name}.html"

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Find a page further down in one step: Wagtail asks for each level of the address, twice.

        The `route` of the pages in between is not asked; none of ours has a say in it.
        """
        if len(path_components) > 1:
            address = f"{self.url_path}{'/'.join(path_components)}/"
            target = Page.objects.filter(url_path=address).specific().first()
            if target is not None:
                return target.route(request, [])
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The page, marked as the same for everybody."""
        return mark_public(super().serve(request, *args, **kwargs), query=self.query_keys)

    @property
    def beschrijving(self) -> str:
        """What search engines show."""
        return str(self.search_description or self.samenvatting)


class ContentPage(BasePage):
    """Title, introduction and content blocks: contact, privacy, toegankelijkheid."""

    body: ClassVar[Any] = StreamField(content_blocks(), verbose_name=_("inhoud"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("gewone pagina")
        verbose_name_plural = _("gewone pagina's")
