"""The six reports on products, as Samira works with them: for everybody, narrow too, and to take along."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.bezoeker import AXE, Bezoeker
from tests.browser.conftest import DESK, PHONE

RAPPORTEN = {
    "onvolledig": "Onvolledige producten",
    "leesbaarheid": "Leesbaarheid",
    "dode-links": "Dode links",
    "vervallen-namen": "Vervallen productnamen",
    "controledatum": "Over de controledatum",
    "engels": "Ontbrekend Engels",
}


def test_samira_reads_each_report_and_takes_it_along(bezoek: Callable[..., Bezoeker]) -> None:
    samira = bezoek(path="/beheer/reports/producten/onvolledig/", width=DESK)
    samira.log_in("Samira Idrissi", middel="Inloggen")
    for naam, titel in RAPPORTEN.items():
        samira.go(f"/beheer/reports/producten/{naam}/")
        expect(samira.page).to_have_title(re.compile(titel))
        for width in (DESK, PHONE):
            look(samira, width)
        header, *_rows = take_along(samira)
        assert header[0] == "Product"
        assert header[-2:] == ["Wat", "Bewerken"]


def look(visitor: Bezoeker, width: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 800})
    found = Axe().run(visitor.page, context="main", options=AXE).response["violations"]
    assert [(each["id"], [node["html"][:150] for node in each["nodes"]]) for each in found] == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width


def take_along(visitor: Bezoeker) -> list[list[str]]:
    """The report as the CSV that a browser saves."""
    with visitor.page.expect_download() as download:
        visitor.page.evaluate("location.search = '?export=csv'")
    return list(csv.reader(Path(download.value.path()).read_text("utf-8-sig").splitlines()))
