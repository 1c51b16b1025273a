"""The reports: the same findings over all products, to look at and to take along."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.producten.models import ExterneLink, Linkuitslag
from eloket.producten.services import ProductInvoer, ProductPage
from eloket.producten.wagtail_hooks.rapporten import RAPPORTEN
from tests.producten.concepten import make_concept, make_upn
from tests.producten.factories import Catalogus, make_tarief
from tests.producten.redactiescherm import log_in

NAMEN = [rapport.naam for rapport in RAPPORTEN]


@pytest.fixture
def samira(db: None) -> Client:
    return log_in()[0]


def parts(*upns: str) -> ProductInvoer:
    return ProductInvoer(kanalen={"telefoon": "<p>Bel.</p>"}, tarieven=[make_tarief().code], upns=upns)


def url(naam: str) -> str:
    return f"/beheer/reports/producten/{naam}/"


def read_csv(client: Client, naam: str) -> list[dict[str, str]]:
    response = client.get(f"{url(naam)}?export=csv")
    text = b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(text)))


def withdrawn(catalogus: Catalogus) -> ProductPage:
    return make_concept(catalogus, invoer=parts(make_upn("oude naam", is_verwijderd=True).uri))


def with_dead_link(catalogus: Catalogus) -> ProductPage:
    ExterneLink.objects.create(url="https://weg.example/", uitslag=Linkuitslag.DOOD, mislukte_dagen=2)
    return make_concept(catalogus, hoe='<p><a href="https://weg.example/">Lees meer</a></p>')


def english_wanted(catalogus: Catalogus) -> ProductPage:
    page = make_concept(catalogus, invoer=parts(make_upn("verhuizing", sdg="J1").uri))
    page.save_revision().publish()
    return page


CASES: list[tuple[str, Callable[[Catalogus], ProductPage], str]] = [
    ("onvolledig", lambda catalogus: make_concept(catalogus, wat=""), "Schrijf wat het is."),
    (
        "leesbaarheid",
        lambda catalogus: make_concept(catalogus, hoe="<p>Kom tevens.</p>"),
        "moeilijke woorden: 1",
    ),
    ("dode-links", with_dead_link, "https://weg.example/"),
    ("vervallen-namen", withdrawn, "oude naam"),
    (
        "controledatum",
        lambda catalogus: make_concept(catalogus, herzien_op=klok.today() - timedelta(days=3)),
        "niemand",
    ),
    ("engels", english_wanted, "Maak een Engelse pagina"),
]


def test_every_report_has_its_case() -> None:
    assert [naam for naam, _make, _text in CASES] == NAMEN


@pytest.mark.parametrize(("naam", "make", "text"), CASES, ids=NAMEN)
def test_a_report_shows_what_is_to_be_done_and_nothing_of_what_is_right(
    samira: Client, catalogus: Catalogus, naam: str, make: Callable[[Catalogus], ProductPage], text: str
) -> None:
    make_concept(catalogus, "rijbewijs", title="In orde")
    empty = samira.get(url(naam)).content.decode()
    assert "Alle producten zijn in orde." in empty
    page = make(catalogus)
    html = samira.get(url(naam)).content.decode()
    assert text in html
    assert f"/beheer/pages/{page.pk}/edit/" in html
    assert "In orde" not in html


@pytest.mark.parametrize(("naam", "make", "text"), CASES, ids=NAMEN)
def test_a_report_can_be_taken_along(
    samira: Client, catalogus: Catalogus, naam: str, make: Callable[[Catalogus], ProductPage], text: str
) -> None:
    page = make(catalogus)
    [row] = read_csv(samira, naam)
    assert row["Product"] == page.title
    assert text in row["Wat"]
    response = samira.get(f"{url(naam)}?export=xlsx")
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active  # type: ignore[attr-defined]
    assert sheet is not None
    rows = list(sheet.values)
    assert [str(cell) for cell in rows[0]] == list(row)
    assert page.title in rows[1]


def test_an_export_is_whole_where_the_screen_has_pages(samira: Client, catalogus: Catalogus) -> None:
    for number in range(55):
        make_concept(catalogus, f"product-{number:02}", wat="")
    assert len(read_csv(samira, "onvolledig")) == 55
    html = samira.get(url("onvolledig")).content.decode()
    assert "Product-00" in html
    assert "Product-54" not in html
    assert "Product-54" in samira.get(f"{url('onvolledig')}?p=2").content.decode()


@pytest.mark.parametrize("naam", NAMEN)
def test_more_products_do_not_cost_more_queries(samira: Client, catalogus: Catalogus, naam: str) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert samira.get(url(naam)).status_code == 200
        return len(queries)

    def add(slug: str) -> None:
        upns = [make_upn("verhuizing", sdg="J1").uri, make_upn("oude naam", is_verwijderd=True).uri]
        make_concept(
            catalogus, slug, wat="", hoe="<p>Tevens.</p>", herzien_op=klok.today(), invoer=parts(*upns)
        )

    add("een")
    few = count()
    for number in range(5):
        add(f"meer-{number}")
    assert count() <= few


def test_what_is_overdue_stands_first_with_its_redacteur(catalogus: Catalogus) -> None:
    client, user = log_in(naam="Samira Idrissi")
    make_concept(catalogus, "laat", herzien_op=klok.today() - timedelta(days=1), redacteur=user)
    make_concept(catalogus, "later", herzien_op=klok.today() - timedelta(days=9), redacteur=user)
    make_concept(catalogus, "straks", herzien_op=klok.today() + timedelta(days=1), redacteur=user)
    rows = read_csv(client, "controledatum")
    assert [row["Product"] for row in rows] == ["Later", "Laat"]
    assert rows[0]["Wat"] == "Van: Samira Idrissi"


@pytest.mark.parametrize("naam", NAMEN)
def test_reports_are_for_who_writes(catalogus: Catalogus, naam: str) -> None:
    answers = {rol: log_in(rol)[0].get(url(naam)).status_code for rol in Rol}
    assert {rol for rol, status in answers.items() if status == 200} == {Rol.REDACTEUR, Rol.EINDREDACTEUR}
    assert Client().get(url(naam)).status_code == 302


def test_the_reports_stand_in_the_menu_of_who_writes(catalogus: Catalogus) -> None:
    assert url("onvolledig") in log_in()[0].get("/beheer/").content.decode()
    assert url("onvolledig") not in log_in(Rol.KCC)[0].get("/beheer/").content.decode()


def test_the_hardest_text_stands_first(samira: Client, catalogus: Catalogus) -> None:
    hard = (
        "De verantwoordelijkheidsverdeling tussen overheidsorganisaties veroorzaakt uitvoeringsproblemen. "
        "Vergunningaanvragen vereisen gedetailleerde onderbouwing volgens gemeentelijke verordeningen. "
    )
    make_concept(catalogus, "a", hoe="<p>Kom tevens.</p>")
    make_concept(catalogus, "z", hoe=f"<p>{hard * 2}</p>")
    rows = read_csv(samira, "leesbaarheid")
    assert [row["Product"] for row in rows] == ["Z", "A"]
    assert rows[0]["Wat"].startswith("moeilijk, C1")
