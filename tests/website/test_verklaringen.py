"""The statements that a government site owes its visitors, on every page and in their language."""

import json
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.translation import get_language
from wagtail.models import Locale, Site

from eloket.website import voet
from eloket.website.models import ContentPage, Instellingen
from eloket.website.services import Link, register_voetlink, save_instellingen
from tests.website.factories import make_page


def footer(client: Client, url: str = "/") -> str:
    return str(client.get(url).content.decode().split("<footer")[1])


def translate(page: ContentPage, title: str) -> ContentPage:
    english = page.copy_for_translation(Locale.objects.get(language_code="en"))
    english.title = title
    english.save_revision().publish()
    return english


@pytest.mark.kern
def test_each_visitor_gets_the_statement_in_their_own_language(client: Client, site: Site) -> None:
    page = make_page(site, "over-uw-gegevens", title="Privacy bij ons")
    english = translate(page, "Our privacy")
    english.slug = "about-your-data"
    english.save_revision().publish()
    save_instellingen(site, pagina_privacy=page)
    assert '<a href="/over-uw-gegevens/">Privacy bij ons</a>' in footer(client)
    assert '<a href="/en/about-your-data/">Our privacy</a>' in footer(client, "/en/")


def test_a_statement_without_english_says_that_it_is_dutch(client: Client, site: Site) -> None:
    save_instellingen(site, pagina_cookies=make_page(site, "cookies", title="Onze cookies"))
    assert '<a href="/cookies/" lang="nl">Onze cookies</a>' in footer(client, "/en/")


def test_a_statement_that_is_off_line_is_not_linked(client: Client, site: Site) -> None:
    page = make_page(site, "archief", title="Archief")
    save_instellingen(site, pagina_archief=page)
    page.unpublish()
    assert "/archief/" not in footer(client)
    page.delete()
    assert "/archief/" not in footer(client)


def test_status_and_date_stand_beside_the_link(client: Client, site: Site) -> None:
    page = make_page(site, "toegankelijkheid")
    save_instellingen(
        site, pagina_toegankelijkheid=page, toegankelijk_status="B", toegankelijk_op="2026-11-02"
    )
    assert "status B, 2 november 2026" in footer(client)


def test_the_statement_tells_status_date_register_and_reports(client: Client, site: Site) -> None:
    make_page(site, "toegankelijkheid", body=json.dumps([{"type": "toegankelijkheid", "value": None}]))
    assert "E: geen verklaring" in client.get("/toegankelijkheid/").content.decode()
    report = {"naam": "Onderzoek 2026", "datum": "2026-10-26", "adres": "https://rietwaard.example/rapport"}
    save_instellingen(
        site,
        toegankelijk_status="B",
        toegankelijk_op="2026-11-02",
        toegankelijk_register="https://www.toegankelijkheidsverklaring.nl/register/1",
        toegankelijk_onderzoeken=json.dumps([{"type": "onderzoek", "value": report}]),
    )
    text = client.get("/toegankelijkheid/").content.decode()
    for words in (
        "B: voldoet gedeeltelijk",
        "2 november 2026",
        'href="https://www.toegankelijkheidsverklaring.nl/register/1"',
        '<a class="nl-link" href="https://rietwaard.example/rapport">Onderzoek 2026</a> (26 oktober 2026)',
    ):
        assert words in text


def test_a_claim_without_a_day_is_refused(site: Site) -> None:
    with pytest.raises(ValidationError) as fout:
        save_instellingen(site, toegankelijk_status="A")
    assert set(fout.value.message_dict) == {"toegankelijk_op"}


def test_an_app_above_adds_a_link_in_the_language_of_the_page(
    client: Client, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voet, "_sources", [])
    for _ in range(2):
        register_voetlink(own_link)
    assert footer(client).count("/eigen/nl/") == 1
    assert "/eigen/en/" in footer(client, "/en/")


def own_link() -> Link:
    return Link("Van een ander", f"/eigen/{get_language()}/")


def test_a_site_that_was_there_keeps_its_contact_page_in_the_menu(site: Site) -> None:
    contact, privacy = make_page(site, "contact"), make_page(site, "privacy")
    make_page(site, "nieuws")
    import_module("eloket.website.migrations.0004_kies_paginas").choose(apps, None)
    own = Instellingen.objects.get()
    assert own.pagina_contact == contact
    assert own.pagina_privacy == privacy
    assert own.pagina_cookies is None
