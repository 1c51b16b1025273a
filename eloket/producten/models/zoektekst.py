"""What of a product goes into the search index of the database: what the public may read, as stems.

With stems in the index and stems in the question both databases find the same, in every language. Only what
stands in the row of the page itself: rows that hang on it are saved after the page has been indexed.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wagtail.rich_text import get_text_for_indexing

from eloket.producten.models.blokken import read_blocks
from eloket.producten.zoekwoorden import stem, tokens

if TYPE_CHECKING:
    from eloket.producten.models.product import ProductPage

KORT = ("title", "synoniemen", "samenvatting", "kosten_kort", "elders_naam")
RIJK = ("wat", "voor_wie", "bewijs", "hoe", "kosten", "termijn", "geen_reactie", "bezwaar", "contact")


def read_zoektekst(page: "ProductPage") -> str:
    """Each stem once; the order says nothing, and how often neither."""
    taal = page.locale.language_code
    return " ".join(sorted({stem(word, taal) for text in _texts(page) for word in tokens(text)}))


def _texts(page: "ProductPage") -> Iterator[str]:
    yield from (str(getattr(page, name)) for name in KORT)
    yield from (get_text_for_indexing(getattr(page, name)) for name in RIJK)
    for vraag in read_blocks(page.vragen):
        yield from (vraag["vraag"], get_text_for_indexing(vraag["antwoord"]))
