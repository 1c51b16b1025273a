"""Every type of field in a browser: empty, wrong and right, with and without JavaScript, wide and narrow."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE
from tests.components import Loket
from tests.formulieren.alle_velden import FOUT, GOED, alle_velden, make_sleutel, post
from tests.tooling.commando import START, clean_environment

Bezoek = Callable[..., Bezoeker]
URL = "/formulieren/alles/beginnen/"
IMPORT = """
import json, sys
from eloket.formulieren.services import import_formulier
from eloket.lib import klok
import_formulier(json.loads(sys.argv[-1]), now=klok.now())
"""


@pytest.fixture(scope="module")
def alles(loket: Loket) -> Loket:
    """The running counter with the form in it."""
    code = IMPORT.replace("sys.argv[-1]", repr(json.dumps(alle_velden())))
    env = clean_environment(ELOKET_DATA=str(loket.data), ELOKET_DEMO="1")
    subprocess.run(
        [sys.executable, "-c", START, "manage", "shell", "-c", code],
        env=env,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return loket


def type_in(noor: Bezoeker, typed: dict[str, str]) -> None:
    """By the names on the wire; choices are ticked."""
    for name, text in typed.items():
        box = noor.page.locator(f'[name="{name}"]')
        kind = box.first.get_attribute("type") or box.first.evaluate("e => e.tagName")
        if kind in ("radio", "checkbox"):
            choice = noor.page.locator(f'[name="{name}"][value="{text}"]')
            (choice if choice.count() else box).first.set_checked(text != "?")
        elif kind == "SELECT":
            if text != "?":
                box.select_option(text)
        elif kind != "hidden":
            box.fill(text)


@pytest.mark.parametrize(("js", "width"), [(True, DESK), (True, PHONE), (False, PHONE)])
def test_every_type_is_asked_explained_and_sent(alles: Loket, bezoek: Bezoek, js: bool, width: int) -> None:
    noor = bezoek(path=URL, js=js, width=width)
    noor.look()

    noor.press("Volgende stap")
    expect(noor.page.locator("h2").first).to_contain_text("nog moet aanpassen")
    noor.look()
    jump_to_every_error(noor)

    type_in(noor, post({soort: typed for soort, typed in FOUT.items() if soort != "lange_tekst"}))
    noor.press("Volgende stap")
    expect(noor.page.locator("h2").first).to_contain_text("nog moet aanpassen")
    noor.look()

    type_in(noor, post(GOED))
    noor.press("Volgende stap")
    expect(noor.page.locator("h1")).to_have_text("Controleer uw antwoorden")
    noor.look()
    expect(noor.main).to_contain_text("NL91 ABNA 0417 1643 00")
    noor.press("Versturen")
    expect(noor.page.locator("h1")).to_have_text("Wij hebben uw aanvraag ontvangen")


def jump_to_every_error(noor: Bezoeker) -> None:
    """Each line of the summary leads to a thing on the page that can be mended."""
    targets = noor.page.locator(".eloket-foutlijst a").evaluate_all("all => all.map(a => a.hash.slice(1))")
    assert len(targets) >= len(GOED)
    for target in targets:
        found = noor.page.locator(f'[id="{target}"]')
        assert found.count() == 1, target
        assert found.evaluate("e => e.matches('input, select, textarea, fieldset')"), target


@pytest.mark.parametrize("js", [True, False], ids=["with-javascript", "without-javascript"])
def test_noor_adds_and_removes_a_child(alles: Loket, bezoek: Bezoek, js: bool) -> None:
    noor = bezoek(path=URL, js=js, width=PHONE)
    type_in(noor, {"v-tekst": "Noor de Wit", "v-herhaling_0_voornaam": "Bram"})
    noor.press("Kind toevoegen")
    noor.look()
    assert noor.page.url.endswith("#id_v-herhaling_1")
    type_in(noor, {"v-herhaling_1_voornaam": "Saar"})
    noor.page.get_by_role("button", name="Verwijder Kind 1").click()
    noor.look()
    expect(noor.page.locator('[name="v-herhaling_0_voornaam"]')).to_have_value("Saar")
    expect(noor.page.locator('[name="v-herhaling_1_voornaam"]')).to_have_count(0)
    expect(noor.page.locator('[name="v-tekst"]')).to_have_value("Noor de Wit")


def test_enter_goes_on_and_removes_nothing(alles: Loket, bezoek: Bezoek) -> None:
    noor = bezoek(path=URL)
    box = noor.page.locator('[name="v-herhaling_0_voornaam"]')
    box.fill("Bram")
    box.press("Enter")
    expect(noor.page.locator("h2").first).to_contain_text("nog moet aanpassen")
    expect(noor.page.locator('[name="v-herhaling_0_voornaam"]')).to_have_value("Bram")


def test_a_date_in_one_box_is_spread(alles: Loket, bezoek: Bezoek) -> None:
    noor = bezoek(path=URL)
    noor.page.locator(f'[name="v-{make_sleutel("datum")}_dag"]').fill("1-12-2026")
    noor.press("Volgende stap")
    expect(noor.page.locator('[name="v-datum_maand"]')).to_have_value("12")
    expect(noor.page.locator('[name="v-datum_jaar"]')).to_have_value("2026")


def test_samira_opens_every_type_on_her_desk_and_publishes_again(alles: Loket, bezoek: Bezoek) -> None:
    samira = bezoek(path="/beheer/snippets/formulieren/formulier/")
    samira.log_in("Samira Idrissi", middel="Inloggen")
    samira.page.get_by_role("link", name="Alle soorten vragen").first.click()
    samira.page.get_by_role("button", name="Meer acties").last.click()
    samira.page.get_by_role("button", name="Publiceren").last.click()
    expect(samira.page.locator(".messages .success")).to_be_visible()
    samira.go(URL)
    expect(samira.main).to_contain_text("Lees dit eerst.")
    expect(samira.main.get_by_role("button", name="Kind toevoegen")).to_be_visible()
