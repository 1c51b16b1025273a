"""Noor finds a product with her own words; Peter enters the price of 1 January and every outlet follows."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE
from tests.components import Loket, clean_environment

Bezoek = Callable[..., Bezoeker]
NIEUWJAAR = date(2028, 1, 1)  # the table of 2027 is another test's

# Asked in a process of its own, with its clock on another day.
OUTLETS = """
import json, django
django.setup()
from django.test import Client
client = Client(SERVER_NAME="localhost")
def read(path):
    answer = client.get(path)
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()
print(json.dumps({path: read(path) for path in %r}))
"""
PATHS = [
    "/producten/identiteitskaart/",
    "/en/producten/identiteitskaart/",
    "/samenwerkende-catalogi.xml",
    "/api/v1/producten/identiteitskaart",
    "/api/v1/producten/identiteitskaart?taal=en",
    "/api/v1/sdg/producten?sdg=alle&perPagina=100",
]


@pytest.mark.parametrize("js", [True, False])
def test_noor_finds_a_product_with_her_own_words(bezoek: Bezoek, js: bool) -> None:
    noor = bezoek(width=PHONE, js=js)
    noor.main.locator("input[type=search]").fill("mijn pasport is weg")
    noor.press("Zoeken")
    expect(noor.main).to_contain_text("Wij zochten op")
    noor.look()
    noor.main.get_by_role("link", name="Paspoort aanvragen").click()
    assert noor.heading() == "Paspoort aanvragen"
    expect(noor.main.locator("dl").first).to_contain_text("€ 86,85")
    expect(noor.main.locator("dl").first).to_contain_text("Binnen 5 werkdagen")
    noor.look()
    check_whether_she_may_apply(noor)
    noor.press("Maak een afspraak")
    assert noor.heading() == "Waarvoor komt u?"
    expect(noor.page.get_by_label("Paspoort aanvragen", exact=True)).to_be_checked()
    assert noor.cookies() == []


def check_whether_she_may_apply(noor: Bezoeker) -> None:
    noor.press("Bekijk het antwoord")
    expect(noor.main).to_contain_text("U hebt nog niet alle vragen beantwoord")
    noor.look()
    for group in noor.main.locator("#check fieldset").all():
        group.get_by_label("Ja", exact=True).check()
    noor.press("Bekijk het antwoord")
    expect(noor.main).to_contain_text("Ja, u kunt dit aanvragen")
    noor.look()


def test_peter_enters_the_price_of_new_year_and_every_outlet_follows(bezoek: Bezoek, loket: Loket) -> None:
    peter = bezoek(path="/beheer/", width=DESK)
    peter.log_in("Peter Hoekstra", middel="Inloggen")
    peter.go("/beheer/snippets/betalingen/tarief/?q=identiteitskaart-volwassene")
    peter.page.get_by_role("link", name="Identiteitskaart, 18 jaar of ouder").first.click()
    peter.page.locator("#id_bedragen-ADD").click()
    peter.page.locator("[name^=bedragen-][name$=-bedrag]:visible").last.fill("123.45")
    peter.page.locator("[name^=bedragen-][name$=-vanaf]:visible").last.fill(NIEUWJAAR.isoformat())
    peter.page.keyboard.press("Escape")
    peter.page.get_by_role("button", name="Opslaan").first.click()
    expect(peter.page.locator(".messages .success")).to_be_visible()

    before, after = outlets(loket, days=-1), outlets(loket, days=0)
    (old,) = re.findall(r"Meestal € (\d+,\d\d)", before[PATHS[0]])[:1]
    for path in PATHS:
        assert holds(before[path], old), path
        assert not holds(after[path], old), path
        assert holds(after[path], "123,45"), path


def holds(text: str, amount: str) -> bool:
    """Whether an outlet names this amount, as Dutch or as English and machines write it."""
    return amount in text or amount.replace(",", ".") in text


def outlets(loket: Loket, *, days: int) -> dict[str, str]:
    """What every outlet says so many days from New Year's Day."""
    shift = (NIEUWJAAR - date.today()).days + days
    env = clean_environment(
        ELOKET_DATA=str(loket.data),
        ELOKET_KLOK_VERSCHUIVING=str(shift),
        DJANGO_SETTINGS_MODULE="eloket.settings",
        ELOKET_DEMO="1",
    )
    done = subprocess.run(
        [sys.executable, "-c", OUTLETS % PATHS], env=env, capture_output=True, text=True, check=True
    )
    found: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return found
