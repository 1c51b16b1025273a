"""Words: their forms, the parts of a compound, synonyms and mended spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.producten.zoekwoorden import MAX_WOORDEN, Woordenschat, expand, fold, stem, tokens
from eloket.producten.zoekwoorden.onregelmatig import ENGELS, NEDERLANDS
from eloket.producten.zoekwoorden.spelling import distance
from eloket.producten.zoekwoorden.uitbreiden import answers
from eloket.producten.zoekwoorden.woordenlijst import ALGEMEEN, single_words

# What Noor types and what Samira wrote: the same word.
FAMILIES = {
    "nl": """
        paspoort paspoorten
        verhuizen verhuizing verhuizingen verhuisd verhuist verhuis
        aanvragen aanvraag aanvragen aangevraagd aanvraagt
        hond honden hondje
        straat straten straatje
        kapot kapotte
        vergunning vergunningen
        kaart kaarten kaartje
        foto foto's fotos
        container containers
        melden melding meldingen gemeld meldt
        adres adressen
        rijbewijs rijbewijzen
        trouwen getrouwd trouw
        boom bomen
        kind kinderen
        overlijden overleden
        ophalen opgehaald
        doorgeven doorgegeven
        aangeven aangifte
        brief brieven
        belasting belastingen
    """,
    "en": """
        passport passports
        move moving moved moves
        child children
        apply applied application
        permit permits permitted
        licence licences license
        marriage married marry
        party parties
        lost lose losing
    """,
}


def families() -> list[tuple[str, str, list[str]]]:
    rows = [(taal, row.split()) for taal, rows in FAMILIES.items() for row in rows.strip().splitlines()]
    return [(taal, words[0], words) for taal, words in rows]


@pytest.mark.parametrize(("taal", "first", "words"), families())
def test_forms_of_a_word_share_a_stem(taal: str, first: str, words: list[str]) -> None:
    assert {stem(tokens(word)[0], taal) for word in words} == {stem(first, taal)}


@pytest.mark.parametrize(
    ("one", "other"),
    [("paspoort", "pasport"), ("kaart", "kar"), ("huis", "hond"), ("wonen", "winnen")],
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one, "nl") != stem(other, "nl")


@pytest.mark.parametrize(("taal", "forms"), [("nl", NEDERLANDS), ("en", ENGELS)])
def test_an_irregular_form_leads_to_its_word(taal: str, forms: dict[str, str]) -> None:
    assert {form: stem(form, taal) for form in forms} == {form: stem(to, taal) for form, to in forms.items()}


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=20), st.sampled_from(["nl", "en", "fy"]))
def test_a_stem_is_its_own_stem(word: str, taal: str) -> None:
    found = stem(word, taal)
    assert stem(found, taal) == found
    assert bool(found) == bool(word)


@given(st.text(max_size=300))
def test_words_are_plain(text: str) -> None:
    found = tokens(text)
    assert all(word.isalnum() for word in found)
    assert all(fold(word) == word for word in found)


def test_accents_apostrophes_and_hyphens_make_no_difference() -> None:
    assert tokens("Café") == ["cafe"]
    assert tokens("foto’s, foto's") == ["fotos", "fotos"]
    assert tokens("ID-kaart") == ["id", "kaart", "idkaart"]


# --- Against the words of the products -----

RIETWAARD_WOORDEN = """
    paspoort adres adreswijziging verhuizing afvalcontainer lantaarn lantaarnpaal rijbewijs hond grofvuil
    vergunning parkeervergunning kapot bezwaar identiteitskaart
"""
RIETWAARD = Woordenschat(dict.fromkeys(tokens(RIETWAARD_WOORDEN), 1), "nl")


def found(question: str, **options: bool) -> set[str]:
    """All words of products that the question leads to."""
    return {word for begrip in expand(question, RIETWAARD, **options).begrippen for word in begrip.antwoorden}


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("pas", "paspoort"),
        ("verhuisd", "verhuizing"),
        ("ik ga verhuizen", "adres"),
        ("container", "afvalcontainer"),
        ("containers", "afvalcontainer"),
        ("straatlantaarn", "lantaarn"),
        ("lantaarnpalen", "lantaarnpaal"),
        ("rij bewijs", "rijbewijs"),
        ("grof vuil", "grofvuil"),
        ("parkeer", "parkeervergunning"),
        ("hondje", "hond"),
        ("niet eens", "bezwaar"),
        ("id", "identiteitskaart"),
    ],
)
def test_everyday_words_lead_to_those_of_a_product(question: str, word: str) -> None:
    assert word in found(question)
    assert not expand(question, RIETWAARD).verbeterd


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("pasport", "paspoort"),
        ("paspport", "paspoort"),
        ("rijbweijs", "rijbewijs"),
        ("parkeervergunnig", "parkeervergunning"),
        ("adreswijzeging", "adreswijziging"),
    ],
)
def test_a_mistake_is_read_as_the_nearest_word(typed: str, read: str) -> None:
    assert expand(typed, RIETWAARD).verbeterd == {typed: read}
    assert read in found(typed)
    assert read not in found(typed, letterlijk=True)


@pytest.mark.parametrize("question", ["zwembad", "1234", "hand", "xyz", "hondt123", "de", ""])
def test_what_is_no_mistake_stays_as_it_is(question: str) -> None:
    assert expand(question, RIETWAARD).verbeterd == {}


def test_a_verb_form_is_no_end_of_another_word() -> None:
    woorden = Woordenschat({"aanslag": 1, "winkelstraat": 1}, "nl")
    assert answers("geslaagd", woorden) == {}
    assert "winkelstraat" in answers("straten", woorden)


def test_words_that_say_nothing_are_left_out_unless_there_are_no_others() -> None:
    assert expand("ik wil graag een hond", RIETWAARD).woorden == ("hond",)
    assert expand("hoe is het", RIETWAARD).woorden == ("hoe", "is", "het")


@given(st.text(max_size=300))
def test_a_question_is_few_words_whatever_it_was(question: str) -> None:
    asked = expand(question, RIETWAARD)
    assert len(asked.woorden) <= MAX_WOORDEN
    assert all(word in RIETWAARD for begrip in asked.begrippen for word in begrip.antwoorden)
    assert all(0 < value <= 1 for begrip in asked.begrippen for value in begrip.antwoorden.values())
    assert set(asked.verbeterd.values()) <= set(RIETWAARD.aantallen) | single_words("nl")


@given(st.sampled_from(sorted(RIETWAARD.aantallen)), st.data())
def test_one_swap_in_a_long_word_is_mended_to_that_word(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 2))
    typed = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if len(word) > 6 and typed != word:
        assert word in found(typed)


SHORT = st.text(alphabet="abc", max_size=6)


@given(SHORT, SHORT, SHORT)
def test_distance_is_a_distance(one: str, other: str, third: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))


def test_every_line_of_the_general_list_says_something_for_something() -> None:
    for lines in ALGEMEEN.values():
        for line in filter(str.strip, lines.splitlines()):
            said, colon, meant = line.partition(":")
            assert colon, line
            assert tokens(said), line
            assert tokens(meant), line
