"""The screens that employees work in: what is ours of them is for everybody, wide and narrow.

The frame around it is Wagtail's own.
"""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.bezoeker import AXE, Bezoeker
from tests.browser.conftest import DESK, PHONE


@pytest.mark.parametrize(
    ("who", "path", "heading"),
    [
        ("Kees Jansen", "/beheer/zaken/", "Zaken"),
        ("Kees Jansen", "/beheer/zaken/ELK-DEMO-1/", "ELK-DEMO-1"),
        ("Mo Yilmaz", "/beheer/bezorging/", "Bezorging"),
        ("Mo Yilmaz", "/beheer/zaaktypen/", "Zaaktypen"),
        ("Samira Idrissi", "/beheer/waarderingen/", "Waarderingen"),
        ("Ilse Bakker", "/balie/", "Balie"),
        ("Ilse Bakker", "/balie/producten/?q=paspoort", "Producten"),
        ("Ilse Bakker", "/balie/producten/paspoort/", "Paspoort"),
    ],
)
def test_a_screen_of_an_employee_is_for_everybody(
    bezoek: Callable[..., Bezoeker], who: str, path: str, heading: str
) -> None:
    visitor = bezoek(path=path, width=DESK)
    visitor.log_in(who, middel="Inloggen")
    visitor.page.wait_for_load_state("networkidle")
    expect(visitor.page).to_have_title(re.compile(heading))
    for width in (DESK, PHONE):
        visitor.page.set_viewport_size({"width": width, "height": 800})
        found = Axe().run(visitor.page, context="main", options=AXE).response["violations"]
        assert [(each["id"], [node["html"][:150] for node in each["nodes"]]) for each in found] == []
        assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
