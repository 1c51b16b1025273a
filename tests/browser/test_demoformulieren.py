"""Every form of the demo, from its first question to the receipt: on a phone, with and without JavaScript."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

from eloket.lib import klok
from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import PHONE

Bezoek = Callable[..., Bezoeker]

# Who fills it in; nobody logs in for what anybody may send.
FORMULIEREN = {
    "verhuizing-doorgeven": "Noor de Wit",
    "uittreksel-brp": "Noor de Wit",
    "parkeervergunning": "Noor de Wit",
    "evenementenvergunning": "Joris Vermeulen",
    "melding-openbare-ruimte": "",
    "bezwaar-maken": "Noor de Wit",
    "klacht": "",
}
ANTWOORDEN = {
    "postcode": "1234 ZZ",
    "huisnummer": "12",
    "toevoeging": "",
    "straat": "Rietkraag",
    "woonplaats": "Rietwaard",
    "kenteken": "16-RSL-9",
    "van": "10:00",
    "tot": "17:30",
    "bezoekers": "400",
    "beveiligers": "4",
    "aantal": "2",
    "kvk": "90001354",
    "email": "noor@rietwaard.example",
    "telefoon": "06 12345678",
    "nummer": "06 12345678",
}
MEESTE_STAPPEN = 8


@pytest.fixture
def foto(tmp_path: Path) -> Path:
    path = tmp_path / "foto.png"
    Image.new("RGB", (40, 30), "green").save(path)
    return path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A real PDF."""
    path = tmp_path / "plan.pdf"
    Image.new("RGB", (40, 30), "white").save(path)
    return path


@pytest.mark.parametrize("js", [True, False], ids=["with-javascript", "without-javascript"])
@pytest.mark.parametrize("slug", FORMULIEREN)
def test_a_form_of_the_demo_is_sent(bezoek: Bezoek, foto: Path, plan: Path, slug: str, js: bool) -> None:
    visitor = bezoek(path=f"/formulieren/{slug}/", width=PHONE, js=js)
    visitor.press("Begin")
    if FORMULIEREN[slug]:
        middel = "eHerkenning" if FORMULIEREN[slug].startswith("Joris") else "DigiD"
        visitor.log_in(FORMULIEREN[slug], middel=f"Inloggen met {middel}")
    see_what_is_missing(visitor)
    for _ in range(MEESTE_STAPPEN):
        if "Controleer uw antwoorden" in visitor.heading():
            break
        answer_all(visitor.main, foto, plan)
        visitor.look()
        visitor.press("Volgende stap")
    expect(visitor.page.locator("h1")).to_have_text("Controleer uw antwoorden")
    visitor.look()
    for box in visitor.main.get_by_role("checkbox").all():
        box.check()
    visitor.page.wait_for_timeout(3000 if not FORMULIEREN[slug] else 0)  # nobody reads that fast
    visitor.press("Versturen")
    expect(visitor.page.locator("h1")).to_have_text("Wij hebben uw aanvraag ontvangen")
    visitor.look()
    assert re.search(r"ELK-\d{4}-\d{7}", visitor.main.inner_text())


def see_what_is_missing(visitor: Bezoeker) -> None:
    """An empty first step tells what to do; one that the BRP filled in has nothing to tell."""
    before = visitor.page.url
    visitor.press("Volgende stap")
    if visitor.page.get_by_role("alert").count():
        visitor.look()
    elif visitor.page.url != before:
        visitor.press("Vorige stap")


def answer_all(step: Locator, foto: Path, plan: Path) -> None:
    """Everything that is asked on this step, and what an answer brings."""
    for control in step.locator("form input, form textarea, form select").all():
        kind, name = control.get_attribute("type") or "", control.get_attribute("name") or ""
        if kind in ("hidden", "submit") or name == "uw_website" or not control.is_visible():
            continue
        if kind == "file":
            accept = control.get_attribute("accept") or ""
            control.set_input_files(foto if "jp" in accept else plan)
        elif kind == "radio":
            choose(step, control, name)
        elif control.evaluate("each => each.tagName") == "SELECT":
            control.select_option(index=2)
        elif kind != "checkbox" and not control.input_value():
            control.fill(text_for(name))


def choose(step: Locator, control: Locator, name: str) -> None:
    """The first answer, or no where it is yes or no."""
    if control.get_attribute("value") == "ja":
        step.locator(f"input[name='{name}'][value='nee']").check()
    elif not step.locator(f"input[name='{name}']:checked").count():
        control.check()


def text_for(name: str) -> str:
    day = klok.today() - timedelta(days=3)
    if name.startswith(("v-ingangsdatum", "v-dag")):
        day = klok.today() + timedelta(days=60)
    parts = {"dag": day.day, "maand": day.month, "jaar": day.year}
    last = re.split(r"[-_]", name)[-1]
    if last in parts and "_" in name:
        return str(parts[last])
    return ANTWOORDEN.get(last, "Een losse stoeptegel")
