"""What search engines read on a product page: schema.org, of the same record."""

import json
import re
from datetime import date, time
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from eloket.betalingen.models import Tarief
from eloket.producten.models import ProductVerwant
from eloket.producten.services import (
    KanaalInvoer,
    Organisatie,
    ProductInvoer,
    import_upl,
    republish,
    translate_page,
)
from eloket.producten.uitgangen.schema_org.aanbod import processing_time
from eloket.website.models import Locatie, Openingstijd
from tests.formulieren.factories import publish as publish_formulier
from tests.producten.factories import UPL_KOP, Catalogus, make_complete, make_product, make_tarief

UPN = "http://standaarden.overheid.nl/owms/terms/paspoort"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
PATH = "/producten/paspoort/"


def read_graph(client: Client, path: str = PATH) -> dict[str, dict[str, Any]]:
    """What stands in the page, by its type."""
    (text,) = SCRIPT.findall(client.get(path).content.decode())
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def test_a_product_is_a_government_service(client: Client, catalogus: Catalogus) -> None:
    import_upl(iter([UPL_KOP, f"paspoort,{UPN},X,X\n"]))  # type: ignore[arg-type]
    invoer = ProductInvoer(upns=[UPN], tarieven=[make_tarief().code])
    page = make_product(
        catalogus, "paspoort", invoer=invoer, doelgroep="beide", kosten_soort="tarief",
        bezwaar='<p>Maak <a href="/x/">bezwaar</a>.</p><ul><li>Binnen 6 weken</li></ul>',
    )  # fmt: skip
    page.verwante_producten = [ProductVerwant(product=make_product(catalogus, "rijbewijs"))]
    republish(page)
    service = read_graph(client)["GovernmentService"]
    assert service["name"] == "Paspoort"
    assert service["description"] == "Alles over paspoort."
    assert service["url"] == "http://localhost:8000/producten/paspoort/"
    assert service["sameAs"] == [UPN]
    assert [each["audienceType"] for each in service["audience"]] == ["citizens", "businesses"]
    assert (
        service["provider"]
        == service["serviceOperator"]
        == {
            "@type": "GovernmentOrganization",
            "name": "Gemeente Rietwaard",
            "url": "http://localhost:8000",
            "telephone": "14 0999",
            "email": "loket@rietwaard.example",
        }
    )
    assert service["areaServed"]["name"] == "Gemeente Rietwaard"
    assert service["termsOfService"] == "Maak bezwaar. Binnen 6 weken"
    assert [each["url"] for each in service["isRelatedTo"]] == ["http://localhost:8000/producten/rijbewijs/"]


def test_who_answers_and_who_decides_are_named(client: Client, catalogus: Catalogus) -> None:
    own = Organisatie.objects.create(code="gemeente", naam="Rietwaard", soort="Gemeente")
    rdw = Organisatie.objects.create(code="rdw", naam="RDW", soort="Rijk", uri="https://owms.example/rdw")
    make_product(catalogus, "paspoort", verantwoordelijke=own, bevoegde=rdw)
    service = read_graph(client)["GovernmentService"]
    assert service["provider"]["name"] == "Gemeente Rietwaard"
    assert service["serviceOperator"] == {
        "@type": "GovernmentOrganization",
        "name": "RDW",
        "sameAs": "https://owms.example/rdw",
    }


def test_every_way_to_get_it_is_a_channel(client: Client, catalogus: Catalogus) -> None:
    publish_formulier(niveau=20)
    huis = Locatie.objects.create(
        naam="Gemeentehuis", straat="Kade", huisnummer="1", postcode="1234 AB", plaats="Rietwaard"
    )
    Openingstijd.objects.create(locatie=huis, dag=0, van=time(9), tot=time(17))
    invoer = ProductInvoer(
        kanalen=dict.fromkeys(("persoonlijk", "elektronisch", "telefoon", "schriftelijk"), "<p>x</p>"),
        kanaal_vast={"telefoon": KanaalInvoer(adres="0900 1234", behandelaar="geheimafdeling")},
        formulieren=["fietsenstalling"],
    )
    make_product(catalogus, "paspoort", invoer=invoer, termijn_aantal=5, termijn_eenheid="werkdagen")
    desk, online, phone, post = read_graph(client)["GovernmentService"]["availableChannel"]
    assert {each["processingTime"] for each in (desk, online, phone, post)} == {"P7D"}
    assert desk["availableLanguage"] == ["nl", "en"]
    (place,) = desk["serviceLocation"]
    assert place["address"]["streetAddress"] == "Kade 1"
    assert place["openingHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": "https://schema.org/Monday",
            "opens": "09:00",
            "closes": "17:00",
        }
    ]
    assert online["serviceUrl"] == "http://localhost:8000/formulieren/fietsenstalling/"
    assert phone["servicePhone"]["telephone"] == "0900 1234"
    assert post["servicePostalAddress"]["postalCode"] == "1234 AB"


