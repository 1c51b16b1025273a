"""One rule for who sees which page: for the page itself, search, feeds, sitemap and API alike."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import Page, PageManager, PageQuerySet, PageViewRestriction

from eloket.lib import klok
from eloket.website.models import BasePage


class Lezer(StrEnum):
    """Who reads the catalogue."""

    IEDEREEN = "iedereen"
    MEDEWERKER = "medewerker"


def visible_q(lezer: Lezer, *, now: datetime) -> Q:
    """Published pages that have not expired; a medewerker also sees those behind a view restriction.

    Wagtail takes an expired page off line when its scheduled command runs; here the page is gone at the
    moment itself.
    """
    published = Q(live=True) & (Q(expire_at__isnull=True) | Q(expire_at__gt=now))
    return published if lezer is Lezer.MEDEWERKER else published & ~Q(Exists(_restrictions_above()))


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


def _restrictions_above() -> Any:
    """The restrictions on this page or on one above it. Wagtail's own `public()` asks for them beforehand."""
    path_of_page = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    return PageViewRestriction.objects.alias(outer_path=path_of_page).filter(
        outer_path__startswith=F("page__path")
    )
