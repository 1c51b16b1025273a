"""Samira de redacteur reads what visitors say, per product and beside the text she is changing."""

import csv
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from eloket.accounts.services import Rol
from eloket.producten.models import ProductPage
from eloket.producten.models.waardering import Oordeel
from eloket.producten.services import translate_page
from eloket.producten.waarderingen.bewaren import save_waardering
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.producten.factories import Catalogus, make_complete, make_product

NOON = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
RAPPORT = "/beheer/waarderingen/"


def samira(rol: Rol = Rol.REDACTEUR) -> Client:
    client = Client()
    login_medewerker(client, make_medewerker(rol, naam="Samira Idrissi"))
    return client


def say(
    page: ProductPage, oordeel: str, *, days: int = 0, nr: int = 0, reden: str = "", tekst: str = ""
) -> None:
    now = NOON - timedelta(days=days, minutes=nr)
    assert save_waardering(page, oordeel=Oordeel(oordeel), reden=reden, toelichting=tekst, now=now)


@pytest.fixture
def paspoort(catalogus: Catalogus) -> ProductPage:
    """Four opinions in March, one of them with a remark, and one in January."""
    page = make_complete(catalogus)
    say(page, "ja")
    say(page, "ja", nr=1)
    say(page, "deels", reden="onvolledig", tekst="=Moet mijn kind mee?")
    say(page, "nee", reden="onvolledig")
    say(page, "nee", days=59, reden="link", tekst="De link doet het niet.")
    return page


def rows(client: Client, query: str = "") -> list[dict[str, str]]:
    response = client.get(f"{RAPPORT}?export=csv{query}")
    return list(csv.DictReader(StringIO(b"".join(response.streaming_content).decode())))


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.EINDREDACTEUR])
def test_she_sees_per_product_what_was_found_and_why_not(paspoort: ProductPage, rol: Rol) -> None:
    page = samira(rol).get(RAPPORT).text
    for words in ("Paspoort", "40%", "2, 1, 2", "Er ontbrak informatie (2), Een link werkte niet (1)"):
        assert words in page
    assert "=Moet mijn kind mee?" in page
    assert f"/beheer/pages/{paspoort.pk}/edit/" in page
    assert "Waarderingen" in samira(rol).get("/beheer/").text


@pytest.mark.parametrize("rol", [Rol.KCC, Rol.BEHANDELAAR, Rol.BEHEERDER])
def test_it_is_for_the_redactie_alone(db: None, rol: Rol) -> None:
    assert samira(rol).get(RAPPORT).status_code == 302
    assert "Waarderingen" not in samira(rol).get("/beheer/", follow=True).text


def test_a_period_counts_only_what_was_said_in_it(paspoort: ProductPage) -> None:
    period = "&op_from=2027-02-01&op_to=2027-03-31"
    page = samira().get(f"{RAPPORT}?x{period}").text
    assert "50%" in page
    assert "De link doet het niet." not in page
    (row,) = rows(samira(), period)
    assert (row["Aantal"], row["Gevonden (%)"], row["Score van 1 tot 5 (SDG)"]) == ("4", "50", "3.5")
    assert rows(samira(), "&op_from=2028-01-01") == []


def test_a_wrong_date_is_explained(paspoort: ProductPage) -> None:
    assert samira().get(f"{RAPPORT}?op_from=morgen&taal=").status_code == 200


def test_the_sheet_holds_no_formula_of_a_visitor(paspoort: ProductPage) -> None:
    (row,) = rows(samira())
    assert row["Nieuwste opmerkingen"].startswith("'=Moet")
    sheet = samira().get(f"{RAPPORT}?export=xlsx")
    cells = load_workbook(BytesIO(b"".join(sheet.streaming_content))).active
    assert cells is not None
    assert {cell.data_type for cell in cells["I"]} == {"s"}


def test_what_is_found_least_stands_first_and_a_language_can_be_chosen(
    catalogus: Catalogus, paspoort: ProductPage
) -> None:
    rijbewijs = make_product(catalogus, "rijbewijs")
    for nr in range(3):
        say(rijbewijs, "nee", nr=nr)
    english = translate_page(rijbewijs, "en", {"title": "Driving licence"})
    say(english, "ja", days=3)
    assert [row["Product"] for row in rows(samira())] == ["Rijbewijs", "Paspoort"]
    assert [row["Aantal"] for row in rows(samira(), "&taal=en")] == ["1"]


def test_a_product_that_is_gone_keeps_its_figures(paspoort: ProductPage) -> None:
    paspoort.delete()
    assert "Product dat er niet meer is" in samira().get(RAPPORT).text


def test_three_remarks_of_each_product_are_enough(catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    for nr in range(5):
        say(page, "nee", nr=nr, tekst=f"Opmerking {nr}.")
    seen = samira().get(RAPPORT).text
    assert [f"Opmerking {nr}." in seen for nr in range(5)] == [True, True, True, False, False]


def test_a_long_report_costs_no_query_per_product(
    catalogus: Catalogus, django_assert_max_num_queries: object
) -> None:
    for nr in range(12):
        say(make_product(catalogus, f"product-{nr}"), "nee", tekst="Te lang.", reden="anders")
    with django_assert_max_num_queries(25):  # type: ignore[operator]
        assert samira().get(RAPPORT).status_code == 200


def test_she_sees_it_beside_the_text(catalogus: Catalogus, paspoort: ProductPage) -> None:
    client = samira()
    screen = client.get(f"/beheer/pages/{paspoort.pk}/edit/").text
    assert "5 bezoekers gaven een mening. 40% vond wat hij zocht." in screen
    assert "Er ontbrak informatie: 2" in screen
    assert "De link doet het niet." in screen
    quiet = make_product(catalogus, "rijbewijs")
    assert "Nog niemand gaf een mening" in client.get(f"/beheer/pages/{quiet.pk}/edit/").text
    new = client.get(f"/beheer/pages/add/producten/productpage/{catalogus.nl.producten.pk}/").text
    assert "Wat bezoekers vinden" not in new
