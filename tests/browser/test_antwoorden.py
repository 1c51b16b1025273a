"""Bram was asked for a drawing: at night, on his telephone and without JavaScript, he sends it."""

from collections.abc import Callable

from playwright.sync_api import FilePayload, expect

from tests.bestanden.monsters import pdf
from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE

ZAAK = "/mijn-zaken/ELK-DEMO-3/"


def test_bram_answers_and_downloads_what_he_sent(bezoek: Callable[..., Bezoeker]) -> None:
    looks = bezoek(path="/mijn-zaken/", width=DESK)
    looks.log_in("Bram Willemsen")
    looks.look()
    looks.go(ZAAK)
    looks.look()
    looks.press("Geef antwoord")
    looks.look()

    bram = bezoek(path="/mijn-zaken/", width=PHONE, js=False)
    bram.log_in("Bram Willemsen")
    bram.press("Stuur ons wat nog mist")
    bram.look()
    bram.press("Geef antwoord")
    bram.press("Versturen")
    expect(bram.page.get_by_role("alert")).to_contain_text("Typ uw antwoord, of kies een bestand.")
    words = "Hier is de plattegrond met de nooduitgangen."
    bram.page.get_by_label("Uw antwoord").fill(words)
    drawing: FilePayload = {"name": "plattegrond.pdf", "mimeType": "application/pdf", "buffer": pdf()}
    bram.page.locator("input[type=file]").set_input_files([drawing])
    bram.press("Voeg toe")
    bram.look()
    expect(bram.page.get_by_label("Uw antwoord")).to_have_value(
        "Hier is de plattegrond met de nooduitgangen."
    )
    bram.press("Versturen")
    expect(bram.main).to_contain_text("Wij hebben uw antwoord ontvangen")
    bram.look()
    with bram.page.expect_download() as download:
        bram.main.get_by_role("link", name="plattegrond.pdf").click()
    assert download.value.suggested_filename == "plattegrond.pdf"
    looks.go(ZAAK)
    looks.look()
