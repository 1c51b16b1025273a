"""Keeping the list of addresses that products link to, and visiting them a few at a time."""

from datetime import datetime

from eloket.producten.backends import get_link_backend
from eloket.producten.models import ExterneLink, Linkuitslag, ProductPage
from eloket.producten.redactie.dodelinks import page_links
from eloket.producten.redactie.links import is_checkable

# A visit takes ten seconds at most and a turn should be short; at one turn a minute this is 4,300 a day.
PER_BEURT = 3


def collect_links() -> None:
    """Bring the list in line with what the products say now; an address nobody uses is forgotten."""
    pages = ProductPage.objects.order_by("pk").iterator(chunk_size=200)
    used = {link.doel for page in pages for link in page_links(page) if is_checkable(link)}
    known = dict(ExterneLink.objects.values_list("url", "pk"))
    ExterneLink.objects.filter(pk__in=[pk for url, pk in known.items() if url not in used]).delete()
    ExterneLink.objects.bulk_create(
        [ExterneLink(url=url) for url in sorted(used - known.keys())], ignore_conflicts=True
    )


def check_links(*, now: datetime, limit: int = PER_BEURT) -> None:
    """Visit the links whose turn it is, the longest waiting first."""
    backend = get_link_backend()
    for link in ExterneLink.objects.due(now=now)[:limit]:
        link.record(Linkuitslag(backend.check(link.url)), now=now)
