"""Joris the caterer has people come by to talk about a permit: without eHerkenning, and without a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.bestanden.monsters import pdf
from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE

WAARVOOR = "Vooroverleg over een vergunning"


@pytest.mark.parametrize("js", [True, False])
def test_joris_has_three_people_talk_at_his_own_address(bezoek: Callable[..., Bezoeker], js: bool) -> None:
    """With scripts axe looks at each step; without them the same steps do the same."""
    joris = bezoek(path="/afspraken/", width=PHONE if js else DESK, js=js)
    joris.press("Voor mijn bedrijf of organisatie")
    joris.page.get_by_label(WAARVOOR, exact=True).check()
    joris.page.get_by_label(f"Aantal personen voor {WAARVOOR}").select_option("3")
    joris.press("Volgende stap")
    joris.press("Bij u op locatie")
    joris.look()
    joris.press("Bij uw bedrijf")
    joris.look()
    joris.page.locator("input[name=begin]").first.check()
    joris.press("Kies deze tijd")
    assert joris.heading() == "Uw gegevens"
    joris.look()
    joris.press("Volgende stap")
    expect(joris.page.get_by_role("alert")).to_contain_text("Vul de naam van uw bedrijf")
    joris.look()
    fill_in(joris)
    joris.press("Volgende stap")
    assert joris.heading() == "Controleer uw afspraak"
    for told in ("Bakkerij De Rietkraag", "Bakkersgang 5", "Lies Bakker", "plattegrond.pdf"):
        expect(joris.main).to_contain_text(told)
    joris.look()
    joris.press("Bevestig de afspraak")
    assert joris.heading() == "Uw afspraak staat vast"


def fill_in(joris: Bezoeker) -> None:
    """The business by its number, a drawing and somebody who comes along."""
    joris.page.get_by_label("KvK-nummer").fill("90001354")
    joris.press("Zoek naam en adres op")
    expect(joris.main).to_contain_text("Gevonden in het Handelsregister")
    expect(joris.page.get_by_label("Naam van uw bedrijf")).to_have_value("Bakkerij De Rietkraag")
    joris.look()
    contact = joris.main.get_by_label("Contactpersoon")
    contact.fill("Joris Vermeulen")
    joris.page.get_by_label("Telefoonnummer").fill("06 12345678")
    joris.page.get_by_label("Waar wilt u het over hebben?").fill("Een oven op het plein")
    plan = {"name": "plattegrond.pdf", "mimeType": "application/pdf", "buffer": pdf()}
    joris.page.locator("input[type=file]").set_input_files([plan])
    joris.press("Voeg toe")
    expect(joris.main).to_contain_text("plattegrond.pdf")
    joris.page.get_by_role("group", name="Bezoeker 1").get_by_label("Naam").fill("Lies Bakker")
    joris.press("Nog een bezoeker toevoegen")
    expect(joris.page.get_by_role("group", name="Bezoeker 2")).to_be_visible()
    expect(contact).to_have_value("Joris Vermeulen")
    joris.look()
