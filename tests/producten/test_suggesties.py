"""Noor types in the box on a page and sees what she may mean."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from eloket.producten.services import translate_page
from tests.producten.factories import Catalogus, make_complete, make_product
from tests.producten.test_zoeken import ODD, publiceer

SUGGESTIES = "/zoeken/suggesties/"


def suggest(client: Client, typed: str, *, prefix: str = "") -> list[dict[str, Any]]:
    response = client.get(f"{prefix}{SUGGESTIES}", {"q": typed})
    assert response.status_code == 200
    found: list[dict[str, Any]] = response.json()["suggesties"]
    return found


def test_a_few_letters_are_enough(client: Client, catalogus: Catalogus) -> None:
    make_complete(catalogus, "paspoort")
    make_product(catalogus, "parkeervergunning")
    row = {"titel": "Paspoort", "url": "/producten/paspoort/", "soort": ""}
    assert suggest(client, "pasp") == [row]
    assert suggest(client, "nieuw pasp") == [row]
    assert suggest(client, "pasport") == [row], "also with a mistake"
    assert [found["titel"] for found in suggest(client, "vergunning")] == ["Parkeervergunning"]


def test_one_letter_and_nothing_suggest_nothing(client: Client, catalogus: Catalogus) -> None:
    make_complete(catalogus, "paspoort")
    assert suggest(client, "p") == suggest(client, "") == suggest(client, "zwembad") == []


def test_six_at_most_and_what_is_no_product_says_so(client: Client, catalogus: Catalogus) -> None:
    for number in range(8):
        make_product(catalogus, f"vergunning-{number}")
    publiceer("fietsvlonder", "Fietsvlonder")
    assert len(suggest(client, "vergunning")) == 6
    assert suggest(client, "fietsv")[0]["soort"] == "Formulier"


def test_english_pages_suggest_english(client: Client, catalogus: Catalogus) -> None:
    translate_page(make_complete(catalogus), "en", {"title": "Passport", "synoniemen": ""})
    assert suggest(client, "pass", prefix="/en") == [
        {"titel": "Passport", "url": "/en/producten/paspoort/", "soort": ""}
    ]
    assert suggest(client, "reisdocument", prefix="/en") == []


def test_drafts_are_not_suggested(client: Client, catalogus: Catalogus) -> None:
    make_complete(catalogus, "paspoort").unpublish()
    assert suggest(client, "paspoort") == []


def test_the_answer_is_for_everybody_and_asks_the_database_nothing(
    client: Client, bewaard: Catalogus
) -> None:
    make_complete(bewaard, "paspoort")
    suggest(client, "pas")
    with CaptureQueriesContext(connection) as captured:
        response = client.get(f"{SUGGESTIES}?q=paspo")
    assert not captured.captured_queries
    assert not response.cookies
    assert response["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("typed", ODD)
def test_whatever_is_typed_gets_an_answer(client: Client, catalogus: Catalogus, typed: str) -> None:
    make_complete(catalogus, "paspoort")
    assert suggest(client, typed) == []
