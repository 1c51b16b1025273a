"""All components on one page, in a real browser: readable for everybody, and never wider than a phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright
from wagtail.models import Site

from eloket.website.services import Link, Rij, Stap
from tests.website.test_onderdelen import Formulier

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

GALLERY = Path(__file__).with_name("galerij.html")


def gallery() -> str:
    context: dict[str, Any] = {
        "form": Formulier({"datum_dag": "31", "datum_maand": "2", "datum_jaar": "2027"}),
        "crumbs": [Link("Home", "/"), Link("Onderdelen", "/onderdelen/")],
        "rows": [Rij("Een lang label dat over de regel loopt", "Waarde", "/wijzig/"), Rij("Leeg", "")],
        "steps": [Stap("Ontvangen", "done", "12 november"), Stap("Bezig", "current"), Stap("Klaar", "todo")],
        "tones": ["neutral", "active", "success", "warning", "error"],
        "alerts": ["info", "ok", "warning", "error"],
        "links": [Link("Verhuizing doorgeven", "/v/", "Geef uw adres door."), Link("Paspoort", "/p/")],
        "headers": ["Product", "Kosten"],
        "cells": [["Paspoort", "€ 87"], ["Spoed", "€ 145"]],
        "pages": Paginator(range(200), 10).page(5),
    }
    request = RequestFactory().get("/onderdelen/", headers={"host": "localhost"})
    return engines["django"].from_string(GALLERY.read_text()).render(context, request)


@pytest.fixture
def tab(chromium: str, site: Site) -> Iterator[Tab]:
    html = gallery()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()
        page.set_content(html)
        page.add_style_tag(path=ROOT / "static" / "dist" / "eloket.css")
        yield page
        browser.close()


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_no_component_hinders_anybody_or_leaves_the_screen(tab: Tab, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    found = Axe().run(tab).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_shows_where_it_is_on_every_stop(tab: Tab) -> None:
    tab.set_viewport_size({"width": 1280, "height": 800})
    stops = tab.locator("a[href], button:visible, input:visible, select, textarea, summary").count()
    seen = set()
    for _ in range(stops):
        tab.keyboard.press("Tab")
        shown = tab.evaluate(
            """() => {
                const e = document.activeElement, card = e.closest('.eloket-kaart');
                const outlined = box => getComputedStyle(box).outlineStyle !== 'none';
                return [e.outerHTML.slice(0, 80), outlined(e) || Boolean(card && outlined(card))];
            }"""
        )
        assert shown[1], f"geen zichtbare focus: {shown[0]}"
        seen.add(shown[0])
    assert len(seen) > 30


def test_every_target_is_big_enough_for_a_thumb(tab: Tab) -> None:
    """WCAG 2.2, 2.5.8: at least 24 px, text links inside a sentence excepted."""
    tab.set_viewport_size({"width": 360, "height": 800})
    targets = "button, input:not([type=hidden]), select, summary, nav a, .eloket-taal a"
    small = tab.locator(targets).evaluate_all(
        """found => found
            .map(e => [e, e.getBoundingClientRect()])
            .filter(([, box]) => box.width > 1 && Math.min(box.width, box.height) < 24)
            .map(([e]) => e.outerHTML.slice(0, 90))"""
    )
    assert [html for html in small if "nl-link" not in html] == []
