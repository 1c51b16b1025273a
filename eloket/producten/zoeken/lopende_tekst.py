"""What stands in the running text of products, from the index of the database: ids and nothing else."""

from collections.abc import Iterable, Sequence

from modelsearch.query import And, Or, PlainText
from wagtail.models import Page

# More than any word has in forms and synonyms; SQLite takes no deeper expression than 256.
MAX_STAMMEN = 25


def find_all(groups: Sequence[Iterable[str]]) -> set[int]:
    """The ids of the pages that hold a stem of each group. One query, none for no groups."""
    return _ids(And([_any(group) for group in groups])) if groups else set()


def find_any(groups: Sequence[Iterable[str]]) -> set[int]:
    """The ids of the pages that hold any of the stems. One query, none for no groups."""
    return _ids(Or([_any(group) for group in groups])) if groups else set()


def _any(stems: Iterable[str]) -> Or:
    """One word in each part: the SQLite backend puts no brackets around several words that may each do."""
    return Or([PlainText(stem) for stem in sorted(stems)[:MAX_STAMMEN]])


def _ids(query: And | Or) -> set[int]:
    """Unordered: sorting by what the database finds relevant is slow, and nobody would see it.

    Asked of every kind of page, also those that hold no stems. For products alone SQLite would, without
    statistics, run the whole match once for each product instead of once: 90 ms instead of a third of one.
    """
    found = Page.objects.search(query, order_by_relevance=False).get_queryset()
    return set(found.order_by().values_list("pk", flat=True))
