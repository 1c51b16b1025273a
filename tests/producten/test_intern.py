"""What is for colleagues alone leaves the house nowhere, whatever outlet there is or comes."""

from dataclasses import fields

import pytest
from django.test import Client

from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.producten.services import (
    KanaalInvoer,
    Product,
    ProductInvoer,
    ProductPage,
    get_deskproduct,
    translate_page,
)
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.guards.toegang import EVERYBODY, NOBODY, TOEGANG
from tests.producten.factories import Catalogus, make_product
from tests.producten.test_uitgangen import OUTLETS
from tests.producten.uitgangen.ophalen import fetch

INTERN = ("zegelmemo", "zegelteam", "zegelreden", "Zegel Redacteur", "doorverwijzen")

# Every address that anybody may ask for stands in the table, so a new outlet is tried from its first day.
PUBLIC = {
    path.replace("bestaat-niet", "paspoort")
    for path, expected in TOEGANG.values()
    if expected in (EVERYBODY, NOBODY) and "{" not in path
}
ENGLISH = {"/en/producten/", "/en/producten/paspoort/", "/en/zoeken/?q=passport", "/en/themas/verhuizen/"}


@pytest.fixture
def paspoort(catalogus: Catalogus) -> ProductPage:
    """A product with everything that a resident may not read."""
    invoer = ProductInvoer(
        kanalen={"telefoon": "<p>Bel ons.</p>", "persoonlijk": "<p>Kom langs.</p>"},
        kanaal_vast={
            "telefoon": KanaalInvoer(knip="doorverwijzen", behandelaar="zegelteam"),
            "persoonlijk": KanaalInvoer(knip="aannemen", behandelaar="zegelteam"),
        },
        themas=[catalogus.thema],
    )
    page = make_product(
        catalogus,
        "paspoort",
        invoer=invoer,
        desk_memo="<p>zegelmemo</p>",
        publicatie_reden="zegelreden",
        redacteur=make_medewerker(Rol.REDACTEUR, naam="Zegel Redacteur"),
    )
    translate_page(page, "en", {"title": "Passport"})
    return page


@pytest.mark.parametrize("url", sorted({*OUTLETS, *PUBLIC, *ENGLISH}))
def test_it_is_in_no_outlet(client: Client, paspoort: ProductPage, url: str) -> None:
    seen = fetch(client, url)
    assert [word for word in INTERN if word in seen] == []


def test_a_search_for_its_words_finds_nothing(client: Client, paspoort: ProductPage) -> None:
    for word in ("zegelmemo", "zegelteam", "zegelreden", "zegel"):
        assert "/producten/paspoort/" not in fetch(client, f"/zoeken/?q={word}"), word


def test_a_colleague_gets_the_same_page_as_everybody(client: Client, paspoort: ProductPage) -> None:
    login_medewerker(client, make_medewerker(Rol.KCC))
    assert "zegelmemo" not in fetch(client, "/producten/paspoort/")


def test_the_words_are_there_to_be_found_at_the_desk(paspoort: ProductPage) -> None:
    """Or the tests above would try nothing."""
    found = get_deskproduct("paspoort", now=klok.now())
    assert found is not None
    assert "zegelmemo" in found.memo
    assert [row.value for row in found.wie_doet_wat] == [
        "Verwijs door naar zegelteam.",
        "Neem het aan. Zegelteam handelt het af.",
    ]


def test_what_outlets_are_made_from_has_no_room_for_it() -> None:
    names = {each.name for each in fields(Product)}
    assert names.isdisjoint({"desk_memo", "memo", "knip", "behandelaar", "redacteur", "publicatie_reden"})
