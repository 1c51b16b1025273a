"""On paper stands what a page says, and nothing that only works on a screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.bezoeker import Bezoeker

A4 = 794  # pixels of CSS


@pytest.mark.parametrize("path", ["/", "/producten/verhuizing-doorgeven/", "/contact/"])
def test_a_page_prints_well(bezoek: Callable[..., Bezoeker], path: str) -> None:
    visitor = bezoek(path=path, width=A4)
    page = visitor.page
    menu, box = page.get_by_role("link", name="Mijn zaken"), page.locator("input[type=search]")
    expect(menu.first).to_be_visible()
    page.emulate_media(media="print")
    expect(menu.first).to_be_hidden()
    for each in box.all():
        expect(each).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text("Gemeentehuis", exact=True).last).to_be_visible()  # who wrote this
    assert page.evaluate("document.documentElement.scrollWidth") <= A4
    assert page.pdf().startswith(b"%PDF-")
