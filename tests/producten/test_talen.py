"""The English tree has the same addresses under /en/."""

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from eloket.producten.models import HomeTaak
from eloket.producten.services import ensure_boom, republish, translate_page
from tests.producten.factories import Catalogus, make_complete, make_product


@pytest.fixture
def vertaald(catalogus: Catalogus) -> Catalogus:
    page = make_complete(catalogus)
    translate_page(catalogus.thema, "en", {"title": "Moving"})
    words = {"persoonlijk": "<p>Visit us.</p>", "telefoon": "<p>Call us.</p>"}
    translate_page(page, "en", {"title": "Passport"}, kanalen=words)
    return catalogus


def text(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return str(response.content.decode())


@pytest.mark.kern
def test_the_english_product_stands_at_the_same_address(client: Client, vertaald: Catalogus) -> None:
    html = text(client, "/en/producten/paspoort/")
    assert '<html lang="en">' in html
    assert "Passport" in html
    assert "Visit us." in html
    assert "Kom langs" not in html


def test_both_languages_point_at_each_other(client: Client, vertaald: Catalogus) -> None:
    for url in ("/producten/paspoort/", "/en/producten/paspoort/"):
        html = text(client, url)
        assert 'hreflang="en" href="http://localhost:8000/en/producten/paspoort/"' in html
        assert 'hreflang="nl" href="http://localhost:8000/producten/paspoort/"' in html


def test_an_english_product_is_under_its_english_theme(client: Client, vertaald: Catalogus) -> None:
    assert 'href="/en/themas/verhuizen/"' in text(client, "/en/producten/paspoort/")
    html = text(client, "/en/themas/verhuizen/")
    assert 'href="/en/producten/paspoort/"' in html
    assert "Passport" in html


def test_a_product_without_english_leads_to_the_english_home_which_says_so(
    client: Client, catalogus: Catalogus
) -> None:
    make_product(catalogus, "grofvuil")
    html = text(client, "/producten/grofvuil/")
    assert 'href="/en/" lang="en"' in html
    assert client.get("/en/producten/grofvuil/").status_code == 404
    assert "14 0999" in text(client, "/en/").split('id="inhoud"')[1].split("<footer")[0]
    assert "14 0999" not in text(client, "/").split('id="inhoud"')[1].split("<footer")[0]


def test_top_tasks_are_shown_in_the_language_of_the_page(client: Client, vertaald: Catalogus) -> None:
    only_dutch = make_product(vertaald, "grofvuil")
    dutch = vertaald.nl.producten.get_children().get(slug="paspoort").specific
    for boom in (vertaald.nl, vertaald.en):
        boom.home.taken = [HomeTaak(product=only_dutch, sort_order=0), HomeTaak(product=dutch, sort_order=1)]
        republish(boom.home)
    html = text(client, "/")
    assert html.index("/producten/grofvuil/") < html.index("/producten/paspoort/")
    english = text(client, "/en/")
    assert "/en/producten/paspoort/" in english
    assert "grofvuil" not in english


def test_making_the_tree_twice_changes_nothing(catalogus: Catalogus) -> None:
    catalogus.nl.themas.title = "Onderwerpen"
    republish(catalogus.nl.themas)
    again = ensure_boom("nl")
    assert again.themas.title == "Onderwerpen"
    assert again.home.pk == catalogus.nl.home.pk


def test_a_new_site_is_one_command(client: Client, db: None, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        call_command("maak_site")
    assert "staan klaar" in capsys.readouterr().out
    for url in ("/", "/en/", "/producten/", "/themas/", "/levensgebeurtenissen/"):
        assert client.get(url).status_code == 200, url
    assert Page.objects.filter(depth=2).count() == 2
