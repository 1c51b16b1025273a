"""Noor finds out on the product page whether applying makes sense, without logging in."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from eloket.producten.models.check import build_check
from eloket.producten.services import ProductInvoer
from tests.producten.factories import Catalogus, make_product

CHECKS = [
    {"vraag": "Woont u in Rietwaard?", "goed": "ja", "uitleg": "Ga naar uw eigen gemeente."},
    {"vraag": "Hebt u een garage?", "goed": "nee", "uitleg": "Parkeer in uw garage."},
]


@pytest.fixture
def parkeren(catalogus: Catalogus) -> None:
    make_product(catalogus, "parkeren", invoer=ProductInvoer(checks=CHECKS))


def ask(client: Client, query: str) -> str:
    response = client.get(f"/producten/parkeren/{query}")
    assert response.status_code == 200
    assert not response.cookies
    return str(response.content.decode())


def test_noor_answers_and_may_apply(client: Client, parkeren: None) -> None:
    assert "Woont u in Rietwaard?" in ask(client, "")
    assert "Ja, u kunt dit aanvragen" in ask(client, "?check-1=ja&check-2=nee")


def test_noor_hears_why_not_and_that_she_may_apply_all_the_same(client: Client, parkeren: None) -> None:
    html = ask(client, "?check-1=ja&check-2=ja")
    assert "Parkeer in uw garage." in html
    assert "Ga naar uw eigen gemeente." not in html
    assert "U mag altijd een aanvraag doen." in html


def test_a_question_that_was_left_open_is_pointed_at(client: Client, parkeren: None) -> None:
    html = ask(client, "?check-1=ja")
    assert "U hebt nog niet alle vragen beantwoord" in html
    assert html.count("Kies ja of nee.") == 1
    assert 'id="check-1-ja" checked' in html


def test_nothing_filled_in_is_pointed_at_too(client: Client, parkeren: None) -> None:
    assert ask(client, "?check=1").count("Kies ja of nee.") == 2


def test_answers_are_not_kept_for_the_next_visitor(client: Client, bewaard: Catalogus) -> None:
    make_product(bewaard, "parkeren", invoer=ProductInvoer(checks=CHECKS))
    ask(client, "?check-1=nee&check-2=ja")
    assert "Waarschijnlijk kunt u dit niet aanvragen" not in ask(client, "")


def test_a_product_without_questions_has_no_check(client: Client, catalogus: Catalogus) -> None:
    make_product(catalogus, "klacht")
    assert "Kan ik dit aanvragen?" not in client.get("/producten/klacht/?check-1=ja").content.decode()


@given(st.dictionaries(st.sampled_from(["check-1", "check-2", "check-3", "x"]), st.text(max_size=20)))
def test_whatever_is_asked_the_answer_is_sure_only_when_all_is_answered(query: dict[str, str]) -> None:
    check = build_check(CHECKS, query)
    assert check is not None
    answered = all(query.get(name) in ("ja", "nee") for name in ("check-1", "check-2"))
    assert (check.kan is not None) == answered
    assert check.kan == (query.get("check-1") == "ja" and query.get("check-2") == "nee") or not answered
