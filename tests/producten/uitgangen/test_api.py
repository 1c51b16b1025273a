"""The JSON API: reading, paging, errors as problem+json, a version on every answer."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from eloket.producten.models import ProductVerwant
from eloket.producten.services import ProductInvoer, import_upl, republish, translate_page
from tests.producten.factories import UPL_KOP, Catalogus, make_complete, make_product

UPN = "http://standaarden.overheid.nl/owms/terms/paspoort"


@pytest.mark.kern
def test_a_product_is_one_record(client: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus, bezwaar='<p><a href="/contact/">Schrijf ons</a><script>x</script></p>')
    page.vragen = [("vraag", {"vraag": "Mag mijn kind mee?", "antwoord": "<p>Ja.</p>"})]
    page.verwante_producten = [ProductVerwant(product=make_product(catalogus, "rijbewijs"))]
    republish(page)
    response = client.get("/api/v1/producten/paspoort")
    product = response.json()
    assert response["API-Version"] == "1.0.0"
    assert product["titel"] == "Paspoort"
    assert product["url"] == "http://localhost:8000/producten/paspoort/"
    assert [thema["slug"] for thema in product["themas"]] == ["verhuizen"]
    assert product["synoniemen"] == ["reisdocument", "pas"]
    assert product["termijn"]["aantal"] == 5
    assert product["kosten"]["kort"] == "€ 86,85"
    (tarief,) = product["kosten"]["tarieven"]
    assert (tarief["code"], tarief["bedrag"], tarief["vanaf"]) == ("paspoort", "86.85", "2026-01-01")
    assert [(each["kanaal"], each["teRegelen"]) for each in product["kanalen"]] == [
        ("persoonlijk", True),
        ("telefoon", False),
    ]
    assert product["vragen"] == [
        {"vraag": "Mag mijn kind mee?", "antwoord": "<p>Ja.</p>", "anker": "vraag-1"}
    ]
    assert [each["titel"] for each in product["verwant"]] == ["Rijbewijs"]
    assert product["bezwaar"] == '<p><a href="http://localhost:8000/contact/">Schrijf ons</a></p>'
    assert not response.cookies


def test_a_list_goes_by_pages(client: Client, catalogus: Catalogus) -> None:
    for slug in ("a", "b", "c"):
        make_product(catalogus, slug)
    response = client.get("/api/v1/producten?perPagina=2&doelgroep=burger")
    first = response.json()
    assert [product["slug"] for product in first["producten"]] == ["a", "b"]
    assert (first["totaal"], first["vorige"]) == (3, None)
    assert f'<{first["volgende"]}>; rel="next"' in response["Link"]
    assert 'rel="prev"' not in response["Link"]
    second = client.get(first["volgende"].removeprefix("http://localhost:8000")).json()
    assert [product["slug"] for product in second["producten"]] == ["c"]
    assert second["volgende"] is None
    assert "pagina=1" in second["vorige"]
    assert "doelgroep=burger" in second["vorige"]
    beyond = client.get("/api/v1/producten?pagina=99&perPagina=2").json()
    assert beyond["producten"] == []
    assert "pagina=2" in beyond["vorige"]


def test_a_list_can_be_narrowed(client: Client, catalogus: Catalogus) -> None:
    import_upl(iter([UPL_KOP, f"paspoort,{UPN},X,X\n"]))  # type: ignore[arg-type]
    make_product(catalogus, "paspoort", invoer=ProductInvoer(upns=[UPN]))
    make_product(catalogus, "horeca", doelgroep="ondernemer")
    make_product(catalogus, "verhuizen", doelgroep="beide", invoer=ProductInvoer(themas=[catalogus.thema]))
    for query, slugs in {
        f"upn={UPN}": ["paspoort"],
        "upn=onbekend": [],
        "doelgroep=ondernemer": ["horeca", "verhuizen"],
        "thema=verhuizen": ["verhuizen"],
        "thema=verhuizen&doelgroep=burger": ["verhuizen"],
        "thema=onbekend": [],
    }.items():
        found = client.get(f"/api/v1/producten?{query}").json()
        assert [product["slug"] for product in found["producten"]] == slugs, query
        assert found["totaal"] == len(slugs)
    catalogus.thema.unpublish()
    assert client.get("/api/v1/producten?thema=verhuizen").json()["totaal"] == 0


def test_each_language_has_its_own_words(client: Client, catalogus: Catalogus) -> None:
    translate_page(make_complete(catalogus), "en", {"title": "Passport"})
    response = client.get("/api/v1/producten/paspoort?taal=en")
    assert response.json()["titel"] == "Passport"
    assert response["Content-Language"] == "en"
    assert client.get("/api/v1/producten?taal=en").json()["totaal"] == 1


def test_an_error_is_a_problem_in_plain_words(client: Client, catalogus: Catalogus) -> None:
    wrong = {
        "/api/v1/producten/bestaat-niet": 404,
        "/api/v1/producten/x%00y": 404,
        "/api/v1/producten/": 404,
        "/api/v1/bestaat-niet": 404,
        "/api/v1/sdg/producten/geen-uuid": 400,
        "/api/v1/producten?pagina=0": 400,
        "/api/v1/producten?pagina=x": 400,
        "/api/v1/producten?perPagina=101": 400,
        "/api/v1/producten?taal=fr": 400,
        "/api/v1/producten/paspoort?taal=fr": 400,
        "/api/v1/sdg/producten?sdg=nee": 400,
    }
    for url, status in wrong.items():
        response = client.get(url)
        assert response.status_code == response.json()["status"] == status, url
        assert response["Content-Type"] == "application/problem+json"
        assert response["API-Version"] == "1.0.0"
        assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_writing_is_refused(client: Client, catalogus: Catalogus, method: str) -> None:
    for url in ("/api/v1/", "/api/v1/producten", "/api/v1/producten/paspoort", "/api/v1/openapi.json"):
        response = getattr(client, method)(url)
        assert response.status_code == response.json()["status"] == 405, url
        assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_a_page_of_anybody_may_read_it(client: Client, catalogus: Catalogus) -> None:
    before = client.options("/api/v1/producten", headers={"Origin": "https://app.example"})
    assert (before.status_code, before.content) == (204, b"")
    assert before["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert client.get("/api/v1/producten")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/")


def test_who_asks_again_hears_not_changed(
    client: Client, bewaard: Catalogus, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page = make_complete(bewaard)
    for url in ("/api/v1/producten", "/api/v1/producten/paspoort", "/api/v1/sdg/producten"):
        mark = client.get(url)["ETag"]
        assert client.head(url)["ETag"] == mark
        with django_assert_num_queries(0):
            again = client.get(url, headers={"If-None-Match": mark})
        assert again.status_code == 304
        assert again["API-Version"] == "1.0.0"
    mark = client.get("/api/v1/producten")["ETag"]
    page.title = "Reisdocument"
    republish(page)
    assert client.get("/api/v1/producten", headers={"If-None-Match": mark}).status_code == 200


def test_the_api_leads_to_what_there_is(client: Client, catalogus: Catalogus) -> None:
    for url in client.get("/api/v1/").json().values():
        assert client.get(url.removeprefix("http://localhost:8000")).status_code == 200, url
