"""What the BRP knows already, in a browser: read by everybody, and by nobody whom it does not concern."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE
from tests.components import Loket
from tests.formulieren.bronnen import ADRES, GEZIN, VAST_ADRES, VAST_GEBOREN, VASTE_NAAM, stap, veld
from tests.formulieren.factories import definitie
from tests.tooling.commando import ROOT, clean_environment

Bezoek = Callable[..., Bezoeker]
PUBLISH = """
import json, sys, django
django.setup()
from eloket.formulieren.services import import_formulier
from eloket.lib import klok
import_formulier(json.load(sys.stdin), now=klok.now())
"""
FORM = definitie(
    slug="proef-met-bronnen",
    niveau=20,
    stappen=[
        stap(
            "gegevens", VASTE_NAAM, VAST_GEBOREN, VAST_ADRES, {**GEZIN, "label": {"nl": "Wie gaan er mee?"}}
        ),
        stap("post", {**ADRES, "label": {"nl": "Waar wilt u uw post?"}}, veld("tekst", "wens")),
    ],
)


@pytest.fixture(scope="module")
def formulier(loket: Loket) -> str:
    """A form of which the BRP knows nearly everything, published in the running counter."""
    env = clean_environment(
        ELOKET_DATA=str(loket.data), ELOKET_DEMO="1", DJANGO_SETTINGS_MODULE="eloket.settings"
    )
    done = subprocess.run(
        [sys.executable, "-c", PUBLISH],
        input=json.dumps(FORM),
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return "/formulieren/proef-met-bronnen/"


def begin(bezoek: Bezoek, path: str, wie: str, *, width: int, js: bool = True) -> Bezoeker:
    visitor = bezoek(path=path, width=width, js=js)
    visitor.press("Begin")
    visitor.log_in(wie)
    visitor.look()
    return visitor


def test_noor_reads_what_is_known_and_chooses_who_comes_along(bezoek: Bezoek, formulier: str) -> None:
    noor = begin(bezoek, formulier, "Noor de Wit", width=PHONE, js=False)
    expect(noor.main).to_contain_text("14 maart 1987")
    expect(noor.main).to_contain_text("Klopt dit niet? Neem dan contact met ons op.")
    noor.page.get_by_label("Sem Mulder").check()
    noor.press("Volgende stap")
    noor.look()
    expect(noor.page.get_by_label("Straat")).to_have_value("Rietkade")
    noor.page.get_by_label("Postcode").fill("zomaar iets")
    noor.press("Volgende stap")
    noor.look()  # with what is wrong
    noor.page.get_by_label("Postcode").fill("1234 AB")
    noor.fill(Wens="graag")
    noor.press("Volgende stap")
    noor.look()
    expect(noor.main).to_contain_text("Sem Mulder, geboren 3 mei 2015")
    expect(noor.main.get_by_role("link", name="Wijzig")).to_have_count(3)  # not what is fixed


def test_bram_reads_that_his_address_is_secret(bezoek: Bezoek, formulier: str) -> None:
    bram = begin(bezoek, formulier, "Bram Willemsen", width=DESK)
    expect(bram.main).to_contain_text("Dit adres is geheim.")
    expect(bram.page.get_by_label("Straat")).to_have_count(0)
