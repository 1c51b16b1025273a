"""Noor searches with her own words."""

import re
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from eloket.producten.services import translate_page
from eloket.producten.zoekwoorden import stem, words
from tests.producten.factories import Catalogus, make_complete, make_product


@pytest.fixture
def gevuld(catalogus: Catalogus) -> Catalogus:
    make_complete(catalogus, "paspoort")
    make_product(
        catalogus,
        "verhuizing-doorgeven",
        samenvatting="Geef uw nieuwe adres door.",
        synoniemen="adreswijziging\nnieuw adres",
        hoe="<p>Neem uw paspoort mee.</p>",
    )
    make_product(catalogus, "afvalcontainer", samenvatting="Een andere bak aanvragen.")
    return catalogus


def find(client: Client, question: str, *, prefix: str = "") -> list[str]:
    """The slugs in the order of the page."""
    response = client.get(f"{prefix}/zoeken/?q={quote(question)}")
    assert response.status_code == 200
    return re.findall(r'eloket-links__link" href="[^"]*/producten/([^"/]*)/"', response.content.decode())


@pytest.mark.kern
def test_the_product_comes_first(client: Client, gevuld: Catalogus) -> None:
    wanted = {
        "paspoort": "paspoort",
        "PASPOORT": "paspoort",
        "reisdocument": "paspoort",
        "paspoorten": "paspoort",
        "pasp": "paspoort",
        "ik wil mijn nieuwe adres doorgeven": "verhuizing-doorgeven",
        "verhuizen": "verhuizing-doorgeven",
        "adreswijziging": "verhuizing-doorgeven",
        "container": "afvalcontainer",
    }
    assert {question: find(client, question)[0] for question in wanted} == wanted


def test_a_word_in_the_title_counts_more_than_one_in_the_text(client: Client, gevuld: Catalogus) -> None:
    assert find(client, "paspoort") == ["paspoort", "verhuizing-doorgeven"]


def test_a_search_takes_ten_queries_at_most(
    client: Client, gevuld: Catalogus, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/zoeken/?q=niets")
    with django_assert_max_num_queries(10):
        client.get("/zoeken/?q=paspoort")


def test_the_search_page_is_kept_and_what_noor_typed_is_not(
    client: Client, bewaard: Catalogus, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_complete(bewaard)
    client.get("/zoeken/")
    with django_assert_max_num_queries(0):
        client.get("/zoeken/")
    assert not client.get("/zoeken/?q=paspoort+van+Noor").cookies
    with CaptureQueriesContext(connection) as captured:
        client.get("/zoeken/?q=paspoort+van+Noor")
    assert len(captured) > 0


def test_without_a_hit_noor_can_still_go_on(client: Client, gevuld: Catalogus) -> None:
    html = client.get("/zoeken/?q=zwembad").content.decode()
    assert "Wij vonden niets voor “zwembad”" in html
    assert 'href="tel:140999"' in html
    assert 'href="/themas/verhuizen/"' in html


def test_without_a_question_the_themes_are_there(client: Client, gevuld: Catalogus) -> None:
    html = client.get("/zoeken/").content.decode()
    assert 'href="/themas/verhuizen/"' in html
    assert "Wij vonden niets" not in html


ODD = [
    "x" * 10_000,
    "'; DROP TABLE producten_productpage; --",
    '"',
    '" OR "1"="1',
    "🎉",
    "%",
    "_",
    "\\",
    "NEAR(a b)",
    "-",
]


def test_odd_questions_get_a_page(client: Client, gevuld: Catalogus) -> None:
    for question in ODD:
        assert find(client, question) == [], question
    assert find(client, "paspoort"), "and nothing was broken"


def test_null_bytes_and_broken_utf8_get_a_page(client: Client, gevuld: Catalogus) -> None:
    for query in (
        "q=%00",
        "q=%ff%fe",
        "q=pas%00poort",
        "q=a&pagina=-1",
        "q=paspoort&pagina=99999999999999999999",
    ):
        assert client.get(f"/zoeken/?{query}").status_code == 200


def test_what_was_asked_is_shown_as_text(client: Client, gevuld: Catalogus) -> None:
    html = client.get("/zoeken/?q=" + quote("<script>alert(1)</script>")).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_a_very_long_question_is_cut_and_says_so(client: Client, gevuld: Catalogus) -> None:
    html = client.get("/zoeken/?q=" + "paspoort%20" * 500).content.decode()
    assert "erg lang" in html
    assert "/producten/paspoort/" in html


def test_eleven_hits_take_two_pages(client: Client, catalogus: Catalogus) -> None:
    for number in range(11):
        make_product(catalogus, f"vergunning-{number:02}")
    assert len(find(client, "vergunning")) == 10
    second = client.get("/zoeken/?q=vergunning&pagina=2").content.decode()
    assert "/producten/vergunning-10/" in second


def test_english_search_finds_english_pages_only(client: Client, gevuld: Catalogus) -> None:
    page = make_complete(gevuld, "rijbewijs")
    translate_page(
        page, "en", {"title": "Driving licence", "samenvatting": "Apply for a licence.", "synoniemen": ""}
    )
    assert find(client, "licence", prefix="/en") == ["rijbewijs"]
    assert find(client, "rijbewijs", prefix="/en") == []
    assert find(client, "rijbewijs") == ["rijbewijs"]


def test_drafts_are_not_found(client: Client, gevuld: Catalogus) -> None:
    make_complete(gevuld, "rijbewijs").unpublish()
    assert find(client, "rijbewijs") == []


@given(st.text(max_size=300))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_words_are_few_and_short(question: str) -> None:
    found = words(question)
    assert len(found) <= 8
    assert all(word and not word.isspace() and "\0" not in word for word in found)
    assert all(word.startswith(stem(word)) for word in found)