def test_a_channel_that_only_explains_is_none(client: Client, catalogus: Catalogus) -> None:
    make_complete(catalogus)
    (channel,) = read_graph(client)["GovernmentService"]["availableChannel"]
    assert "serviceLocation" in channel


@time_machine.travel("2026-12-01T12:00:00+01:00", tick=False)
def test_every_amount_is_an_offer_with_its_days(client: Client, catalogus: Catalogus) -> None:
    make_complete(catalogus)
    make_tarief(bedrag="89.00", vanaf=date(2027, 1, 1))
    now, later = read_graph(client)["GovernmentService"]["offers"]
    assert now == {
        "@type": "Offer",
        "price": "86.85",
        "priceCurrency": "EUR",
        "name": "Paspoort",
        "validFrom": "2026-01-01",
        "validThrough": "2026-12-31",
    }
    assert (later["price"], later["validFrom"]) == ("89.00", "2027-01-01")
    Tarief.objects.update(vervallen_per="2027-02-01")
    with time_machine.travel("2027-01-01T12:00:00+01:00", tick=False):
        (last,) = read_graph(client)["GovernmentService"]["offers"]
    assert (last["price"], last["validThrough"]) == ("89.00", "2027-01-31")


@pytest.mark.parametrize(("soort", "prices"), [("gratis", ["0.00"]), ("verschilt", []), ("", [])])
def test_free_is_an_offer_and_unknown_is_none(
    client: Client, catalogus: Catalogus, soort: str, prices: list[str]
) -> None:
    namelijk = "het hangt ervan af" if soort == "verschilt" else ""
    make_product(catalogus, "paspoort", kosten_soort=soort, kosten_kort=namelijk)
    offers = read_graph(client)["GovernmentService"].get("offers", [])
    assert [each["price"] for each in offers] == prices


@pytest.mark.parametrize(
    ("aantal", "eenheid", "duration"),
    [
        (None, "direct", "PT0S"),
        (1, "werkdagen", "P3D"),
        (5, "werkdagen", "P7D"),
        (6, "werkdagen", "P10D"),
        (14, "dagen", "P14D"),
        (8, "weken", "P8W"),
        (2, "maanden", "P2M"),
        (None, "geen", ""),
        (None, "", ""),
    ],
)
def test_a_term_is_a_duration(aantal: int | None, eenheid: str, duration: str) -> None:
    assert processing_time(aantal, eenheid) == duration


def test_questions_and_the_way_here_stand_beside_it(client: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    page.vragen = [("vraag", {"vraag": "Mag mijn kind mee?", "antwoord": "<p>Ja &amp; <b>graag</b>.</p>"})]
    republish(page)
    graph = read_graph(client)
    (question,) = graph["FAQPage"]["mainEntity"]
    assert question["name"] == "Mag mijn kind mee?"
    assert question["acceptedAnswer"]["text"] == "Ja & graag."
    crumbs = graph["BreadcrumbList"]["itemListElement"]
    assert [each["position"] for each in crumbs] == [1, 2, 3]
    assert crumbs[-1]["item"] == "http://localhost:8000/producten/paspoort/"


def test_it_speaks_the_language_of_the_page(client: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus)
    make_tarief(naam_en="Passport")
    Tarief.objects.update(naam_en="Passport, adult")
    translate_page(page, "en", {"title": "Passport", "samenvatting": "All about it."})
    service = read_graph(client, f"/en{PATH}")["GovernmentService"]
    assert (service["name"], service["description"]) == ("Passport", "All about it.")
    assert service["url"] == "http://localhost:8000/en/producten/paspoort/"
    assert service["offers"][0]["name"] == "Passport, adult"


def test_no_text_can_end_the_script(client: Client, catalogus: Catalogus) -> None:
    title = "Pas</script><script>alert(1)</script><!-- &"
    make_product(catalogus, "paspoort", title=title)
    assert read_graph(client)["GovernmentService"]["name"] == title
    assert "<script>alert" not in client.get(PATH).content.decode()


def test_it_asks_the_database_nothing(
    client: Client, bewaard: Catalogus, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """A page with everything that the data shows costs no more than ten queries, like any other."""
    own = Organisatie.objects.create(code="gemeente", naam="Rietwaard", soort="Gemeente")
    for slug in ("rijbewijs", "paspoort"):
        bezwaar = '<p><a linktype="page" id="1">x</a></p>'
        page = make_complete(bewaard, slug, verantwoordelijke=own, bevoegde=own, bezwaar=bezwaar)
        page.vragen = [("vraag", {"vraag": "Mag dat?", "antwoord": "<p>Ja.</p>"})]
        republish(page)
    client.get("/producten/rijbewijs/")
    with django_assert_max_num_queries(10):
        assert "FAQPage" in client.get(PATH).content.decode()
