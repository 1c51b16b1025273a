"""The addresses that other systems link to, on the filled demo: each answers, in both languages."""

import pytest
from django.test import Client

BOTH = {
    "/": 200,
    "/zoeken/?q=verhuizing": 200,
    "/producten/verhuizing-doorgeven/": 200,
    "/themas/verhuizen-en-wonen/": 200,
    "/formulieren/verhuizing-doorgeven/": 200,
    "/mijn-zaken/": 302,
    "/afspraken/": 200,
    "/inloggen/": 200,
    "/controleer/ABCD-EFGH/": 404,  # a code that nobody issued, in plain words
    "/storingen/": 200,
}
ONE = {
    "/beheer/": 302,
    "/api/v1/": 200,
    "/balie/": 302,
    "/demo/": 200,
    "/sitemap.xml": 200,
    "/samenwerkende-catalogi.xml": 200,
    "/healthz": 200,
    "/.well-known/security.txt": 200,
}


@pytest.mark.django_db
def test_every_fixed_address_answers(rietwaard: None, client: Client) -> None:
    expected = ONE | BOTH | {f"/en{path}": status for path, status in BOTH.items()}
    assert {path: client.get(path).status_code for path in expected} == expected
    assert client.get("/readyz").headers["Content-Type"] == "application/json"
    assert b'lang="en"' in client.get("/en/controleer/ABCD-EFGH/").content
