"""Every outlet is made from the same record, and shows what everybody may see and nothing else."""

from collections.abc import Callable
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from eloket.lib import klok
from eloket.producten.services import ProductPage, republish, translate_page
from tests.producten.factories import Catalogus, make_complete

SC = "{http://standaarden.overheid.nl/product/terms/}"
DCTERMS = "{http://purl.org/dc/terms/}"
OVERHEID = "{http://standaarden.overheid.nl/owms/terms/}"
UPN = "http://standaarden.overheid.nl/owms/terms/paspoort"

OUTLETS = [
    "/producten/",
    "/themas/verhuizen/",
    "/levensgebeurtenissen/ik-ga-verhuizen/",
    "/zoeken/?q=paspoort",
    "/sitemap.xml",
    "/samenwerkende-catalogi.xml",
    "/api/v1/producten",
    "/api/v1/producten/paspoort",
    "/producten/paspoort/",
]


def fetch(client: Client, url: str) -> str:
    response = client.get(url)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return str(body.decode())


@pytest.mark.kern
def test_a_published_product_is_in_every_outlet(client: Client, catalogus: Catalogus) -> None:
    make_complete(catalogus, samenvatting="Reizen met zegelwoord.")
    for url in OUTLETS:
        seen = fetch(client, url)
        assert "zegelwoord" in seen or "/producten/paspoort/" in seen, url


def unpublish(page: ProductPage) -> None:
    page.unpublish()


def expire(page: ProductPage) -> None:
    page.expire_at = klok.now() - timedelta(minutes=1)
    page.save()


def close_off(page: ProductPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("hide", [unpublish, expire, close_off])
def test_what_is_hidden_is_in_no_outlet(
    client: Client, catalogus: Catalogus, hide: Callable[[ProductPage], None]
) -> None:
    page = make_complete(catalogus, samenvatting="Reizen met zegelwoord.", wat="<p>zegelwoord</p>")
    hide(page)
    for url in OUTLETS:
        seen = fetch(client, url)
        assert "zegelwoord" not in seen, url
        assert ">http://localhost:8000/producten/paspoort/<" not in seen, url


def test_a_change_is_in_every_outlet(client: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    page.title = "Paspoort of zegelpas"
    republish(page)
    for url in set(OUTLETS) - {"/sitemap.xml"}:
        assert "zegelpas" in fetch(client, url), url


def test_the_sitemap_holds_both_languages(client: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    translate_page(page, "en", {"title": "Passport"})
    urls = [
        element.text
        for element in ET.fromstring(fetch(client, "/sitemap.xml")).iter()
        if "loc" in element.tag
    ]
    assert "http://localhost:8000/" in urls
    assert "http://localhost:8000/producten/paspoort/" in urls
    assert "http://localhost:8000/en/producten/paspoort/" in urls
    assert len(urls) == len(set(urls))


def test_an_empty_catalogue_is_no_error(client: Client, db: None) -> None:
    for url in ("/sitemap.xml", "/samenwerkende-catalogi.xml", "/api/v1/producten", "/zoeken/?q=paspoort"):
        assert client.get(url).status_code == 200, url
