"""Whoever reads English gets English, and hears Dutch words as Dutch."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client
from wagtail.models import Site

from eloket.lib.tekst import Tekst, in_language
from eloket.website.services import Link, Rij, Stap, save_instellingen
from tests.website.test_onderdelen import Formulier

DUTCH = Tekst("Alleen Nederlands", "nl")
MARKED = '<span lang="nl">Alleen Nederlands</span>'


def test_words_know_when_they_are_not_in_the_language_of_the_page() -> None:
    assert in_language("Hallo", "Hello", "nl").lang == ""
    assert (in_language("Hallo", "Hello", "en"), in_language("Hallo", "Hello", "en").lang) == ("Hello", "")
    assert (in_language("Hallo", "", "en"), in_language("Hallo", "", "en").lang) == ("Hallo", "nl")
    assert in_language("", "", "en").lang == ""


@pytest.mark.parametrize(
    ("component", "context"),
    [
        ("page_heading", {"title": DUTCH, "intro": ""}),
        ("page_heading", {"title": "Title", "intro": DUTCH}),
        ("data_list", {"rows": [Rij(DUTCH, "value")]}),
        ("timeline", {"steps": [Stap(DUTCH, "todo")]}),
        ("timeline", {"steps": [Stap("Step", "done", text=DUTCH)]}),
        ("status_badge", {"label": DUTCH, "tone": "neutral"}),
        ("button_link", {"label": DUTCH, "url": "/", "variant": "primary"}),
        ("card_list", {"items": [Link(DUTCH, "/", DUTCH)], "level": 2}),
        ("link_list", {"items": [Link(DUTCH, "/", DUTCH)]}),
        ("breadcrumb", {"crumbs": [Link("Home", "/"), Link(DUTCH, "/x/")]}),
        ("table", {"caption": "Costs", "headers": ["What"], "rows": [[DUTCH]]}),
    ],
)
def test_every_component_passes_the_language_on(component: str, context: dict[str, object]) -> None:
    assert MARKED in render_to_string(f"components/{component}.html", context)


def test_a_field_passes_the_language_on() -> None:
    form = Formulier()
    for name in ("naam", "soort", "akkoord"):
        form.fields[name].label, form.fields[name].help_text = DUTCH, DUTCH
        html = render_to_string("components/form_field.html", {"field": form[name]})
        assert html.count(MARKED) == 2, name


def test_words_of_others_stay_harmless_when_marked() -> None:
    html = render_to_string("components/page_heading.html", {"title": Tekst("<b>", "nl"), "intro": ""})
    assert '<span lang="nl">&lt;b&gt;</span>' in html


def test_a_dutch_emergency_is_dutch_on_an_english_page(client: Client, site: Site) -> None:
    save_instellingen(site, nood_aan=True, nood_titel="Storing", nood_tekst="<p>Bel ons.</p>")
    page = client.get("/en/").content.decode()
    assert '<p class="eloket-alert__titel" lang="nl">Storing</p>' in page
    assert re.search(r'<div lang="nl">\s*<p[^>]*>Bel ons.</p></div>', page)
    assert 'lang="nl">Storing' not in client.get("/").content.decode()


@pytest.mark.parametrize(
    "url", ["/", "/inloggen/", "/inloggen/medewerker/", "/bestaat-niet/", "/afspraken/", "/zoeken/"]
)
def test_the_language_switch_stands_on_every_page(client: Client, site: Site, url: str) -> None:
    for prefix, code in (("", "nl"), ("/en", "en")):
        page = client.get(f"{prefix}{url}").content.decode()
        assert f'<html lang="{code}">' in page
        switch = page.split('<ul class="eloket-taal"')[1].split("</ul>")[0]
        assert re.findall(r'lang="(\w+)" hreflang="(\w+)"', switch) == [("nl", "nl"), ("en", "en")]
        assert '<span class="eloket-verborgen">English</span>' in switch


@pytest.mark.urls("tests.website.urls")
def test_a_form_without_token_can_be_read_in_english_too(site: Site) -> None:
    page = Client(enforce_csrf_checks=True).post("/t/ongemerkt/").content.decode()
    assert '<ul class="eloket-taal"' in page


def test_the_switch_keeps_what_somebody_asked(client: Client, site: Site) -> None:
    assert 'href="/en/zoeken/?q=paspoort"' in client.get("/zoeken/?q=paspoort").content.decode()
    hostile = client.get('/zoeken/?q="><script>alert(1)</script>').content.decode()
    assert "<script>alert" not in hostile
