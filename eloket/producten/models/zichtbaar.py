"""The pages of the catalogue, each shown to whom `website.zichtbaar` says."""

from datetime import datetime
from typing import Any, Self

from django.db.models import Exists
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import Page, PageManager, PageQuerySet, PageViewRestriction

from eloket.lib import klok
from eloket.website.models import BasePage
from eloket.website.services import Lezer, visible_q

__all__ = ["CatalogusManager", "CatalogusPage", "CatalogusQuerySet", "Lezer", "visible_q"]


class CatalogusQuerySet(PageQuerySet):
    def visible_to(self, lezer: Lezer, *, now: datetime) -> Self:
        """The pages that this reader may see (`visible_q`)."""
        return self.filter(visible_q(lezer, now=now))

    def with_restrictions_flag(self) -> Self:
        """Each page knows whether any view restriction exists at all: mostly not, which saves two queries."""
        return self.annotate(any_restriction=Exists(PageViewRestriction.objects.all()))


CatalogusManager = PageManager.from_queryset(CatalogusQuerySet)


class CatalogusPage(BasePage):
    """A page of the catalogue."""

    objects = CatalogusManager()

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Wagtail has seen to drafts and restrictions; the moment of expiry is ours."""
        if self.expire_at is not None and self.expire_at <= klok.now():
            raise Http404
        if list(self.get_view_restrictions()):
            return Page.serve(self, request, *args, **kwargs)  # for a few people: not marked as public
        return super().serve(request, *args, **kwargs)

    def get_view_restrictions(self) -> Any:
        """Wagtail's answer, asked once per request; no query when there are no restrictions at all."""
        if not getattr(self, "any_restriction", True):
            return PageViewRestriction.objects.none()
        if not hasattr(self, "_restrictions"):
            self._restrictions = super().get_view_restrictions()
        return self._restrictions
