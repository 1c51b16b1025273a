"""The index of the database finds what plain Python would find: so both databases find the same."""

import re

import pytest

from eloket.producten.models import ProductPage
from eloket.producten.zoeken.lopende_tekst import find_all, find_any

Groepen = list[set[str]]


@pytest.fixture
def held(rietwaard: None, db: None) -> dict[int, set[str]]:
    """What the index holds of each product of the demo: stems, and the summary as it was written."""
    return {page.pk: words_of(page) for page in ProductPage.objects.select_related("locale")}


def words_of(page: ProductPage) -> set[str]:
    return {*page.zoektekst().split(), *re.findall(r"\w+", page.samenvatting.lower())}


def test_the_database_finds_what_is_there_and_nothing_else(held: dict[int, set[str]]) -> None:
    every = sorted(set().union(*held.values()))
    assert len(every) > 500
    step = max(1, len(every) // 100)
    for one, other in zip(every[::step], every[step // 2 :: step], strict=False):
        groups: Groepen = [{one, "bestaatniet"}, {other}]
        assert find_any(groups) & held.keys() == {pk for pk, own in held.items() if own & {one, other}}, (
            groups
        )
        assert find_all(groups) & held.keys() == {pk for pk, own in held.items() if {one, other} <= own}, (
            groups
        )


def test_a_word_that_means_something_to_a_database_is_a_word(held: dict[int, set[str]]) -> None:
    for word in ("and", "or", "not", "near", "de", "the", "10", "1e5", "0", "null"):
        assert find_any([{word}]) & held.keys() == {pk for pk, own in held.items() if word in own}, word


def test_a_long_question_is_no_deeper_than_a_database_takes(held: dict[int, set[str]]) -> None:
    every = sorted(set().union(*held.values()))
    groups = [set(every[start : start + 40]) for start in range(0, 320, 40)]
    assert find_any(groups) >= held.keys()
    assert find_all(groups) <= find_any(groups)


def test_no_words_ask_nothing() -> None:
    assert find_all([]) == find_any([]) == set()
