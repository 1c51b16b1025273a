"""Which pages search engines may know."""

from collections.abc import Iterator
from datetime import datetime
from xml.sax.saxutils import escape

from wagtail.models import Page, Site

from eloket.producten.gegevens import absolute_url
from eloket.producten.models.zichtbaar import Lezer, visible_q

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_sitemap(site: Site, *, now: datetime) -> Iterator[str]:
    """The sitemap of the site in pieces: every page of every language that everybody may see."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">\n'
    for page in list_pages(site, now=now):
        changed = f"<lastmod>{page.last_published_at.isoformat()}</lastmod>" if page.last_published_at else ""
        yield f"<url><loc>{escape(absolute_url(page))}</loc>{changed}</url>\n"
    yield "</urlset>\n"


def list_pages(site: Site, *, now: datetime) -> Iterator[Page]:
    """The visible pages below the home page of each language, in the order of the tree."""
    for home in site.root_page.get_translations(inclusive=True).order_by("path"):
        below = Page.objects.descendant_of(home, inclusive=True).order_by("path")
        yield from below.filter(visible_q(Lezer.IEDEREEN, now=now)).iterator(chunk_size=500)
