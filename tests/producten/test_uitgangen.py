"""Every outlet is made from the same record, and shows what everybody may see and nothing else."""

from collections.abc import Callable
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from eloket.lib import klok
from eloket.producten.models import ProductUpn
from eloket.producten.services import (
    HomeTaak,
    ProductPage,
    ProductVerwant,
    UniformeProductnaam,
    import_upl,
    republish,
    translate_page,
)
from tests.producten.factories import UPL_KOP, Catalogus, make_complete, make_product
from tests.producten.uitgangen.ophalen import fetch

UPN = "http://standaarden.overheid.nl/owms/terms/paspoort"
OUTLETS = [
    "/",
    "/producten/",
    "/themas/verhuizen/",
    "/levensgebeurtenissen/ik-ga-verhuizen/",
    "/zoeken/?q=paspoort",
    "/zoeken/suggesties/?q=paspoort",
    "/sitemap.xml",
    "/samenwerkende-catalogi.xml",
    "/api/v1/producten",
    "/api/v1/producten?thema=verhuizen",
    "/api/v1/producten/paspoort",
    "/api/v1/sdg/producten",
    "/api/v1/sdg/producten?sdg=alle",
    "/producten/paspoort/",
    "/producten/rijbewijs/",
]


def make_zegel(catalogus: Catalogus) -> ProductPage:
    """A product that stands in every outlet there is, also as a top task and beside another product."""
    import_upl(iter([UPL_KOP, f"paspoort,{UPN},X,X,,A4\n"]))  # type: ignore[arg-type]
    page = make_complete(catalogus, samenvatting="Reizen met zegelwoord.", wat="<p>zegelwoord</p>")
    page.upns = [ProductUpn(upn=UniformeProductnaam.objects.get(uri=UPN))]
    page.title = "Paspoort of zegelpas"
    republish(page)
    other = make_product(catalogus, "rijbewijs")
    other.verwante_producten = [ProductVerwant(product=page)]
    republish(other)
    catalogus.nl.home.taken = [HomeTaak(product=page)]
    republish(catalogus.nl.home)
    return page


@pytest.mark.kern
def test_a_published_product_is_in_every_outlet(client: Client, catalogus: Catalogus) -> None:
    page = make_zegel(catalogus)
    for url in [*OUTLETS, f"/api/v1/sdg/producten/{page.translation_key}"]:
        seen = fetch(client, url)
        assert "zegel" in seen or "/producten/paspoort/" in seen, url


def unpublish(page: ProductPage) -> None:
    page.unpublish()


def expire(page: ProductPage) -> None:
    page.expire_at = klok.now() - timedelta(minutes=1)
    page.save()


def close_off(page: ProductPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def close_off_all(page: ProductPage) -> None:
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")


def delete(page: ProductPage) -> None:
    page.delete()


@pytest.mark.parametrize("hide", [unpublish, expire, close_off, close_off_all, delete])
def test_what_is_hidden_is_in_no_outlet(
    client: Client, catalogus: Catalogus, hide: Callable[[ProductPage], None]
) -> None:
    page = make_zegel(catalogus)
    key = page.translation_key
    hide(page)
    for url in [*OUTLETS, f"/api/v1/sdg/producten/{key}"]:
        seen = fetch(client, url)
        assert "zegel" not in seen, url
        assert "8000/producten/paspoort/" not in seen, url
        assert 'href="/producten/paspoort/"' not in seen, url


def test_a_draft_over_a_live_product_is_in_no_outlet(client: Client, catalogus: Catalogus) -> None:
    page = make_zegel(catalogus)
    page.title = "Ontwerp"
    page.samenvatting = "ontwerpwoord"
    page.vragen = [("vraag", {"vraag": "ontwerpwoord?", "antwoord": "<p>ontwerpwoord</p>"})]
    page.save_revision()
    for url in [*OUTLETS, f"/api/v1/sdg/producten/{page.translation_key}"]:
        assert "ontwerpwoord" not in fetch(client, url), url
        assert "Ontwerp" not in fetch(client, url), url


def test_english_that_is_hidden_stays_out_while_the_dutch_is_there(
    client: Client, catalogus: Catalogus
) -> None:
    page = make_zegel(catalogus)
    english = translate_page(page, "en", {"title": "Sealed passport"})
    outlets = ["/en/producten/", "/en/producten/paspoort/", "/api/v1/producten?taal=en", "/sitemap.xml"]
    outlets += ["/api/v1/sdg/producten", f"/api/v1/sdg/producten/{page.translation_key}"]
    for url in outlets:
        seen = fetch(client, url)
        assert "Sealed" in seen or "/en/producten/paspoort/" in seen, url
    english.unpublish()
    for url in outlets:
        seen = fetch(client, url)
        assert "Sealed" not in seen, url
        assert "/en/producten/paspoort/<" not in seen, url
    (product,) = client.get("/api/v1/sdg/producten").json()["producten"]
    assert product["beschikbareTalen"] == ["nl"]


def test_a_theme_that_is_hidden_is_named_by_no_outlet(client: Client, catalogus: Catalogus) -> None:
    make_zegel(catalogus)
    catalogus.thema.title = "Zegelthema"
    republish(catalogus.thema)
    for url in ("/producten/paspoort/", "/samenwerkende-catalogi.xml", "/api/v1/producten/paspoort"):
        assert "Zegelthema" in fetch(client, url), url
    catalogus.thema.unpublish()
    for url in OUTLETS:
        assert "Zegelthema" not in fetch(client, url), url


def test_a_change_is_in_every_outlet(client: Client, catalogus: Catalogus) -> None:
    page = make_zegel(catalogus)
    page.title = "Paspoort of nieuwpas"
    republish(page)
    for url in set(OUTLETS) - {"/sitemap.xml"}:
        assert "nieuwpas" in fetch(client, url), url


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
    for url in ("/sitemap.xml", "/samenwerkende-catalogi.xml", "/api/v1/producten", "/api/v1/sdg/producten"):
        assert client.get(url).status_code == 200, url
    assert client.get("/zoeken/?q=paspoort").status_code == 200
