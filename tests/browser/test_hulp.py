"""Ilse helps Noor with her own form, fills one in for a caller, and hands it over."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_later import begin

Bezoek = Callable[..., Bezoeker]


def at_desk(bezoek: Bezoek, *, js: bool) -> Bezoeker:
    ilse = bezoek(width=DESK, js=js, path="/balie/formulieren/")
    ilse.log_in("Ilse Bakker", middel="Inloggen")
    return ilse


@pytest.mark.parametrize("js", [True, False], ids=["with-javascript", "without-javascript"])
def test_ilse_looks_along_with_noor(bezoek: Bezoek, js: bool) -> None:
    noor = bezoek(width=PHONE, js=js)
    begin(noor, onderwerp="Losse stoeptegel")
    noor.main.locator("summary").filter(has_text="Hulp nodig?").click()
    noor.look()
    noor.press("Bewaar en ga later verder")
    noor.press("Ga nu verder")
    noor.main.locator("summary").filter(has_text="Hulp nodig?").click()
    noor.press("Laat een medewerker meekijken")
    noor.look()
    noor.press("Maak een code")
    noor.look()
    code = noor.page.locator(".eloket-code").inner_text()

    ilse = at_desk(bezoek, js=js)
    ilse.look()
    ilse.page.get_by_label("Code", exact=True).fill("AAA AAA")
    ilse.press("Open het formulier")
    ilse.look()
    ilse.page.get_by_label("Code", exact=True).fill(code)
    ilse.press("Open het formulier")
    expect(ilse.page.get_by_role("textbox").first).to_have_value("Losse stoeptegel")
    ilse.look()

    noor.press("Terug naar het formulier")
    expect(noor.main).to_contain_text("Een medewerker opende dit formulier op")
    noor.look()
    noor.press("Bekijk of stop de hulp")
    noor.press("Stop de hulp")
    ilse.page.reload()
    expect(ilse.page.locator("h1")).not_to_have_text("Waar gaat uw klacht over?")


@pytest.mark.parametrize("js", [True, False], ids=["with-javascript", "without-javascript"])
def test_ilse_begins_for_a_caller_who_finishes(bezoek: Bezoek, js: bool) -> None:
    ilse = at_desk(bezoek, js=js)
    ilse.press("Klacht over de gemeente")
    ilse.look()
    ilse.press("Begin met invullen")
    ilse.look()  # in words what is wrong
    ilse.page.get_by_label("telefoon", exact=True).check()
    ilse.press("Begin met invullen")
    ilse.look()
    ilse.page.get_by_role("textbox").first.fill("Te hard gereden")
    ilse.press("Bewaar en ga later verder")
    ilse.look()
    ilse.main.get_by_role("link", name="Klacht over de gemeente, ").first.click()
    ilse.press("Geef dit formulier over")
    ilse.look()
    ilse.press("Maak een code")
    ilse.look()
    code = ilse.page.locator(".eloket-code").inner_text()

    joris = bezoek(width=PHONE, js=js, path="/formulieren/klacht/overnemen/")
    joris.look()
    joris.page.get_by_label("Code", exact=True).fill(code)
    joris.press("Ga verder")
    expect(joris.page.get_by_role("textbox").first).to_have_value("Te hard gereden")
    joris.look()
