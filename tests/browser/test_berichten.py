"""Noor says where she wants our messages and how, changes her mind, and takes along what we sent."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import PHONE
from tests.browser.test_verhuizing import wait_for_mail

EMAIL = "berichten-van-noor@rietwaard.example"


def test_noor_confirms_an_address_agrees_and_takes_it_back(bezoek: Callable[..., Bezoeker]) -> None:
    noor = bezoek(width=PHONE, path="/mijn-zaken/berichten/")
    noor.log_in("Noor de Wit")
    expect(noor.page.locator("h1")).to_have_text("Berichten")
    noor.look()
    noor.page.get_by_role("textbox", name="Uw e-mailadres").fill("geen adres")
    noor.press("Stuur mij een code")
    noor.look()  # in words what is wrong
    noor.page.get_by_role("textbox", name="Uw e-mailadres").fill(EMAIL)
    noor.press("Stuur mij een code")
    noor.look()
    code = re.search(r"^\s*(\d{6})\s*$", wait_for_mail(bezoek(), EMAIL, "De code werkt"), re.M)
    assert code
    noor.page.get_by_label("Code uit de e-mail").fill(code[1])
    noor.press("Bevestig dit adres")
    expect(noor.main).to_contain_text(f"Wij mailen u op: {EMAIL}")
    noor.page.get_by_label("Ik wil besluiten digitaal krijgen").check()
    noor.press("Bewaar mijn keuze")
    expect(noor.main).to_contain_text("gekozen: “Ik wil besluiten digitaal krijgen")
    noor.look()
    noor.page.get_by_label("Ik wil besluiten digitaal krijgen").uncheck()
    noor.press("Bewaar mijn keuze")
    expect(noor.main).to_contain_text("niet meer: “Ik wil besluiten digitaal krijgen")
    with noor.page.expect_download() as download:
        noor.press("als tabel (CSV)")
    assert "Zaak;Bericht;Soort" in download.value.path().read_text("utf-8-sig")
    noor.press("Haal mijn e-mailadres weg")  # as she found it: others read this demo too
    expect(noor.main).to_contain_text("Uw e-mailadres is weg")
