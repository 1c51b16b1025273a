"""The JSON API: reading, paging, errors as problem+json, a version on every answer."""

import pytest
from django.test import Client

from eloket.producten.services import translate_page
from tests.producten.factories import Catalogus, make_complete, make_product


@pytest.mark.kern
def test_a_product_is_one_record(client: Client, catalogus: Catalogus) -> None:
    make_complete(catalogus)
    response = client.get("/api/v1/producten/paspoort")
    product = response.json()
    assert response["API-Version"] == "1.0.0"
    assert product["titel"] == "Paspoort"
    assert product["url"] == "http://localhost:8000/producten/paspoort/"
    assert [thema["slug"] for thema in product["themas"]] == ["verhuizen"]
    assert product["synoniemen"] == ["reisdocument", "pas"]
    assert product["termijn"]["aantal"] == 5
    assert not response.cookies


def test_a_list_goes_by_pages(client: Client, catalogus: Catalogus) -> None:
    for slug in ("a", "b", "c"):
        make_product(catalogus, slug)
    first = client.get("/api/v1/producten?perPagina=2").json()
    assert [product["slug"] for product in first["producten"]] == ["a", "b"]
    assert (first["totaal"], first["vorige"]) == (3, None)
    second = client.get(first["volgende"].removeprefix("http://localhost:8000")).json()
    assert [product["slug"] for product in second["producten"]] == ["c"]
    assert second["volgende"] is None
    assert client.get("/api/v1/producten?pagina=99").json()["producten"] == []


def test_each_language_has_its_own_words(client: Client, catalogus: Catalogus) -> None:
    translate_page(make_complete(catalogus), "en", {"title": "Passport"})
    assert client.get("/api/v1/producten/paspoort?taal=en").json()["titel"] == "Passport"
    assert client.get("/api/v1/producten?taal=en").json()["totaal"] == 1


def test_an_error_is_a_problem_in_plain_words(client: Client, catalogus: Catalogus) -> None:
    wrong = {
        "/api/v1/producten/bestaat-niet": 404,
        "/api/v1/producten?pagina=0": 400,
        "/api/v1/producten?pagina=x": 400,
        "/api/v1/producten?perPagina=101": 400,
        "/api/v1/producten?taal=fr": 400,
        "/api/v1/producten/paspoort?taal=fr": 400,
    }
    for url, status in wrong.items():
        response = client.get(url)
        assert response.status_code == response.json()["status"] == status, url
        assert response["Content-Type"] == "application/problem+json"
        assert response["API-Version"] == "1.0.0"


def test_writing_is_refused(client: Client, catalogus: Catalogus) -> None:
    assert client.post("/api/v1/producten").status_code == 405
    assert client.delete("/api/v1/producten/paspoort").status_code == 405


def test_the_api_describes_itself(client: Client, db: None) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {"/api/v1/", "/api/v1/producten", "/api/v1/producten/{slug}"}
    root = client.get("/api/v1/")
    assert root.json()["openapi"].endswith("/api/v1/openapi.json")
