"""Noor looks up how she can send something to the gemeente digitally."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Site

from eloket.producten.services import KanaalInvoer, ProductInvoer, ProductPage, republish, translate_page
from eloket.website.services import save_instellingen
from tests.formulieren.factories import publish
from tests.producten.factories import Catalogus, make_product


def main(client: Client, url: str = "/digitaal-bereiken/") -> str:
    response = client.get(url)
    assert response.status_code == 200
    return str(response.content.decode().split('id="inhoud"')[1].split("<footer")[0])


def make_online(catalogus: Catalogus, slug: str, adres: str = "", **values: Any) -> ProductPage:
    invoer = ProductInvoer(
        kanalen={"elektronisch": "<p>Online.</p>"}, kanaal_vast={"elektronisch": KanaalInvoer(adres=adres)}
    )
    return make_product(catalogus, slug, invoer=invoer, **values)


@pytest.mark.kern
def test_every_kind_of_way_is_named(client: Client, catalogus: Catalogus) -> None:
    publish()
    make_product(catalogus, "met-formulier", invoer=ProductInvoer(formulieren=["fietsenstalling"]))
    make_online(catalogus, "met-mail", "zorg@rietwaard.example")
    make_online(catalogus, "met-website", "https://parkeren.example/aanvragen")
    make_online(catalogus, "met-uitleg")
    text = main(client)
    for words in (
        "/formulieren/fietsenstalling/",
        'href="mailto:zorg@rietwaard.example"',
        'href="https://parkeren.example/aanvragen"',
        "Lees hoe u het stuurt",
        'href="mailto:loket@rietwaard.example"',
        "hooguit 20 MB",
    ):
        assert words in text


def test_what_cannot_be_sent_digitally_is_not_named(client: Client, catalogus: Catalogus) -> None:
    make_product(
        catalogus, "aan-de-balie", invoer=ProductInvoer(kanalen={"persoonlijk": "<p>Kom langs.</p>"})
    )
    invoer = ProductInvoer(
        kanalen={"elektronisch": "<p>Alleen uitleg.</p>"}, niet_te_regelen=["elektronisch"]
    )
    make_product(catalogus, "alleen-uitleg", invoer=invoer)
    make_online(catalogus, "rijk", elders_naam="het Rijk", elders_url="https://rijk.example/")
    draft = make_online(catalogus, "concept")
    draft.unpublish()
    text = main(client)
    for slug in ("aan-de-balie", "alleen-uitleg", "rijk", "concept"):
        assert f"/{slug}/" not in text


def test_residents_and_businesses_each_find_their_own(client: Client, catalogus: Catalogus) -> None:
    make_online(catalogus, "terras", doelgroep="ondernemer")
    make_online(catalogus, "klacht", doelgroep="beide", identificatie="beide")
    residents, _, businesses = main(client).partition("Voor ondernemers</h2>")
    assert "/terras/" not in residents
    assert "/klacht/" in residents
    assert "U logt in met DigiD of eHerkenning." in residents
    assert "/terras/" in businesses
    assert "/klacht/" in businesses


def test_an_english_page_misses_no_product(client: Client, catalogus: Catalogus) -> None:
    translated = make_online(catalogus, "verhuizing")
    translate_page(translated, "en", {"title": "Moving"})
    make_online(catalogus, "hondenbelasting", title="Hondenbelasting")
    text = main(client, "/en/digitaal-bereiken/")
    assert 'href="/en/producten/verhuizing/"' in text
    assert ">Moving</a>" in text
    assert text.count("verhuizing") == text.count("/en/producten/verhuizing")
    assert ' lang="nl">Hondenbelasting</a>' in text


def test_the_page_is_kept_and_follows_the_matrix(client: Client, bewaard: Catalogus) -> None:
    product = make_online(bewaard, "terras", "terras@rietwaard.example")
    assert "terras@rietwaard.example" in main(client)
    product.kanalen.get().delete()
    product.refresh_from_db()
    republish(product)
    assert "terras@rietwaard.example" not in main(client)
    assert not client.get("/digitaal-bereiken/").cookies


def test_a_gemeente_without_mail_sends_nobody_to_a_wrong_address(
    client: Client, catalogus: Catalogus
) -> None:
    save_instellingen(Site.objects.get(is_default_site=True), email="", email_mb=35)
    text = main(client)
    assert "mailto:" not in text
    assert "hooguit 35 MB" in text


def test_the_footer_of_every_page_leads_there(client: Client, catalogus: Catalogus) -> None:
    assert 'href="/digitaal-bereiken/"' in client.get("/").content.decode().split("<footer")[1]
    assert 'href="/en/digitaal-bereiken/"' in client.get("/en/").content.decode().split("<footer")[1]
