"""Noor says what she thinks of a page: with the keyboard and on a phone, with and without script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE

Bezoek = Callable[..., Bezoeker]
PATH = "/producten/verhuizing-doorgeven/"


@pytest.mark.parametrize(("width", "js"), [(PHONE, True), (DESK, False)])
def test_noor_says_what_she_missed(bezoek: Bezoek, width: int, js: bool) -> None:
    noor = bezoek(path=PATH, width=width, js=js)
    form = noor.page.locator("form.eloket-waardering")
    expect(form.get_by_label("Wat ging er niet goed?")).to_be_hidden()
    form.get_by_label("Nee").check()
    noor.look()
    form.get_by_label("Wat ging er niet goed?").select_option("Ik begreep de tekst niet goed")
    form.get_by_label("Wat kunnen wij beter doen?").fill(f"Wat is een adreswijziging? ({width})")
    noor.press("Verstuur uw mening")
    expect(noor.page.locator("h1")).to_have_text("Dank u wel voor uw mening")
    noor.look()
    assert noor.cookies() == []
    noor.main.get_by_role("link", name="Terug naar").click()
    expect(noor.page).to_have_url(noor.url + PATH)


def test_who_found_it_is_asked_no_reason(bezoek: Bezoek) -> None:
    noor = bezoek(path=PATH, width=DESK)
    noor.page.locator("form.eloket-waardering").get_by_label("Ja").check()
    expect(noor.page.get_by_label("Wat ging er niet goed?")).to_be_hidden()
    noor.look()
    noor.press("Verstuur uw mening")
    expect(noor.page.locator("h1")).to_have_text("Dank u wel voor uw mening")


def test_who_answers_nothing_is_told_so(bezoek: Bezoek) -> None:
    noor = bezoek(path="/en" + PATH, width=PHONE)
    noor.page.locator("form.eloket-waardering").get_by_role("button").click()
    expect(noor.page.get_by_role("alert")).to_be_visible()
    noor.look()
