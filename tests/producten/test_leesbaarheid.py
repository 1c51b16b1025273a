"""Samira sees how easy her text reads, and which sentence to mend."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eloket.producten.redactie.jargon import find_jargon, read_jargon
from eloket.producten.redactie.leesbaarheid import LANGE_ZIN, Niveau, Soort, judge_tekst
from eloket.producten.redactie.lettergrepen import count_lettergrepen
from eloket.producten.redactie.tekst import list_woorden, list_zinnen

MAKKELIJK = (
    "<p>U vraagt uw paspoort aan de balie aan. Maak eerst een afspraak.</p>"
    "<ul><li>Neem uw oude paspoort mee</li><li>Neem een foto mee</li></ul>"
    "<p>Na vijf dagen ligt het klaar. U haalt het zelf op. Bel ons als u een vraag hebt.</p>"
)
AMBTELIJK = (
    "<p>Teneinde voor verstrekking van een parkeervergunning in aanmerking te komen dient de aanvrager een "
    "aanvraagformulier in te dienen, waarna overeenkomstig de parkeerverordening en met betrekking tot de "
    "beschikbaarheid van parkeergelegenheid een belangenafweging wordt uitgevoerd.</p>"
)


@pytest.mark.parametrize(
    ("woord", "lettergrepen"),
    [
        ("een", 1),
        ("aanvraag", 2),
        ("paspoort", 2),
        ("gemeente", 3),
        ("verhuizing", 3),
        ("beëindigen", 4),
        ("coördinatie", 5),
        ("categorieën", 5),
        ("mozaïek", 3),
        ("nieuwe", 2),
        ("toeristenbelasting", 6),
        ("vrouwen", 2),
        ("mooie", 2),
        ("bv", 1),
    ],
)
def test_a_word_has_as_many_syllables_as_a_child_claps(woord: str, lettergrepen: int) -> None:
    assert count_lettergrepen(woord) == lettergrepen


def test_plain_text_is_b1_and_nothing_is_said_about_it() -> None:
    oordeel = judge_tekst(MAKKELIJK)
    assert oordeel.niveau is Niveau.B1
    assert oordeel.bevindingen == ()
    assert oordeel.zinnen == 7


def test_officialese_is_named_sentence_by_sentence() -> None:
    oordeel = judge_tekst(AMBTELIJK)
    assert oordeel.niveau is Niveau.C1
    assert {found.soort for found in oordeel.bevindingen} == set(Soort)
    hard = {found.woord: found.beter for found in oordeel.bevindingen if found.soort is Soort.JARGON}
    assert hard["teneinde"] == "om"
    assert hard["met betrekking tot"] == "over"
    [lang] = [found for found in oordeel.bevindingen if found.soort is Soort.LANG]
    assert lang.zin.startswith("Teneinde voor")
    assert lang.woorden > LANGE_ZIN


def test_too_little_text_gets_no_level() -> None:
    oordeel = judge_tekst("<p>Hondenbelastingverordening.</p>")
    assert (oordeel.niveau, oordeel.score) == (Niveau.ONBEKEND, None)
    assert judge_tekst("").woorden == 0


def test_a_price_and_an_abbreviation_do_not_end_a_sentence() -> None:
    text = "<p>Het kost € 18,30. Dat staat in art. 4 van de regels, bijv. voor Noor. Klaar!</p>"
    assert list_zinnen(text) == [
        "Het kost € 18,30.",
        "Dat staat in art. 4 van de regels, bijv. voor Noor.",
        "Klaar!",
    ]


def test_items_and_headings_are_sentences_by_themselves() -> None:
    assert list_zinnen("<h3>Nodig</h3><ul><li>een <b>foto</b></li><li>geld</li></ul>") == [
        "Nodig",
        "een foto",
        "geld",
    ]


def test_the_passive_is_seen_and_the_active_is_left_alone() -> None:
    soorten = [
        found.soort for found in judge_tekst("<p>Uw aanvraag wordt door ons behandeld.</p>").bevindingen
    ]
    assert soorten == [Soort.LIJDEND]
    assert judge_tekst("<p>Wij behandelen uw aanvraag. U wordt vader.</p>").bevindingen == ()


def test_a_hard_word_is_found_whole_and_never_inside_another() -> None:
    assert find_jargon("Reeds REEDS reedsen") == [("reeds", "al")]
    assert find_jargon("Een paspoortmutatie") == []
    assert find_jargon("met  betrekking\ntot u") == [("met  betrekking\ntot", "over")]
    assert find_jargon("reedſ, ındien en İndien") == [], "letters that look like ours"


def test_the_list_is_long_enough_and_says_something_plain() -> None:
    jargon = read_jargon()
    assert len(jargon) > 120
    assert all(word == word.lower() and plain.strip() and plain != word for word, plain in jargon.items())


# --- Whatever is pasted in -----

TEKST = st.text(max_size=400)
ZIN = st.lists(
    st.sampled_from(["u", "komt", "met", "uw", "kind", "naar", "het", "loket"]), min_size=1, max_size=30
)


@given(TEKST)
def test_no_text_is_too_strange(text: str) -> None:
    oordeel = judge_tekst(text)
    zinnen = list_zinnen(text)
    assert all(found.zin in zinnen for found in oordeel.bevindingen)
    assert oordeel.woorden == sum(len(list_woorden(zin)) for zin in zinnen)
    assert oordeel.score is None or 0 <= oordeel.score <= 100


@given(TEKST)
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    shown = "".join(list_zinnen(f"<p>{text.replace('<', '').replace('&', '')}</p>"))
    assert "".join(shown.split()) == "".join(text.replace("<", "").replace("&", "").split())


@given(ZIN)
def test_a_sentence_is_long_exactly_above_the_limit(woorden: list[str]) -> None:
    found = judge_tekst(f"<p>{' '.join(woorden).capitalize()}.</p>").bevindingen
    assert (Soort.LANG in {bevinding.soort for bevinding in found}) is (len(woorden) > LANGE_ZIN)


@given(ZIN, st.sampled_from(sorted(read_jargon())))
def test_every_word_of_the_list_is_found_in_any_sentence(woorden: list[str], jargon: str) -> None:
    found = judge_tekst(f"<p>{' '.join([*woorden, jargon])}.</p>").bevindingen
    assert jargon in {bevinding.woord for bevinding in found}


@given(st.lists(ZIN, min_size=6, max_size=12))
def test_cutting_a_text_in_shorter_sentences_never_makes_it_harder(zinnen: list[list[str]]) -> None:
    one = judge_tekst(f"<p>{' '.join(' '.join(zin) for zin in zinnen)}.</p>")
    many = judge_tekst("".join(f"<p>{' '.join(zin).capitalize()}.</p>" for zin in zinnen))
    assert one.woorden == many.woorden
    assert (many.score or 0) >= (one.score or 0)
