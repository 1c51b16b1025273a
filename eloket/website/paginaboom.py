"""The published pages as one tree in memory: breadcrumbs, languages and links without a query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from wagtail.models import Page

from eloket.website.bewaard import per_versie
from eloket.website.onderdelen import Link
from eloket.website.zichtbaar import is_restricted


@dataclass(frozen=True)
class Paginaboom:
    """Every published page, also an expired or restricted one: whoever shows a link asks `is_visible`."""

    by_path: dict[str, Any]
    by_key: dict[UUID, list[Any]]

    def above(self, page: Page) -> list[Any]:
        """The published pages from the root down to this one, itself included."""
        ends = range(page.steplen, len(page.path) + 1, page.steplen)
        return [self.by_path[page.path[:end]] for end in ends if page.path[:end] in self.by_path]

    def translations(self, page: Page) -> list[Any]:
        """This page in every language in which it is published."""
        return self.by_key.get(page.translation_key, [])

    def find_link(self, slug: str, *, language: str, now: datetime) -> Link | None:
        """The page that everybody may see whose address ends so; in this language if it is there."""
        named = (page for page in self.by_path.values() if page.url_path.rstrip("/").endswith(f"/{slug}"))
        found = [
            page for each in named for page in [*self.translations(each), each] if is_visible(page, now=now)
        ]
        page = next(
            (page for page in found if page.locale.language_code == language), next(iter(found), None)
        )
        return Link(page.title, page.get_url() or "") if page else None

    def links(self, keys: Iterable[UUID], *, locale_id: int, now: datetime) -> dict[UUID, Link]:
        """Those of these pages that everybody may see, in one language, by translation key."""
        pages = [page for key in keys for page in self.by_key.get(key, []) if page.locale_id == locale_id]
        return {
            page.translation_key: Link(page.title, page.get_url() or "")
            for page in pages
            if is_visible(page, now=now)
        }


def is_visible(page: Any, *, now: datetime) -> bool:
    """`visible_q` for everybody, of a page of the tree."""
    return not page.afgeschermd and (page.expire_at is None or page.expire_at > now)


@per_versie
def get_paginaboom() -> Paginaboom:
    """The tree, read in one query per version of the site."""
    fields = ("path", "depth", "title", "url_path", "translation_key", "expire_at", "locale__language_code")
    live = Page.objects.filter(live=True).select_related("locale").only(*fields)
    pages = list(live.annotate(afgeschermd=is_restricted()).order_by("path"))
    by_key: dict[UUID, list[Any]] = {}
    for page in pages:
        by_key.setdefault(page.translation_key, []).append(page)
    return Paginaboom({page.path: page for page in pages}, by_key)
