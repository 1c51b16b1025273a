"""The gemeente is late with Bram's parkeervergunning: he says so on his phone, in five pages."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import PHONE

Bezoek = Callable[..., Bezoeker]
ZAAK = "/mijn-zaken/ELK-DEMO-5/"


def test_bram_declares_the_gemeente_late(bezoek: Bezoek) -> None:
    bram = bezoek(path=ZAAK, width=PHONE, js=False)
    bram.log_in("Bram Willemsen")
    bram.press("De gemeente is te laat: dit kunt u doen")
    expect(bram.main).to_contain_text("U krijgt dus ten hoogste € 1.442.")
    bram.look()
    bram.press("Stel de gemeente in gebreke")
    expect(bram.main).to_contain_text("ELK-DEMO-5")
    bram.look()
    bram.press("Volgende stap")
    assert "Het zaaknummer is ELK-DEMO-5." in bram.page.get_by_label("De brief").input_value()
    bram.press("Volgende stap")
    bram.press("Volgende stap")
    expect(bram.page.locator("h1")).to_have_text("Controleer uw antwoorden")
    bram.look()
    bram.press("Versturen")
    expect(bram.page.locator("h1")).to_have_text("Wij hebben uw bericht ontvangen")
    expect(bram.main).to_contain_text("Parkeervergunning aanvragen (ELK-DEMO-5)")
    bram.look()


def test_the_pages_around_it_are_readable_for_everybody(bezoek: Bezoek) -> None:
    bram = bezoek(path=ZAAK, width=PHONE)
    bram.log_in("Bram Willemsen")
    bram.look()
    for path in (f"{ZAAK}te-laat/", "/formulieren/gemeente-te-laat/beginnen/?zaak=ELK-DEMO-5"):
        bram.go(path)
        bram.look()
