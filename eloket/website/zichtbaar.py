"""One rule for who sees which page: for the page itself, search, feeds, sitemap and API alike."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import PageViewRestriction


class Lezer(StrEnum):
    """Who reads the public site."""

    IEDEREEN = "iedereen"
    MEDEWERKER = "medewerker"


def visible_q(lezer: Lezer, *, now: datetime) -> Q:
    """Published pages that have not expired; a medewerker also sees those behind a view restriction.

    Wagtail takes an expired page off line when its scheduled command runs; here the page is gone at the
    moment itself.
    """
    published = Q(live=True) & (Q(expire_at__isnull=True) | Q(expire_at__gt=now))
    return published if lezer is Lezer.MEDEWERKER else published & ~Q(is_restricted())


def is_restricted() -> Exists:
    """Whether there is a view restriction on this page or on one above it.

    Wagtail's own `public()` asks for all of them beforehand.
    """
    path_of_page = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    above: Any = PageViewRestriction.objects.alias(outer_path=path_of_page)
    return Exists(above.filter(outer_path__startswith=F("page__path")))
