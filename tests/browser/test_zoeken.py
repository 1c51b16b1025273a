"""Noor searches: with suggestions while typing, by keyboard, and without JavaScript all the same."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE

Bezoek = Callable[..., Bezoeker]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_noor_types_a_few_letters_and_goes_on_by_keyboard(bezoek: Bezoek, width: int) -> None:
    noor = bezoek(path="/contact/", width=width)
    box = noor.page.get_by_role("combobox")
    box.press_sequentially("paspo")
    expect(noor.page.get_by_role("option", name="Paspoort aanvragen")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    noor.look()
    box.press("Escape")
    expect(noor.page.get_by_role("option")).to_have_count(0)
    box.press_sequentially("o")
    expect(noor.page.get_by_role("option").first).to_be_visible()
    box.press("ArrowDown")
    expect(noor.page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    noor.page.wait_for_url("**/producten/paspoort/")
    assert noor.cookies() == []


def test_enter_without_a_choice_searches_for_what_was_typed(bezoek: Bezoek) -> None:
    noor = bezoek(path="/contact/", width=DESK)
    box = noor.page.get_by_role("combobox")
    box.press_sequentially("paspoort kwijt")
    expect(noor.page.get_by_role("option").first).to_be_visible()
    box.press("Enter")
    noor.page.wait_for_url("**/zoeken/?q=paspoort+kwijt")
    noor.main.get_by_role("link", name="Paspoort aanvragen").click()
    noor.page.wait_for_url("**/producten/paspoort/")


def test_a_click_on_a_suggestion_goes_there(bezoek: Bezoek) -> None:
    noor = bezoek(path="/en/", width=PHONE)
    noor.main.get_by_role("combobox").press_sequentially("moving")
    noor.page.get_by_role("option", name="Report a change of address").click()
    noor.page.wait_for_url("**/en/producten/verhuizing-doorgeven/")


def test_without_javascript_noor_narrows_her_hits_down(bezoek: Bezoek) -> None:
    noor = bezoek(path="/", width=PHONE, js=False)
    noor.main.get_by_role("searchbox").fill("vergunning")
    noor.main.get_by_role("searchbox").press("Enter")
    noor.main.get_by_text("Toon minder resultaten").first.click()
    noor.main.get_by_role("link", name="Inwoners").click()
    noor.page.wait_for_url("**/zoeken/?q=vergunning&doelgroep=burger")
    noor.look()
    noor.main.get_by_role("link", name="Toon alle resultaten").click()
    noor.page.wait_for_url("**/zoeken/?q=vergunning")


def test_what_was_sought_in_vain_is_told_once(bezoek: Bezoek) -> None:
    noor = bezoek(path="/zoeken/?q=vliegbrevet", width=DESK)
    noor.page.wait_for_load_state("networkidle")
    told = [url for url in noor.requests if url.endswith("/zoeken/niets-gevonden/")]
    assert len(told) == 1
    assert noor.cookies() == []
    noor.go("/zoeken/?q=paspoort")
    noor.page.wait_for_load_state("networkidle")
    assert len([url for url in noor.requests if "niets-gevonden" in url]) == 1
