"""Noor sends a photo and a letter along with her complaint, on a telephone and on a large screen."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, expect

from tests.bestanden.monsters import SVG, pdf, photo
from tests.browser.bezoeker import Bezoeker
from tests.browser.conftest import DESK, PHONE

Bezoek = Callable[..., Bezoeker]


def file(naam: str, content: bytes) -> FilePayload:
    return {"name": naam, "mimeType": "application/octet-stream", "buffer": content}


def choose(noor: Bezoeker, naam: str, content: bytes) -> None:
    noor.page.locator("input[type=file]").set_input_files([file(naam, content)])


def add(noor: Bezoeker, naam: str, content: bytes) -> None:
    choose(noor, naam, content)
    noor.press("Voeg toe")
    noor.look()


@pytest.mark.parametrize(("js", "width"), [(True, PHONE), (False, DESK)], ids=["with-js", "without-js"])
def test_noor_adds_files_takes_one_away_and_sends_them(bezoek: Bezoek, js: bool, width: int) -> None:
    noor = bezoek(width=width, js=js)
    noor.go("/formulieren/klacht/")
    noor.press("Begin")
    noor.look()
    noor.page.get_by_label("Waar gaat uw klacht over?").fill("Losse tegel")

    add(noor, "tegel.jpg", photo())
    expect(noor.main).to_contain_text("tegel.jpg")
    expect(noor.page.get_by_label("Waar gaat uw klacht over?")).to_have_value("Losse tegel")

    add(noor, "logo.svg", SVG)
    expect(noor.main).to_contain_text("“logo.svg” kunnen wij niet aannemen")
    noor.main.get_by_role("link", name=re.compile("kunnen wij niet aannemen")).click()
    expect(noor.page.locator("input[type=file]")).to_be_focused()

    add(noor, "brief.pdf", pdf())
    noor.main.get_by_role("button", name="Verwijder tegel.jpg").click()
    expect(noor.main).not_to_contain_text("tegel.jpg")
    expect(noor.main).to_contain_text("brief.pdf")

    noor.page.get_by_label("Wat is er gebeurd?").fill("Ik struikelde.")
    choose(noor, "schoen.png", photo(soort="PNG"))
    noor.press("Volgende stap")
    noor.look()
    expect(noor.page.locator("h1")).to_have_text("Uw gegevens")
    noor.press("Volgende stap")
    noor.look()
    for naam in ("brief.pdf", "schoen.png"):
        expect(noor.main).to_contain_text(naam)
    noor.press("Versturen")
    noor.look()
    expect(noor.page.locator("h1")).to_have_text("Wij hebben uw aanvraag ontvangen")
    with noor.page.expect_download() as download:
        noor.main.get_by_role("link", name="brief.pdf").click()
    assert download.value.suggested_filename == "brief.pdf"


def test_enter_in_a_text_box_takes_no_file_away(bezoek: Bezoek) -> None:
    noor = bezoek(js=False)
    noor.go("/formulieren/klacht/")
    noor.press("Begin")
    noor.page.get_by_label("Wat is er gebeurd?").fill("Ik struikelde.")
    add(noor, "tegel.jpg", photo())
    box = noor.page.get_by_label("Waar gaat uw klacht over?")
    box.fill("Losse tegel")
    box.press("Enter")
    expect(noor.page.locator("h1")).to_have_text("Uw gegevens")


def test_with_javascript_noor_reads_sooner_that_a_file_is_too_large(bezoek: Bezoek) -> None:
    noor = bezoek(width=PHONE)
    noor.go("/formulieren/klacht/")
    noor.press("Begin")
    choose(noor, "film.pdf", b"%PDF-" + b"x" * 11 * 1024 * 1024)
    expect(noor.main).to_contain_text(re.compile(r"film\.pdf \(11,0 MB\) is te groot"))
    noor.look()
