"""A club without eHerkenning on a phone, and somebody who asks for somebody else."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.bezoeker import AXE, Bezoeker
from tests.browser.conftest import PHONE
from tests.browser.test_code import PUBLISH
from tests.browser.test_verhuizing import wait_for_mail
from tests.components import Loket
from tests.formulieren.factories import definitie
from tests.tooling.commando import ROOT, clean_environment

EMAIL = "tess@rietwaard.example"
KVK = {"soort": "kvk", "sleutel": "nummer", "label": {"nl": "KvK-nummer van uw vereniging"}}


@pytest.fixture(scope="module")
def forms(loket: Loket) -> None:
    """One for a club, and one for residents and people from abroad, on the running counter."""
    club = definitie(slug="voor-een-club", niveau=6)
    club["stappen"][1]["velden"].append(KVK)
    login = definitie(slug="met-elke-login", niveau=20, middelen=["digid", "eherkenning", "eidas"])
    env = clean_environment(
        ELOKET_DATA=str(loket.data),
        PORT=str(urlsplit(loket.url).port),
        ELOKET_DEMO="1",
        DJANGO_SETTINGS_MODULE="eloket.settings",
    )
    for content in (club, login):
        command = [sys.executable, "-c", PUBLISH]
        subprocess.run(command, input=json.dumps(content), text=True, env=env, cwd=ROOT, check=True)


def fill_day(visitor: Bezoeker) -> None:
    for name, value in (("Dag", "1"), ("Maand", "2"), ("Jaar", "2027")):
        visitor.page.get_by_label(name, exact=True).fill(value)


def send(visitor: Bezoeker) -> str:
    """From the summary to the receipt; the number on it."""
    expect(visitor.page.locator("h1")).to_have_text("Controleer uw antwoorden")
    visitor.look()
    visitor.page.get_by_label("Ik heb alles naar waarheid ingevuld.").check()
    visitor.press("Versturen")
    expect(visitor.page.locator("h1")).to_have_text("Wij hebben uw aanvraag ontvangen")
    visitor.look()
    return visitor.page.locator("dd strong").inner_text()


def test_tess_asks_for_her_club_and_kees_checks(bezoek: Callable[..., Bezoeker], forms: None) -> None:
    tess = bezoek(width=PHONE, js=False, path="/formulieren/voor-een-club/beginnen/")
    tess.page.get_by_label("Wat is uw naam?").fill("Tess Kuiper")
    tess.press("Volgende stap")
    fill_day(tess)
    tess.page.get_by_label("E-mailadres").fill(EMAIL)
    tess.page.get_by_label(KVK["label"]["nl"]).fill("12345678")
    tess.press("Volgende stap")
    tess.look()  # nobody has that number
    tess.page.get_by_label(KVK["label"]["nl"]).fill("90012345")
    tess.press("Volgende stap")
    code = re.search(r"^\s*(\d{6})\s*$", wait_for_mail(bezoek(js=False), EMAIL, "De code werkt"), re.M)
    assert code
    tess.page.get_by_label("Code uit de e-mail").fill(code[1])
    tess.press("Volgende stap")
    expect(tess.main).to_contain_text("Scouting Rietwaard, KvK-nummer 90012345")
    number = send(tess)

    kees = bezoek(path=f"/beheer/zaken/{number}/")
    kees.log_in("Kees Jansen", middel="Inloggen")
    expect(kees.main).to_contain_text("Scouting Rietwaard: vereniging of stichting zonder eHerkenning")
    kees.page.wait_for_load_state("networkidle")
    found = Axe().run(kees.page, context="main", options=AXE).response["violations"]
    assert [each["id"] for each in found] == []
    kees.page.get_by_role("button", name="Het klopt", exact=True).click()
    expect(kees.main).to_contain_text("gecontroleerd, klopt, door Kees Jansen")


def test_hanna_asks_for_fatima(bezoek: Callable[..., Bezoeker], forms: None) -> None:
    hanna = bezoek(path="/formulieren/met-elke-login/beginnen/")
    hanna.look()  # three ways to log in
    hanna.log_in("Hanna Smit")
    expect(hanna.page.get_by_label("Uw sessie")).to_contain_text("Hanna Smit, voor Fatima El Amrani")
    hanna.page.get_by_label("Wat is uw naam?").fill("Fatima El Amrani")
    hanna.press("Volgende stap")
    fill_day(hanna)
    hanna.press("Volgende stap")
    expect(hanna.main).to_contain_text("Hanna Smit, bewindvoerder")
    send(hanna)
