"""When something goes wrong: plain words, the house style, and what to do now."""

import pytest
from django.test import Client
from wagtail.models import Site

pytestmark = pytest.mark.urls("tests.website.urls")


@pytest.mark.kern
def test_a_page_that_does_not_exist_offers_search_and_a_telephone(client: Client, site: Site) -> None:
    response = client.get("/bestaat-niet/")
    page = response.content.decode()
    assert response.status_code == 404
    assert "<h1" in page
    assert "Deze pagina bestaat niet" in page
    assert 'id="zoek-404"' in page
    assert "14 0999" in page
    assert "ETag" not in response


def test_a_page_that_does_not_exist_speaks_english_too(client: Client, site: Site) -> None:
    assert '<html lang="en">' in client.get("/en/does-not-exist/").content.decode()


def test_a_failure_needs_no_database(client: Client) -> None:
    """No `db` fixture here: a query would fail the test."""
    client.raise_request_exception = False
    response = client.get("/t/stuk/")
    page = response.content.decode()
    assert response.status_code == 500
    assert "Er ging iets mis bij ons" in page
    assert "dist/eloket.css" in page


def test_a_form_without_token_says_that_nothing_was_sent(site: Site) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/t/ongemerkt/")
    page = response.content.decode()
    assert response.status_code == 403
    assert "Deze pagina stond te lang open" in page
    assert "niets verstuurd" in page
