"""Kees handles a zaak from the question for a drawing up to closing it, in the back office."""

import subprocess
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.bezoeker import AXE, Bezoeker
from tests.browser.conftest import DESK
from tests.components import Loket
from tests.tooling.commando import ROOT, clean_environment

#: A zaak of nobody in the demo, so that no list of a demo person changes.
OPEN_ZAAK = """
import django
django.setup()
from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.zaken.services import NieuweZaak, create_zaak, mint_identificatie
now = klok.now()
number = mint_identificatie(now=now)
create_zaak(
    NieuweZaak(
        identificatie=number,
        zaaktype="evenementenvergunning",
        omschrijving="Buurtfeest",
        startdatum=klok.today(),
        belanghebbende=Bsn("999990408"),
    ),
    now=now,
)
print(number)
"""


@pytest.fixture
def number(loket: Loket) -> str:
    env = clean_environment(
        ELOKET_DATA=str(loket.data),
        PORT=str(urlsplit(loket.url).port),
        ELOKET_DEMO="1",
        DJANGO_SETTINGS_MODULE="eloket.settings",
    )
    command = [sys.executable, "-c", OPEN_ZAAK]
    done = subprocess.run(command, text=True, env=env, cwd=ROOT, check=True, capture_output=True)
    return done.stdout.split()[-1]


def look(visitor: Bezoeker) -> None:
    """Our part of the screen: readable for everybody, and not wider than it."""
    visitor.page.wait_for_load_state("load")
    found = Axe().run(visitor.page, context=".nice-padding", options=AXE).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_kees_asks_decides_makes_known_and_closes(bezoek: Callable[..., Bezoeker], number: str) -> None:
    kees = bezoek(width=DESK, path=f"/beheer/zaken/{number}/")
    kees.log_in("Kees Jansen", middel="Inloggen")
    look(kees)

    kees.press("Vraag om meer informatie")
    kees.page.get_by_label("Wat vraagt u?").fill("Stuur een tekening met de nooduitgangen.")
    expect(kees.main.get_by_role("region", name="Dit ziet de inwoner")).to_contain_text(
        "Stuur een tekening met de nooduitgangen."
    )
    look(kees)
    kees.press("Stuur de vraag")
    expect(kees.main).to_contain_text("U wacht op antwoord van de inwoner")
    look(kees)

    kees.press("Laat de klok weer lopen")
    kees.press("Laat de klok lopen")
    kees.press("Neem een besluit")
    kees.page.get_by_label("Wat besluit u, en waarom?").fill("U mag het feest houden. Het is veilig.")
    look(kees)
    kees.press("Leg het besluit vast")
    expect(kees.main).to_contain_text("Nog niet bekendgemaakt")
    kees.press("Maak het besluit bekend")
    expect(kees.main).to_contain_text("Bezwaar maken kan tot en met")
    look(kees)
    kees.press("Maak bekend")
    expect(kees.main).to_contain_text("Bekendgemaakt op")

    kees.page.get_by_label("Afgehandeld").check()
    kees.page.get_by_label("Resultaat", exact=False).select_option("Verleend")
    kees.press("Zet status")
    expect(kees.main).to_contain_text("Deze zaak is gesloten")
    expect(kees.main).to_contain_text("vernietigen, op")
    look(kees)
