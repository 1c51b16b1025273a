"""Every kind of page, as an anonymous visitor sees it: readable for everybody, wide and narrow, no cookie."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE

Bezoek = Callable[..., Bezoeker]
PUBLIC = [
    "/",
    "/zoeken/?q=paspoort",
    "/zoeken/?q=pasport",
    "/zoeken/?q=vergunning&doelgroep=ondernemer",
    "/zoeken/?q=zzzz",
    "/zoeken/",
    "/producten/",
    "/producten/verhuizing-doorgeven/",
    "/themas/",
    "/levensgebeurtenissen/",
    "/contact/",
    "/en/contact/",
    "/digitaal-bereiken/",
    "/en/digitaal-bereiken/",
    "/toegankelijkheid/",
    "/cookies/",
    "/en/",
    "/en/producten/verhuizing-doorgeven/",
    "/formulieren/verhuizing-doorgeven/",
    "/en/formulieren/verhuizing-doorgeven/",
    "/formulieren/klacht/",
    "/afspraken/",
    "/afspraken/waarvoor/?voor=ondernemer",
    "/en/afspraken/tijd/?soort=paspoort&personen=2&plaats=gemeentehuis",
    "/controleer/",
    "/storingen/",
    "/demo/",
    "/bestaat-niet/",
]
# A form that posts holds a token, so it may set a cookie.
WITH_FORM = ["/inloggen/", "/inloggen/medewerker/", "/en/inloggen/"]


@pytest.mark.parametrize("path", [*PUBLIC, *WITH_FORM])
def test_a_page_is_for_everybody(bezoek: Bezoek, path: str) -> None:
    visitor = bezoek(path=path, width=PHONE)
    expect(visitor.page.locator("h1")).to_have_count(1)
    visitor.look()
    visitor.page.set_viewport_size({"width": DESK, "height": 800})
    visitor.look()
    if path in PUBLIC:
        assert visitor.cookies() == []


def test_the_first_of_each_list_is_for_everybody(bezoek: Bezoek) -> None:
    """A theme and a life event, as a visitor comes to them."""
    for index in ("/themas/", "/levensgebeurtenissen/"):
        visitor = bezoek(path=index, width=PHONE)
        visitor.main.get_by_role("link").first.click()
        visitor.look()
        assert visitor.cookies() == []


def test_a_mistake_in_a_form_is_told_to_everybody(bezoek: Bezoek) -> None:
    visitor = bezoek(path="/formulieren/klacht/", width=PHONE)
    visitor.press("Begin")
    visitor.press("Volgende stap")
    expect(visitor.page.get_by_role("alert")).to_be_visible()
    visitor.look()
    visitor.page.get_by_role("alert").get_by_role("link").first.click()
    assert visitor.page.evaluate("document.activeElement.name")
    visitor.page.set_viewport_size({"width": DESK, "height": 800})
    visitor.look()


def test_fatima_has_no_zaken_yet(bezoek: Bezoek) -> None:
    fatima = bezoek(path="/mijn-zaken/", width=PHONE)
    fatima.look()
    fatima.log_in("Fatima El Amrani")
    expect(fatima.page.locator("h1")).to_have_text("Mijn zaken")
    fatima.look()


def test_bram_sees_his_zaken_and_nobody_else_does(bezoek: Bezoek) -> None:
    bram = bezoek(path="/mijn-zaken/", width=DESK)
    bram.log_in("Bram Willemsen")
    bram.look()
    bram.main.get_by_role("link", name="Verhuizing doorgeven").first.click()
    expect(bram.main).to_contain_text("ELK-DEMO-1")
    bram.look()
    wim = bezoek(path="/mijn-zaken/", width=PHONE)
    wim.log_in("Wim Terpstra")
    answer = wim.go("/mijn-zaken/ELK-DEMO-1/")
    assert answer is not None
    assert answer.status == 404
    wim.look()


def test_the_whole_form_goes_by_keyboard(bezoek: Bezoek) -> None:
    """Only Tab, letters, space and Enter, from the first field to the receipt."""
    visitor = bezoek(path="/formulieren/klacht/", width=DESK)
    keys = visitor.page.keyboard
    tab_to(visitor, "Begin")
    keys.press("Enter")
    visitor.page.wait_for_url("**/klacht/beginnen/")
    tab_to(visitor, "onderwerp")
    keys.type("Lang gewacht aan de balie")
    tab_to(visitor, "verhaal")
    keys.type("Ik stond een uur te wachten.")
    tab_to(visitor, "Volgende stap")
    keys.press("Enter")
    visitor.page.wait_for_url("**/klacht/*/contact/")
    tab_to(visitor, "Volgende stap")
    keys.press("Enter")
    visitor.page.wait_for_url("**/controleren/")
    tab_to(visitor, "Versturen")
    keys.press("Enter")
    expect(visitor.page.locator("h1")).to_have_text("Wij hebben uw aanvraag ontvangen")


def tab_to(visitor: Bezoeker, name: str) -> None:
    """Press Tab until the control with this name or text has the focus, and see that it shows."""
    for _ in range(60):
        visitor.page.keyboard.press("Tab")
        found = visitor.page.evaluate(
            "[document.activeElement.name || '', document.activeElement.innerText || '']"
        )
        if found[0].endswith(name) or name in found[1]:
            assert visitor.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(f"no way to {name!r} by keyboard")
