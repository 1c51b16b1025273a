"""Somebody holds a document and wants to know whether it is ours."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_form_is_open_to_everybody_and_sets_no_cookie(client: Client, prefix: str) -> None:
    page = client.get(f"{prefix}/controleer/")
    assert page.status_code == 200
    assert 'name="code"' in page.text
    assert not page.cookies
    assert "Cookie" not in page.headers.get("Vary", "")


def test_a_code_as_people_type_it_leads_to_its_own_address(client: Client) -> None:
    page = client.get("/controleer/", {"code": " ab12-cd34 "})
    assert (page.status_code, page.url) == (302, "/controleer/AB12CD34/")


@pytest.mark.parametrize("code", ["", "a", "x" * 41, "<script>", "../../x", "\x00"])
def test_what_cannot_be_a_code_gets_a_hint(client: Client, code: str) -> None:
    page = client.get("/controleer/", {"code": code})
    assert page.status_code == 200
    assert "Er is 1 ding dat u nog moet aanpassen" in page.text
    assert "<script>" not in page.text.split("<main")[1].split("</main>")[0]


@pytest.mark.kern
def test_an_unknown_code_is_said_plainly_with_what_to_do(client: Client) -> None:
    page = client.get("/controleer/AB12CD34/")
    assert page.status_code == 404
    for words in ("Deze code is niet van ons", "AB12CD34", "Wat kunt u doen?"):
        assert words in page.text


def test_a_code_in_the_address_is_never_markup(client: Client) -> None:
    assert "<b>" not in client.get("/controleer/%3Cb%3E/").text
