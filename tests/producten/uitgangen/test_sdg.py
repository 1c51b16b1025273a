"""The outlet for the single digital gateway: its names, its Markdown, and Dutch beside English."""

from datetime import time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from eloket.producten.models import ProductVerwant
from eloket.producten.services import (
    Organisatie,
    ProductInvoer,
    ProductPage,
    import_upl,
    republish,
    translate_page,
)
from eloket.website.models import Locatie, Openingstijd
from tests.formulieren.factories import publish as publish_formulier
from tests.producten.factories import UPL_KOP, Catalogus, make_product, make_tarief

OWMS = "http://standaarden.overheid.nl/owms/terms/"
LIST = "/api/v1/sdg/producten"
UPL = [
    UPL_KOP,
    f"paspoort,{OWMS}paspoort,X,X,,A4\n",
    f"spoedpaspoort,{OWMS}spoed,X,X,,\n",
    f"vergunning,{OWMS}vergunning,X,X,X,N1;J3\n",
    f"kamerverhuur,{OWMS}kamer,X,X,X,N1;D2\n",
    f"nog niet,{OWMS}UPL-naam_nog_niet_beschikbaar,X,X,X,\n",
]


@pytest.fixture(autouse=True)
def https(settings: Settings) -> None:
    """Rietwaard as it is in production: the catalogue takes safe links only."""
    settings.ELOKET_BASIS_URL = "https://loket.rietwaard.example"


@pytest.fixture
def namen(db: None) -> None:
    import_upl(iter(UPL))  # type: ignore[arg-type]


def make_translated(catalogus: Catalogus) -> ProductPage:
    """The passport, wholly filled in, in both languages."""
    publish_formulier(niveau=20)
    invoer = ProductInvoer(
        upns=[f"{OWMS}paspoort"],
        kanalen={"persoonlijk": "<p>Kom langs.</p>", "telefoon": "<p>Bel ons.</p>"},
        tarieven=[make_tarief(naam_en="Passport, adult").code],
        formulieren=["fietsenstalling"],
    )
    answers = {
        "wat": "<p>Een <b>reisdocument</b>.</p>",
        "voor_wie": "<ul><li>Nederlanders</li></ul>",
        "bewijs": "<p>Uw oude paspoort.</p>",
        "hoe": "<ol><li>Maak een afspraak.</li></ol>",
        "kosten_soort": "tarief",
        "termijn_aantal": 5,
        "termijn_eenheid": "werkdagen",
        "termijn_grondslag": "artikel 28 PW",
        "geen_reactie": "<p>Bel ons dan.</p>",
        "bezwaar": '<p>Zie <a href="/bezwaar/">bezwaar</a>.</p>',
        "desk_memo": "<p>geheimwoord</p>",
    }
    page = make_product(catalogus, "paspoort", invoer=invoer, **answers)
    page.verwante_producten = [ProductVerwant(product=make_product(catalogus, "rijbewijs"))]
    republish(page)
    kanalen = {"persoonlijk": "<p>Come by.</p>", "telefoon": "<p>Call us.</p>"}
    texts = {"title": "Passport", "wat": "<p>A travel document.</p>"}
    translate_page(page, "en", texts, kanalen=kanalen)
    return page


def records(client: Client, url: str = LIST) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(url).json()["producten"]
    return found


def test_a_product_is_told_in_both_languages(client: Client, catalogus: Catalogus, namen: None) -> None:
    page = make_translated(catalogus)
    (product,) = records(client)
    assert product["uuid"] == str(page.translation_key)
    assert (product["upnLabel"], product["upnUri"]) == ("paspoort", f"{OWMS}paspoort")
    assert (product["doelgroep"], product["beschikbareTalen"]) == ("eu-burger", ["nl", "en"])
    assert (product["productAanwezig"], product["productValtOnder"]) == (True, None)
    assert product["verantwoordelijkeOrganisatie"] == {
        "owmsIdentifier": f"{OWMS}Rietwaard_(gemeente)",
        "owmsPrefLabel": "Rietwaard",
        "owmsEndDate": None,
    }
    dutch, english = product["vertalingen"]
    assert dutch | {"datumWijziging": ""} == {
        "taal": "nl",
        "titel": "Paspoort",
        "tekst": "Een **reisdocument**.",
        "links": [
            {"label": "Paspoort", "url": "https://loket.rietwaard.example/producten/paspoort/"},
            {"label": "Rijbewijs", "url": "https://loket.rietwaard.example/producten/rijbewijs/"},
        ],
        "procedureBeschrijving": (
            "1. Maak een afspraak.\n\n### Aan de balie\n\nKom langs.\n\n### Telefonisch\n\nBel ons."
        ),
        "bewijs": "Uw oude paspoort.",
        "vereisten": "- Nederlanders",
        "bezwaarEnBeroep": "Zie [bezwaar](https://loket.rietwaard.example/bezwaar/).",
        "kostenEnBetaalmethoden": "- Paspoort: € 86,85",
        "uitersteTermijn": "Binnen 5 werkdagen.\n\nDeze termijn staat in: artikel 28 PW.",
        "wtdBijGeenReactie": "Bel ons dan.",
        "procedureLink": {
            "label": "Regel het online",
            "url": "https://loket.rietwaard.example/formulieren/fietsenstalling/",
        },
        "productAanwezigToelichting": "",
        "productValtOnderToelichting": "",
        "datumWijziging": "",
    }
    assert (english["titel"], english["tekst"]) == ("Passport", "A travel document.")
    assert english["kostenEnBetaalmethoden"] == "- Passport, adult: € 86.85"
    assert "/en/formulieren/fietsenstalling/" in english["procedureLink"]["url"]
    assert "Come by." in english["procedureBeschrijving"]


