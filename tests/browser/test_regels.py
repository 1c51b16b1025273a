"""A form that asks only what is needed: with a script, without one, and where it ends early."""

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_redacteur import publish
from tests.components import Loket, clean_environment
from tests.formulieren.regels.maken import als, keuze, regel, stap, stop, veld

Bezoek = Callable[..., Bezoeker]

BOOM = {
    "schema": 2,
    "slug": "boom-kappen",
    "titel": {"nl": "Boom kappen", "en": "Cut down a tree"},
    "niveau": 0,
    "stappen": [
        stap(
            "boom",
            keuze("soort", "klein", "groot", "ziek", label={"nl": "Welke boom is het?"}),
            veld("ziekte", "tekst", label={"nl": "Welke ziekte heeft de boom?"}),
            veld("dag", "datum", label={"nl": "Wanneer wilt u kappen?"}, verplicht=False),
            veld("haast", "tekst", label={"nl": "Waarom zo snel?"}, verplicht=False),
        ),
        stap("buren", veld("eens", label={"nl": "Zijn de buren het eens?"})),
        stap("slot", veld("reden", "tekst", label={"nl": "Waarom wilt u de boom kappen?"})),
    ],
    "regels": [
        regel("toon_veld", als("soort", "is", "ziek"), doel="ziekte"),
        regel("toon_veld", als("dag", "voor", "vandaag+28"), doel="haast"),
        regel("toon_stap", als("soort", "is", "groot"), doel="buren"),
        regel("waarde", als("eens", "is", "nee"), doel="reden", waarde="De buren zijn het niet eens"),
        stop(als("soort", "is", "klein")),
    ],
}

PUBLISH = """
import json, sys, django
django.setup()
from eloket.formulieren.services import import_formulier
from eloket.lib import klok
import_formulier(json.load(sys.stdin), now=klok.now())
"""


@pytest.fixture(scope="module")
def boom(loket: Loket) -> None:
    """The form, on the running counter."""
    env = clean_environment(
        ELOKET_DATA=str(loket.data), DJANGO_SETTINGS_MODULE="eloket.settings", ELOKET_DEMO="1"
    )
    subprocess.run([sys.executable, "-c", PUBLISH], input=json.dumps(BOOM), env=env, text=True, check=True)


def begin(bezoek: Bezoek, **extra: Any) -> Bezoeker:
    noor = bezoek(**extra)
    noor.go("/formulieren/boom-kappen/beginnen/")
    return noor


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_script_shows_and_hides_at_once(bezoek: Bezoek, boom: None, width: int) -> None:
    noor = begin(bezoek, width=width)
    ziekte, haast = noor.page.get_by_label("Welke ziekte"), noor.page.get_by_label("Waarom zo snel?")
    expect(ziekte).to_be_hidden()
    noor.page.get_by_role("radio", name="Ziek").check()
    expect(ziekte).to_be_visible()
    noor.page.get_by_role("radio", name="Groot").check()
    expect(ziekte).to_be_hidden()
    for label, text in {"Dag": "1", "Maand": "2", "Jaar": "2020"}.items():
        noor.page.get_by_label(label, exact=True).fill(text)
    expect(haast).to_be_visible()
    noor.page.get_by_label("Jaar", exact=True).fill("2120")
    expect(haast).to_be_hidden()
    noor.look()
    noor.page.get_by_role("radio", name="Ziek").check()
    noor.look()
    ziekte.fill("Iepziekte")
    noor.press("Volgende stap")
    expect(noor.main).to_contain_text("Stap 2 van 3")  # seen and answered on the first page


@pytest.mark.parametrize("js", [True, False], ids=["with-javascript", "without-javascript"])
def test_noor_walks_the_whole_way(bezoek: Bezoek, boom: None, js: bool) -> None:
    noor = begin(bezoek, width=PHONE, js=js)
    noor.look()
    noor.page.get_by_role("radio", name="Ziek").check()
    noor.press("Volgende stap")
    noor.look()  # without a script: there is a question more; with one: it was not answered
    if not js:
        expect(noor.main).to_contain_text("Er is een vraag bij gekomen")
        expect(noor.page.get_by_role("radio", name="Ziek")).to_be_checked()
    else:
        expect(noor.main).to_contain_text("Welke ziekte heeft de boom? – Vul dit in.")
    noor.page.get_by_label("Welke ziekte").fill("Iepziekte")
    noor.press("Volgende stap")
    expect(noor.main).to_contain_text("Stap 2 van 3")
    noor.press("Vorige stap")
    noor.page.get_by_role("radio", name="Groot").check()
    noor.press("Volgende stap")
    expect(noor.main).to_contain_text("Stap 2 van 4")
    noor.page.get_by_role("radio", name="Nee").check()
    noor.press("Volgende stap")
    noor.look()  # an answer that the rule gave
    expect(noor.main).to_contain_text("De buren zijn het niet eens")
    noor.press("Volgende stap")
    noor.look()
    expect(noor.main).not_to_contain_text("Iepziekte")
    noor.press("Versturen")
    expect(noor.main).not_to_contain_text("Iepziekte")


@pytest.mark.parametrize("js", [True, False], ids=["with-javascript", "without-javascript"])
def test_the_form_ends_early_and_lets_noor_go_back(bezoek: Bezoek, boom: None, js: bool) -> None:
    noor = begin(bezoek, width=PHONE, js=js)
    noor.page.get_by_role("radio", name="Klein").check()
    noor.press("Volgende stap")
    assert noor.heading() == "U hoeft niets te doen"
    noor.look()
    noor.press("Terug naar uw antwoorden")
    expect(noor.page.get_by_role("radio", name="Klein")).to_be_checked()
    noor.page.get_by_role("radio", name="Groot").check()
    noor.press("Volgende stap")
    expect(noor.main).to_contain_text("Stap 2 van 4")


def test_samira_is_led_from_the_message_to_the_rule_that_is_wrong(bezoek: Bezoek, boom: None) -> None:
    samira = bezoek(path="/beheer/")
    samira.log_in("Samira Idrissi", middel="Inloggen")
    samira.go("/beheer/snippets/formulieren/formulier/?q=boom")
    samira.page.get_by_role("link", name="Boom kappen").first.click()
    samira.page.get_by_role("tab", name="Regels").click()
    answer = samira.page.locator("[name='regels-4-value-voorwaarden-0-value-antwoord']")
    expect(answer).to_have_value("klein")
    answer.fill("Middel")
    publish(samira)
    told = samira.page.locator(".messages .error")
    expect(told).to_contain_text("Regel 5 (stop met een uitleg): “Middel” is geen antwoord op")
    expect(answer).to_be_hidden()
    told.get_by_role("link").click()
    expect(answer).to_be_visible()
    # How much of a rule fits on the screen differs; the reader is brought to the right one.
    samira.page.wait_for_function(
        "name => document.activeElement.contains(document.getElementsByName(name)[0])"
        " && document.activeElement !== document.body",
        arg="regels-4-value-voorwaarden-0-value-antwoord",
    )
    expect(samira.page.locator(":focus")).to_be_in_viewport()
    answer.fill("Klein")
    publish(samira)
    expect(samira.page.locator(".messages .success")).to_be_visible()
