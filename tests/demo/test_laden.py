"""The demo gemeente is filled once, and then belongs to whoever works in it."""

import re
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, Site

from eloket.demo.bron import product_names, read
from eloket.demo.catalogus import load_catalogus
from eloket.demo.laden import load
from eloket.lib import klok
from eloket.producten.services import ProductPage, UniformeProductnaam

NATIONAAL = {
    "data.overheid.nl",
    "ind.nl",
    "mijn.overheid.nl",
    "ondernemersplein.overheid.nl",
    "open.overheid.nl",
    "standaarden.overheid.nl",
    "www.autoriteitpersoonsgegevens.nl",
    "www.belastingdienst.nl",
    "www.cbf.nl",
    "www.cbr.nl",
    "www.hetcak.nl",
    "www.justis.nl",
    "www.nationaleombudsman.nl",
    "www.nederlandwereldwijd.nl",
    "www.netherlandsworldwide.nl",
    "www.officielebekendmakingen.nl",
    "www.rechtspraak.nl",
    "www.svh.nl",
}


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rietwaard")]


@pytest.fixture
def now() -> datetime:
    return klok.now()


@pytest.mark.kern
def test_rietwaard_is_complete_and_every_page_of_it_opens(client: Client) -> None:
    check_every_product_is_there()
    check_every_product_is_complete()
    for page in Page.objects.live().filter(depth__gt=1):
        assert client.get(page.url).status_code == 200, page.url
    english = client.get("/en/producten/verhuizing-doorgeven/").content.decode()
    assert "Report a change of address" in english
    dutch = client.get("/producten/verhuizing-doorgeven/").content.decode()
    assert 'href="/formulieren/verhuizing-doorgeven/"' in dutch


def check_every_product_is_there() -> None:
    products = ProductPage.objects.filter(locale__language_code="nl", live=True)
    assert products.count() == 31
    assert UniformeProductnaam.objects.filter(naam="verhuismelding").exists()
    assert not [page.slug for page in products if not page.upns.exists() or not page.themas.exists()]


def check_every_product_is_complete() -> None:
    """The five questions, a way that is not digital, and who answers for it; in both languages."""
    for taal in ("nl", "en"):
        products = ProductPage.objects.filter(locale__language_code=taal, live=True)
        assert products.count() == 31
        for page in products:
            assert all((page.wat, page.voor_wie, page.hoe, page.kosten_soort, page.termijn_eenheid)), (
                page.slug
            )
            assert page.kanalen.exclude(kanaal="elektronisch").filter(te_regelen=True).exists(), page.slug
            assert page.kosten_soort != "tarief" or page.tarieven.exists(), page.slug
            assert page.verantwoordelijke, page.slug
            assert len(page.vragen) >= 2, page.slug


def test_a_second_time_changes_nothing(
    now: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page = ProductPage.objects.get(slug="paspoort", locale__language_code="nl")
    page.title = "Paspoort, door Samira veranderd"
    page.save_revision().publish()
    with django_assert_max_num_queries(3):
        load_catalogus(now)
    assert Site.objects.get(is_default_site=True).root_page.url == "/"
    page.refresh_from_db()
    assert page.title == "Paspoort, door Samira veranderd"


def test_nothing_in_the_demo_can_be_reached_for_real() -> None:
    """No real domain and no number that rings."""
    settings = read("instellingen")
    assert settings["email"].endswith(".example")
    assert set(re.findall(r"\d", settings["telefoon"])) == {"0"}
    assert settings["telefoon_buitenland"] == "+31 14 000"  # no area has this code
    texts = str([read(f"producten/{name}") for name in product_names()] + [read("locaties")])
    # National organisations exist, and a resident should get there; nobody else is named by an address.
    real = set(re.findall(r"https?://([^/\"'<]+)", texts)) - NATIONAAL
    assert not real
    assert not re.findall(r"[1-9]\d{3} ?[A-Z]{2}\b", texts), "a postcode that may exist"


def rows() -> dict[str, int]:
    """How many rows each table holds."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        counts = {}
        for table in tables:
            cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
            counts[table] = cursor.fetchone()[0]
    return counts


def test_loading_everything_a_second_time_adds_no_row(now: datetime) -> None:
    before = rows()
    assert before["zaken_zaak"] > 0
    load(now=now)
    assert {table: n for table, n in rows().items() if n != before[table]} == {}
