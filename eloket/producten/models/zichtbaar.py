"""One rule for who sees which page: for the page itself, search, feeds, sitemap and API alike."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import PageManager, PageQuerySet

from eloket.lib import klok
from eloket.website.models import BasePage


class Lezer(StrEnum):
    """Who reads the catalogue."""

    IEDEREEN = "iedereen"
    MEDEWERKER = "medewerker"


class CatalogusQuerySet(PageQuerySet):
    def visible_to(self, lezer: Lezer, *, now: datetime) -> Self:
        """Published pages that have not expired; a medewerker also sees those behind a view restriction.

        Wagtail takes an expired page off line when its scheduled command runs; here the page is gone at the
        moment itself.
        """
        pages = self.live().filter(Q(expire_at__isnull=True) | Q(expire_at__gt=now))
        return pages if lezer is Lezer.MEDEWERKER else pages.public()


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
        return super().serve(request, *args, **kwargs)
