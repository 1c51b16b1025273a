"""Noor is called away from a form without login, and goes on at another screen with the mailed link."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_verhuizing import wait_for_mail

Bezoek = Callable[..., Bezoeker]


def begin(noor: Bezoeker, *, onderwerp: str) -> None:
    noor.go("/formulieren/klacht/")
    noor.press("Begin")
    noor.page.get_by_role("textbox").first.fill(onderwerp)


@pytest.mark.parametrize("js", [True, False], ids=["with-javascript", "without-javascript"])
def test_noor_goes_on_at_another_screen(bezoek: Bezoek, js: bool) -> None:
    email = f"noor-{js}@rietwaard.example".lower()
    noor = bezoek(width=PHONE, js=js)
    begin(noor, onderwerp="Losse stoeptegel")
    noor.press("Bewaar en ga later verder")
    noor.look()
    noor.press("Stuur mij de link")
    noor.look()  # in words what is wrong
    expect(noor.main).to_contain_text("zoals naam@voorbeeld.nl")
    noor.page.get_by_label("Uw e-mailadres").fill(email)
    noor.press("Stuur mij de link")
    noor.look()
    expect(noor.main).to_contain_text(email)

    link = re.search(r"http://\S+/hervatten/", wait_for_mail(bezoek(js=js), email, "hervatten"))
    assert link
    desk = bezoek(width=DESK, js=js)
    desk.go(link[0])
    desk.look()
    assert "Losse stoeptegel" not in desk.page.content()
    desk.press("Stuur mij een code")
    desk.look()
    code = re.search(r"^\s*(\d{6})\s*$", wait_for_mail(bezoek(js=js), email, "De code werkt"), re.M)
    assert code
    desk.page.get_by_label("Code uit de e-mail").fill("12")
    desk.press("Ga verder")
    desk.look()
    desk.page.get_by_label("Code uit de e-mail").fill(code[1])
    desk.press("Ga verder")
    expect(desk.page.get_by_role("textbox").first).to_have_value("Losse stoeptegel")
    desk.look()
    desk.press("Bewaar en ga later verder")
    desk.press("Gooi dit formulier weg")
    desk.look()
    desk.press("Gooi weg")
    expect(desk.page.locator("h1")).to_have_text("Klacht over de gemeente")


@pytest.mark.parametrize("js", [True, False], ids=["with-javascript", "without-javascript"])
def test_noor_finds_her_draft_in_mijn_zaken(bezoek: Bezoek, js: bool) -> None:
    noor = bezoek(width=PHONE, js=js)
    noor.go("/formulieren/verhuizing-doorgeven/beginnen/?opnieuw=1")
    noor.log_in("Noor de Wit")
    noor.page.get_by_label("Straat").fill("Lisdodde")
    noor.press("Bewaar en ga later verder")
    noor.look()
    noor.press("Naar Mijn zaken")
    noor.look()
    noor.press("Ga verder Verhuizing doorgeven")
    expect(noor.page.get_by_label("Straat")).to_have_value("Lisdodde")
