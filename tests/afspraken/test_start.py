"""How to make an afspraak: a page for everybody."""

import pytest
from django.test import Client
from wagtail.models import Site

from eloket.website.services import save_instellingen

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("url", "words"), [("/afspraken/", "Een afspraak maken"), ("/en/afspraken/", '<html lang="en">')]
)
def test_the_page_is_the_same_for_everybody_and_sets_no_cookie(client: Client, url: str, words: str) -> None:
    page = client.get(url)
    assert page.status_code == 200
    assert words in page.text
    assert not page.cookies
    assert "Cookie" not in page.headers.get("Vary", "")


@pytest.mark.kern
def test_number_address_and_opening_hours_come_from_the_site_settings(client: Client) -> None:
    save_instellingen(
        Site.objects.get(is_default_site=True),
        telefoon="14 0123",
        adres="Raadhuisplein 1",
        openingstijden="Maandag tot en met vrijdag 9 tot 17 uur",
    )
    text = client.get("/afspraken/").text
    for words in ("14 0123", 'href="tel:140123"', "Raadhuisplein 1", "Maandag tot en met vrijdag"):
        assert words in text