def test_only_names_that_the_gateway_asks_for_unless_asked(
    client: Client, catalogus: Catalogus, namen: None
) -> None:
    make_product(catalogus, "spoed", invoer=ProductInvoer(upns=[f"{OWMS}spoed"]))
    make_product(catalogus, "paspoort", invoer=ProductInvoer(upns=[f"{OWMS}paspoort"]))
    make_product(catalogus, "nieuw", invoer=ProductInvoer(upns=[f"{OWMS}UPL-naam_nog_niet_beschikbaar"]))
    make_product(catalogus, "zonder-naam")
    assert [each["upnLabel"] for each in records(client)] == ["paspoort"]
    assert [each["upnLabel"] for each in records(client, f"{LIST}?sdg=alle")] == ["paspoort", "spoedpaspoort"]
    page = client.get(f"{LIST}?sdg=alle&perPagina=1&pagina=2").json()
    assert (page["totaal"], page["volgende"]) == (2, None)
    assert [each["upnLabel"] for each in page["producten"]] == ["spoedpaspoort"]


def test_a_further_name_falls_under_the_main_one_and_says_so(
    client: Client, catalogus: Catalogus, namen: None
) -> None:
    invoer = ProductInvoer(upns=[f"{OWMS}spoed", f"{OWMS}paspoort"])
    page = make_product(catalogus, "paspoort", invoer=invoer)
    translate_page(page, "en", {"title": "Passport"})
    further, main = records(client, f"{LIST}?sdg=alle")
    assert (main["upnLabel"], main["productValtOnder"]) == ("paspoort", None)
    assert further["productValtOnder"] == {"upnLabel": "paspoort", "upnUri": f"{OWMS}paspoort"}
    assert all(each["productValtOnderToelichting"] for each in further["vertalingen"])
    assert not any(each["productValtOnderToelichting"] for each in main["vertalingen"])
    for record in (further, main):
        url = record["url"].removeprefix("https://loket.rietwaard.example")
        assert client.get(url).json() == record
    assert further["uuid"] != main["uuid"] == str(page.translation_key)


def test_what_another_organisation_arranges_is_not_here_and_says_where(
    client: Client, catalogus: Catalogus, namen: None
) -> None:
    rdw = Organisatie.objects.create(code="rdw", naam="RDW", soort="Rijk")
    elders = {"elders_naam": "RDW", "elders_url": "https://rdw.example/"}
    invoer = ProductInvoer(upns=[f"{OWMS}paspoort"])
    page = make_product(catalogus, "paspoort", invoer=invoer, bevoegde=rdw, **elders)
    translate_page(page, "en", {"title": "Passport"})
    (product,) = records(client)
    assert product["productAanwezig"] is False
    assert all("RDW" in each["productAanwezigToelichting"] for each in product["vertalingen"])
    assert product["bevoegdeOrganisatie"]["owmsIdentifier"] == f"{OWMS}RDW"
    assert product["verantwoordelijkeOrganisatie"]["owmsPrefLabel"] == "Rietwaard"


@pytest.mark.parametrize(
    ("doelgroep", "upn", "expected"),
    [
        ("burger", "vergunning", "eu-burger"),
        ("ondernemer", "paspoort", "eu-bedrijf"),
        ("beide", "vergunning", "eu-bedrijf"),
        ("beide", "kamer", "eu-burger"),
        ("beide", "paspoort", "eu-burger"),
    ],
)
def test_for_both_the_information_area_decides(
    client: Client, catalogus: Catalogus, namen: None, doelgroep: str, upn: str, expected: str
) -> None:
    make_product(catalogus, "product", doelgroep=doelgroep, invoer=ProductInvoer(upns=[f"{OWMS}{upn}"]))
    (product,) = records(client)
    assert product["doelgroep"] == expected


def test_who_must_come_by_sees_where_and_when(client: Client, catalogus: Catalogus, namen: None) -> None:
    huis = Locatie.objects.create(
        naam="Gemeentehuis", straat="Kade", huisnummer="1", postcode="1234 AB", plaats="Rietwaard"
    )
    Openingstijd.objects.create(locatie=huis, dag=0, van=time(9), tot=time(17))
    invoer = ProductInvoer(upns=[f"{OWMS}paspoort"], kanalen={"persoonlijk": "<p>Kom langs.</p>"})
    make_product(catalogus, "paspoort", invoer=invoer)
    by_phone = ProductInvoer(upns=[f"{OWMS}kamer"], kanalen={"telefoon": "<p>Bel.</p>"})
    make_product(catalogus, "kamerverhuur", invoer=by_phone)
    phone, desk = records(client)
    assert phone["locaties"] == []
    (locatie,) = desk["locaties"]
    assert (locatie["naam"], locatie["nummer"], locatie["land"]) == ("Gemeentehuis", "1", "Nederland")
    assert locatie["openingstijden"]["maandag"] == ["09:00 - 17:00"]
    assert locatie["openingstijden"]["dinsdag"] == []


def test_a_page_of_the_list_takes_a_fixed_number_of_queries(
    client: Client, catalogus: Catalogus, namen: None
) -> None:
    counts = []
    invoer = ProductInvoer(
        upns=[f"{OWMS}paspoort"], themas=[catalogus.thema], tarieven=[make_tarief().code],
        kanalen={"persoonlijk": "<p>Kom langs.</p>"},
    )  # fmt: skip
    for nr in range(8):
        make_product(catalogus, f"product-{nr}", invoer=invoer)
        with CaptureQueriesContext(connection) as queries:
            assert len(records(client)) == nr + 1
        counts.append(len(queries))
    assert counts[-1] <= counts[0] <= 20, counts
