"""Samira chooses a national name for her product: while typing, and never a withdrawn one by accident."""

import re

import pytest
from django.test import Client

from eloket.accounts.services import Rol
from eloket.producten.services import UniformeProductnaam
from tests.accounts.helpers import login_medewerker, make_medewerker

RESULTATEN = "/beheer/snippets/choose/producten/uniformeproductnaam/results/"


@pytest.fixture
def samira(db: None) -> Client:
    client = Client()
    login_medewerker(client, make_medewerker(Rol.REDACTEUR, naam="Samira Idrissi"))
    return client


@pytest.fixture
def namen(db: None) -> None:
    for number, naam in enumerate(
        [
            "verhuismelding",
            "paspoort",
            "nooddocument paspoort",
            "aangifte vertrek buitenland",
            "brp-uittreksel",
        ]
    ):
        UniformeProductnaam.objects.create(uri=f"http://upl.example/{number}", naam=naam)
    UniformeProductnaam.objects.create(
        uri="http://upl.example/weg", naam="paspoort oud model", is_verwijderd=True
    )


def offered(client: Client, typed: str) -> list[str]:
    response = client.get(RESULTATEN, {"q": typed})
    assert response.status_code == 200
    return [
        " ".join(found.split())
        for found in re.findall(r"data-chooser-modal-choice[^>]*>([^<]+)", response.content.decode())
    ]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("paspo", "paspoort"),
        ("verhuism", "verhuismelding"),
        ("huism", "verhuismelding"),
        ("buitenl", "aangifte vertrek buitenland"),
        ("buitenland aangifte", "aangifte vertrek buitenland"),
        ("uittreksel", "brp-uittreksel"),
        ("PASPOORT", "paspoort"),
    ],
)
def test_a_name_is_found_while_typing(samira: Client, namen: None, typed: str, first: str) -> None:
    assert offered(samira, typed)[0] == first


def test_a_withdrawn_name_stands_last_and_says_so(samira: Client, namen: None) -> None:
    assert offered(samira, "paspoort") == [
        "paspoort",
        "nooddocument paspoort",
        "paspoort oud model (vervallen)",
    ]
    assert offered(samira, "")[-1] == "paspoort oud model (vervallen)"


def test_the_editor_of_a_product_chooses_several_at_once(samira: Client, namen: None) -> None:
    html = samira.get(RESULTATEN, {"q": "paspoort", "multiple": "1"}).content.decode()
    assert html.count('type="checkbox"') == 3
    assert html.index("nooddocument paspoort") < html.index("paspoort oud model (vervallen)")


@pytest.mark.parametrize("typed", ["zzz", "\0", "%", "'; DROP TABLE", "🙂" * 3000, "a " * 4000])
def test_whatever_is_typed_is_no_error(samira: Client, namen: None, typed: str) -> None:
    assert "paspoort oud model (vervallen)" not in offered(samira, typed)[:1]
