"""Noor confirms her address with a code, on the page of the step itself."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import PHONE
from tests.browser.test_verhuizing import wait_for_mail
from tests.components import Loket
from tests.formulieren.factories import definitie
from tests.tooling.commando import ROOT, clean_environment

PUBLISH = """
import json, sys, django
django.setup()
from eloket.formulieren.services import import_formulier
from eloket.lib import klok
import_formulier(json.load(sys.stdin), now=klok.now())
"""


@pytest.fixture(scope="module")
def form(loket: Loket) -> str:
    """A form that asks to confirm the address, on the running counter."""
    content = definitie(slug="met-code")
    content["stappen"][1]["velden"][1]["instellingen"] = {"bevestigen": True}
    env = clean_environment(
        ELOKET_DATA=str(loket.data),
        PORT=str(urlsplit(loket.url).port),
        ELOKET_DEMO="1",
        DJANGO_SETTINGS_MODULE="eloket.settings",
    )
    command = [sys.executable, "-c", PUBLISH]
    subprocess.run(command, input=json.dumps(content), text=True, env=env, cwd=ROOT, check=True)
    return "/formulieren/met-code/beginnen/"


@pytest.mark.parametrize("js", [True, False], ids=["with-javascript", "without-javascript"])
def test_noor_types_the_code_over(bezoek: Callable[..., Bezoeker], form: str, js: bool) -> None:
    email = f"code-{js}@rietwaard.example".lower()
    noor = bezoek(width=PHONE, js=js, path=form)
    noor.page.get_by_label("Wat is uw naam?").fill("Noor de Wit")
    noor.press("Volgende stap")
    for name, value in (("Dag", "1"), ("Maand", "2"), ("Jaar", "2027")):
        noor.page.get_by_label(name, exact=True).fill(value)
    noor.page.get_by_label("E-mailadres").fill(email)
    noor.press("Volgende stap")
    expect(noor.page.get_by_label("Code uit de e-mail")).to_be_visible()
    expect(noor.page.get_by_label("E-mailadres")).to_have_value(email)
    noor.look()
    code = re.search(r"^\s*(\d{6})\s*$", wait_for_mail(bezoek(js=js), email, "De code werkt"), re.M)
    assert code
    noor.page.get_by_label("Code uit de e-mail").fill("12")
    noor.press("Volgende stap")
    noor.look()  # in words what is wrong
    noor.page.get_by_label("Code uit de e-mail").fill(code[1])
    noor.press("Volgende stap")
    expect(noor.page.locator("h1")).to_have_text("Controleer uw antwoorden")
    noor.look()
