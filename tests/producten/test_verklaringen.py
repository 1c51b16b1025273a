"""A new site has its statements, and nobody's own words are lost."""

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Site

from eloket.producten.services import ensure_boom, ensure_verklaringen, publish_child
from eloket.website.models import ContentPage, Instellingen
from eloket.website.services import save_instellingen

SLUGS = ["contact", "toegankelijkheid", "privacy", "cookies", "archief"]


@pytest.mark.kern
def test_a_new_site_has_all_statements_in_two_languages(client: Client, db: None) -> None:
    for _ in range(2):
        call_command("maak_site", verbosity=0)
    for slug in SLUGS:
        for prefix in ("/", "/en/"):
            assert client.get(f"{prefix}{slug}/").status_code == 200
    assert ContentPage.objects.count() == 2 * len(SLUGS)
    home = client.get("/").content.decode().split("<footer")[1]
    assert all(f'href="/{slug}/"' in home for slug in SLUGS)


def test_a_page_of_samiras_own_stays_and_is_chosen(db: None) -> None:
    nl, en = ensure_boom("nl"), ensure_boom("en")
    own = publish_child(nl.home, ContentPage(slug="privacy", title="Van Samira"))
    ensure_verklaringen(nl, en)
    assert Instellingen.objects.get().pagina_privacy == own
    assert not ContentPage.objects.filter(slug="privacy", locale=en.home.locale).exists()


def test_a_page_that_was_chosen_stays_chosen(db: None) -> None:
    nl, en = ensure_boom("nl"), ensure_boom("en")
    own = publish_child(nl.home, ContentPage(slug="wij-en-uw-gegevens", title="Van Samira"))
    save_instellingen(Site.objects.get(is_default_site=True), pagina_privacy=own)
    ensure_verklaringen(nl, en)
    assert Instellingen.objects.get().pagina_privacy == own
    assert not ContentPage.objects.filter(slug="privacy").exists()


def test_the_cookie_statement_names_every_cookie_a_resident_gets(client: Client, db: None) -> None:
    call_command("maak_site", verbosity=0)
    text = client.get("/cookies/").content.decode()
    assert not client.get("/cookies/").cookies
    client.get("/inloggen/")
    assert set(client.cookies) <= {"eloket_sessie", "csrftoken"}
    for name in ("eloket_sessie", "csrftoken"):
        assert f"<b>{name}</b>" in text
