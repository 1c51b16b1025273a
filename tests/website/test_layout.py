"""What stands around every page."""

import pytest
from django.core.cache import caches
from django.test import Client, override_settings
from pytest_django.asserts import assertNumQueries
from wagtail.models import Locale, Page, Site

from eloket.website.models import ContentPage, Instellingen
from eloket.website.services import get_instellingen, save_instellingen
from tests.website.factories import make_page, make_site


def html(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.kern
def test_noor_sees_who_she_deals_with_and_how_to_reach_them(client: Client, db: None) -> None:
    make_site(
        telefoon="14 0999",
        email="loket@rietwaard.example",
        adres="Rietplein 1",
        openingstijden="9 tot 17 uur",
    )
    page = html(client, "/")
    for text in (
        "Gemeente Rietwaard",
        'href="tel:140999"',
        "loket@rietwaard.example",
        "Rietplein 1",
        "9 tot 17 uur",
    ):
        assert text in page


def test_a_site_without_settings_still_opens_and_reading_writes_nothing(client: Client, site: Site) -> None:
    Instellingen.objects.all().delete()
    assert "<title>Rietwaard - Gemeente</title>" in html(client, "/")
    assert not Instellingen.objects.exists()


def test_the_language_switch_leads_to_this_page_in_the_other_language(client: Client, site: Site) -> None:
    page = make_page(site, "contact", show_in_menus=True)
    english = page.copy_for_translation(Locale.objects.get(language_code="en"))
    english.title = "Contact us"
    english.save_revision().publish()
    assert 'href="/en/contact/" lang="en"' in html(client, "/contact/")
    dutch_link = html(client, "/en/contact/")
    assert 'href="/contact/" lang="nl"' in dutch_link
    assert '<html lang="en">' in dutch_link


def test_a_page_without_translation_leads_to_the_other_home_page(client: Client, site: Site) -> None:
    make_page(site, "alleen-nederlands")
    assert 'href="/en/" lang="en"' in html(client, "/alleen-nederlands/")


def test_pages_marked_for_menus_stand_in_the_footer_and_contact_in_the_menu(
    client: Client, site: Site
) -> None:
    make_page(site, "privacy", show_in_menus=True)
    make_page(site, "verborgen")
    save_instellingen(site, pagina_contact=make_page(site, "contact", show_in_menus=True))
    page = html(client, "/contact/")
    assert page.split("<footer")[1].count('href="/contact/"') == 1
    assert '<a class="eloket-balk__link" href="/contact/" aria-current="page">Contact</a>' in page
    assert '<li><a href="/privacy/">Privacy</a></li>' in page
    assert "/verborgen/" not in page


def test_the_breadcrumb_shows_the_way_home(client: Client, site: Site) -> None:
    assert "Kruimelpad" not in html(client, "/")
    over = make_page(site, "over")
    Page.objects.get(pk=over.pk).add_child(
        instance=ContentPage(title="Bestuur", slug="bestuur", locale=over.locale)
    )
    page = html(client, "/over/bestuur/")
    crumbs = page.split("Kruimelpad")[1].split("</nav>")[0]
    assert '<a class="nl-link" href="/">Home</a>' in crumbs
    assert '<a class="nl-link" href="/over/">Over</a>' in crumbs
    assert '<span aria-current="page">Bestuur</span>' in crumbs


def test_the_demo_says_so_and_production_does_not(client: Client, site: Site) -> None:
    with override_settings(ELOKET_DEMO=True):
        assert "Dit is een demo." in html(client, "/")
    with override_settings(ELOKET_DEMO=False):
        assert "Dit is een demo." not in html(client, "/")


def test_an_emergency_stands_on_every_page_in_both_languages(client: Client, site: Site) -> None:
    save_instellingen(
        site,
        nood_aan=True,
        nood_toon="error",
        nood_titel="Storing",
        nood_titel_en="Outage",
        nood_tekst="<p>Bel <b>ons</b>.</p>",
    )
    assert "Storing" in html(client, "/")
    assert "<b>ons</b>" in html(client, "/")
    assert "Outage" in html(client, "/en/")


def test_english_opening_hours_are_used_where_they_are_written(site: Site) -> None:
    save_instellingen(site, openingstijden="9 tot 17 uur", openingstijden_en="9 am to 5 pm")
    assert get_instellingen().openingstijden == "9 tot 17 uur"


@pytest.mark.parametrize(
    ("written", "told"), [("All about Rietwaard.", "All about Rietwaard."), ("", "Alles van Rietwaard.")]
)
def test_search_engines_read_the_description_in_the_language_of_the_page(
    client: Client, site: Site, written: str, told: str
) -> None:
    """A page that has no words of its own for it; without English ones, the Dutch."""
    save_instellingen(site, omschrijving="Alles van Rietwaard.", omschrijving_en=written)
    url = "/inloggen/"
    assert '<meta name="description" content="Alles van Rietwaard.">' in html(client, url)
    assert f'<meta name="description" content="{told}">' in html(client, f"/en{url}")


def test_an_english_page_of_a_site_without_settings_is_described_in_english(
    client: Client, site: Site
) -> None:
    Instellingen.objects.all().delete()
    assert 'content="Arrange your affairs with the municipality."' in html(client, "/en/inloggen/")


def test_a_page_that_is_not_kept_costs_few_queries(client: Client, kept: Site) -> None:
    """All are for this very page (itself, its class, its restrictions); site, home and frame cost none."""
    over = make_page(kept, "over")
    Page.objects.get(pk=over.pk).add_child(
        instance=ContentPage(title="Bestuur", slug="bestuur", locale=over.locale)
    )
    client.get("/over/bestuur/")
    caches["paginas"].clear()
    with assertNumQueries(4):
        client.get("/over/bestuur/")


def test_a_public_page_needs_no_cookie_and_looks_at_none(client: Client, site: Site) -> None:
    response = client.get("/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
