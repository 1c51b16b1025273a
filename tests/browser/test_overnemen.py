"""Samira brings her old catalogue along, and chooses national names while typing."""

from collections.abc import Callable
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.bezoeker import AXE, Bezoeker
from tests.browser.conftest import DESK, PHONE

TABEL = "titel;samenvatting;thema;wat\nZwerfafval melden;Ziet u afval?;Onbekend;Wij halen het op.\n;x;;\n"


def samira(bezoek: Callable[..., Bezoeker], path: str) -> Bezoeker:
    visitor = bezoek(path=path, width=DESK)
    visitor.log_in("Samira Idrissi", middel="Inloggen")
    visitor.page.wait_for_load_state("networkidle")
    return visitor


def look(visitor: Bezoeker) -> None:
    """Wide and narrow: readable for everybody, and nothing wider than the screen."""
    for width in (DESK, PHONE):
        visitor.page.set_viewport_size({"width": width, "height": 800})
        found = Axe().run(visitor.page, context="main", options=AXE).response["violations"]
        assert [(each["id"], [node["html"][:150] for node in each["nodes"]]) for each in found] == []
        assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
    visitor.page.set_viewport_size({"width": DESK, "height": 800})


def test_samira_takes_products_over_and_opens_the_draft(
    bezoek: Callable[..., Bezoeker], tmp_path: Path
) -> None:
    visitor = samira(bezoek, "/beheer/overnemen/")
    look(visitor)
    file = tmp_path / "producten.csv"
    file.write_text(TABEL)
    visitor.page.get_by_label("Bestand").set_input_files(file)
    visitor.press("Bekijk wat er gebeurt")
    expect(visitor.page.get_by_text("2 rijen: 1 nieuw")).to_be_visible()
    look(visitor)
    visitor.press("Neem over als concept")
    done = visitor.page.get_by_text("Klaar.")
    for _second in range(30):  # the worker sweeps every two seconds
        if done.is_visible():
            break
        visitor.page.wait_for_timeout(1000)
        visitor.page.reload()
    expect(done).to_be_visible()
    look(visitor)
    visitor.press("Zwerfafval melden")
    expect(visitor.page.locator("#id_title")).to_have_value("Zwerfafval melden")


def test_samira_chooses_a_national_name_while_typing(bezoek: Callable[..., Bezoeker]) -> None:
    visitor = samira(bezoek, "/beheer/pages/search/?q=paspoort&content_type=producten.productpage")
    page = visitor.page
    page.locator("main a[href$='/edit/']").first.click()
    page.get_by_role("tab", name="Vindbaar").click()
    page.get_by_role("button", name="Voeg uniforme productnaam toe").click()
    modal = page.locator(".modal-dialog")
    modal.get_by_label("Zoek een naam").fill("huism")
    expect(modal.get_by_text("afvalcontainer")).to_be_hidden()
    modal.get_by_label("verhuismelding").check()
    modal.locator("[data-multiple-choice-submit]").click()
    expect(page.get_by_role("tabpanel").get_by_text("verhuismelding")).to_be_visible()
