"""How far a product has come follows from what the counter offers for it."""

import pytest
from django.test import Client

from eloket.lib import klok
from eloket.producten.gegevens import read_producten
from eloket.producten.models import ProductPage
from eloket.producten.services import ProductInvoer
from eloket.producten.volwassenheid import Volwassenheid
from tests.formulieren.factories import publish
from tests.producten.concepten import make_concept
from tests.producten.factories import Catalogus
from tests.producten.redactiescherm import log_in
from tests.uitgifte.factories import make_soort

pytestmark = pytest.mark.django_db


def level(page: ProductPage) -> Volwassenheid:
    (product,) = read_producten([ProductPage.objects.get(pk=page.pk)], taal="nl", now=klok.now())
    return product.volwassenheid


def test_only_to_read(catalogus: Catalogus) -> None:
    page = make_concept(catalogus, invoer=ProductInvoer(kanalen={"telefoon": "<p>Bel.</p>"}))
    assert level(page) == "informatie"


def test_a_form_makes_it_an_application_and_a_soort_makes_it_issuing(catalogus: Catalogus) -> None:
    publish()
    page = make_concept(catalogus, invoer=ProductInvoer(formulieren=["fietsenstalling"]))
    assert level(page) == "aanvraag"
    soort = make_soort()
    soort.formulier = "fietsenstalling"
    soort.save()
    assert level(page) == "uitgifte"
    soort.actief = False
    soort.save()
    assert level(page) == "aanvraag"


def test_what_goes_by_mail_is_an_application_and_what_others_do_is_not(catalogus: Catalogus) -> None:
    invoer = ProductInvoer(kanalen={"elektronisch": "<p>Mail ons.</p>"})
    page = make_concept(catalogus, invoer=invoer)
    assert level(page) == "aanvraag"
    ProductPage.objects.filter(pk=page.pk).update(elders_naam="RDW", elders_url="https://rdw.example/")
    assert level(page) == "informatie"


def test_samira_reads_it_of_every_product_with_the_next_step(catalogus: Catalogus) -> None:
    samira = log_in()[0]
    publish()
    make_concept(
        catalogus, "stalling", title="Stalling", invoer=ProductInvoer(formulieren=["fietsenstalling"])
    )
    page = samira.get("/beheer/reports/producten/niveau/")
    for words in ("Stalling", "iemand vraagt het hier online aan", "Er is geen productsoort"):
        assert words in page.text
    assert "iemand vraagt het hier online aan" in "".join(
        part.decode()
        for part in samira.get("/beheer/reports/producten/niveau/?export=csv").streaming_content  # type: ignore[attr-defined]
    )


def test_the_api_tells_it(client: Client, catalogus: Catalogus) -> None:
    make_concept(catalogus).save_revision().publish()
    found = client.get("/api/v1/producten").json()["producten"]
    assert [each["volwassenheid"] for each in found] == ["aanvraag"]
