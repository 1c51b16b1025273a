"""Find products with the reader's own words.

The search index of the database finds what may fit; the order is ours, so that it is the same on both
databases: what stands in the title counts most, then the synonyms, then the summary.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q

from eloket.producten.models import ProductPage
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.zoekwoorden import stem, words

# Running text, which a list of hits does not show.
LANG = ("wat", "voor_wie", "hoe", "kosten", "termijn", "contact")
MAX_KANDIDATEN = 100
# Field: points for the word itself, points for another form of it.
PUNTEN = {"title": (12, 8), "synoniemen": (10, 6), "samenvatting": (3, 2)}


def search_producten(vraag: str, *, taal: str, lezer: Lezer, now: datetime) -> list[ProductPage]:
    """The products that fit the question, best first; none for a question without words. Four queries.

    `vraag` may be anything: only its first hundred characters are used. `taal` is a code of LANGUAGES.
    """
    sought = words(vraag)
    if not sought:
        return []
    visible = ProductPage.objects.visible_to(lezer, now=now).filter(locale__language_code=taal).defer(*LANG)
    found = list(visible.filter(pk__in=_candidates(sought))) or list(visible.filter(_partly(sought)))
    return sorted(found, key=lambda page: (-_points(page, sought), page.title.lower()))


def _candidates(sought: Sequence[str]) -> set[int]:
    """What the search index has for any of the words, and for the starts of words."""
    everything = ProductPage.objects.only("pk")
    starts = " ".join(stem(word) for word in sought)
    hits = [
        *everything.search(" ".join(sought), operator="or")[:MAX_KANDIDATEN],
        *everything.autocomplete(starts, operator="or")[:MAX_KANDIDATEN],
    ]
    return {page.pk for page in hits}


def _partly(sought: Sequence[str]) -> Q:
    """A word inside another word, which an index does not find: "container" in "afvalcontainer"."""
    condition = Q(pk__in=[])
    for part in (stem(word) for word in sought if len(word) > 2):
        condition |= (
            Q(title__icontains=part) | Q(synoniemen__icontains=part) | Q(samenvatting__icontains=part)
        )
    return condition


def _points(page: ProductPage, sought: Sequence[str]) -> int:
    total = sum(_points_of_word(page, word) for word in sought)
    return total + (20 if page.title.lower() == " ".join(sought) else 0)


def _points_of_word(page: ProductPage, word: str) -> int:
    """The best place where this word stands, and one point for each further place."""
    scores = []
    for name, (exact, form) in PUNTEN.items():
        present = words_of(str(getattr(page, name)))
        if word in present:
            scores.append(exact)
        elif any(other.startswith(stem(word)) for other in present):
            scores.append(form)
        elif any(len(word) > 3 and word in other for other in present):
            scores.append(form // 2)
    return max(scores, default=0) + max(0, len(scores) - 1)


def words_of(text: str) -> set[str]:
    """The words of a text in lower case."""
    return set("".join(sign if sign.isalnum() else " " for sign in text.lower()).split())
