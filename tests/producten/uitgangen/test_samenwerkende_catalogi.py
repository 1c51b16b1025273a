"""The feed for overheid.nl: order, value lists and texts, streamed, and nothing made when nothing changed."""

from collections.abc import Callable
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from wagtail.models import Page

from eloket.betalingen.models import TariefBedrag
from eloket.producten.models import ProductVerwant
from eloket.producten.services import (
    KanaalInvoer,
    Organisatie,
    ProductInvoer,
    ProductPage,
    ThemaPage,
    import_upl,
    publish_child,
    republish,
)
from tests.formulieren.factories import publish as publish_formulier
from tests.producten.factories import UPL_KOP, Catalogus, make_complete, make_product, make_tarief
from tests.producten.uitgangen.ophalen import (
    DCTERMS,
    FEED,
    OVERHEID,
    SC,
    XHTML,
    fetch,
    fetch_feed,
    names,
)

OWMS = "http://standaarden.overheid.nl/owms/terms/"
UPN = f"{OWMS}paspoort"
KERN = ["identifier", "title", "language", "type", "modified", "spatial", "authority"]
ORDER = {
    "owmsmantel": ["audience", "subject", "abstract"],
    "scmeta": ["productID", "onlineAanvragen", "aanvraagURL", "uniformeProductnaam", "gerelateerdProduct"],
}
REQUIRED = {"owmsmantel": {"audience", "abstract"}, "scmeta": {"productID", "onlineAanvragen"}}
SCHEMES = {"Gemeente", "Provincie", "Waterschap", "GGD", "Ministerie", "AndereOrganisatie"}


def check_structure(product: ET.Element) -> None:
    """What the description (IPM 4.0) says of every product: order, what is required, value lists."""
    assert product.attrib == {"owms-version": "4.0"}
    assert names(product) == ["meta", "body"]
    assert names(product[0]) == ["owmskern", "owmsmantel", "scmeta"]
    assert names(product[0][0]) == KERN
    for group in product[0][1:]:
        name = names(product[0])[list(product[0]).index(group)]
        found = names(group)
        assert found == sorted(found, key=ORDER[name].index)
        assert set(found) >= REQUIRED[name]
    check_values(product)


def check_values(product: ET.Element) -> None:
    assert {each.text for each in product.iter(f"{DCTERMS}language")} == {"nl"}
    assert {each.text for each in product.iter(f"{DCTERMS}audience")} <= {"particulier", "ondernemer"}
    assert {each.text for each in product.iter(f"{SC}onlineAanvragen")} <= {"ja", "nee", "digid"}
    assert len(list(product.iter(f"{DCTERMS}audience"))) in (1, 2)
    for tag in (f"{DCTERMS}spatial", f"{OVERHEID}authority"):
        (organisatie,) = product.iter(tag)
        assert organisatie.attrib["scheme"].removeprefix("overheid:") in SCHEMES
        assert organisatie.attrib["resourceIdentifier"].startswith("http")
    for each in product[0].iter():
        assert not list(each) or not (each.text or "").strip(), "metadata holds no HTML"
    for each in product.iter():
        assert "resourceIdentifier" not in each.attrib or each.attrib["resourceIdentifier"]


def test_a_full_product_keeps_to_the_order_and_the_value_lists(client: Client, catalogus: Catalogus) -> None:
    import_upl(iter([UPL_KOP, f"paspoort,{UPN},X,X\n"]))  # type: ignore[arg-type]
    publish_formulier(niveau=20)
    invoer = ProductInvoer(upns=[UPN], formulieren=["fietsenstalling"], themas=[catalogus.thema])
    other = make_product(catalogus, "rijbewijs")
    page = make_product(catalogus, "paspoort", invoer=invoer, title="Paspoort & reis", doelgroep="beide")
    page.verwante_producten = [ProductVerwant(product=other)]
    republish(page)
    products = fetch_feed(client)
    for product in products:
        check_structure(product)
    kern, mantel, scmeta = products[0][0]
    assert kern[0].text == "http://localhost:8000/producten/paspoort/"
    assert kern[1].text == "Paspoort & reis"
    assert kern[6].attrib == {
        "scheme": "overheid:Gemeente",
        "resourceIdentifier": f"{OWMS}Rietwaard_(gemeente)",
    }
    told = [each.text for each in mantel]
    assert told == ["particulier", "ondernemer", "Verhuizen", "Alles over paspoort."]
    assert names(scmeta) == ORDER["scmeta"]
    assert scmeta[1].text == "digid"
    assert scmeta[2].attrib["resourceIdentifier"].endswith("/formulieren/fietsenstalling/")
    assert (scmeta[3].text, scmeta[3].attrib["resourceIdentifier"]) == ("paspoort", UPN)
    assert scmeta[4].attrib["resourceIdentifier"] == "http://localhost:8000/producten/rijbewijs/"


FORMULIER = ProductInvoer(formulieren=["fietsenstalling"])
ONLINE: list[tuple[ProductInvoer, dict[str, str], tuple[str, str]]] = [
    (ProductInvoer(kanalen={"telefoon": "<p>Bel.</p>"}), {}, ("nee", "")),
    (ProductInvoer(kanalen={"elektronisch": "<p>Mail ons.</p>"}), {}, ("nee", "")),
    (
        ProductInvoer(
            kanalen={"elektronisch": "<p>x</p>"},
            kanaal_vast={"elektronisch": KanaalInvoer(adres="https://mijn.rdw.example/")},
        ),
        {},
        ("ja", "https://mijn.rdw.example/"),
    ),
    (
        ProductInvoer(
            kanalen={"elektronisch": "<p>x</p>"},
            kanaal_vast={"elektronisch": KanaalInvoer(adres="loket@rdw.example")},
        ),
        {"elders_naam": "RDW", "elders_url": "https://rdw.example/"},
        ("nee", ""),
    ),
    (
        ProductInvoer(kanalen={"elektronisch": "<p>x</p>"}),
        {"elders_naam": "RDW", "elders_url": "https://rdw.example/", "identificatie": "digid"},
        ("digid", "https://rdw.example/"),
    ),
    (
        ProductInvoer(kanalen={"elektronisch": "<p>x</p>"}, niet_te_regelen=["elektronisch"]),
        {"elders_naam": "RDW", "elders_url": "https://rdw.example/"},
        ("nee", ""),
    ),
    (FORMULIER, {"identificatie": "eherkenning"}, ("ja", "/formulieren/")),
    (FORMULIER, {"identificatie": "beide"}, ("digid", "/formulieren/")),
    (FORMULIER, {}, ("digid", "/formulieren/")),
]


@pytest.mark.parametrize(("invoer", "fields", "expected"), ONLINE)
def test_online_says_where_to_begin_and_with_which_login(
    client: Client,
    catalogus: Catalogus,
    invoer: ProductInvoer,
    fields: dict[str, str],
    expected: tuple[str, str],
) -> None:
    publish_formulier(niveau=20)
    make_product(catalogus, "rijbewijs", invoer=invoer, **fields)
    (product,) = fetch_feed(client)
    online, address = expected
    assert [each.text for each in product.iter(f"{SC}onlineAanvragen")] == [online]
    urls = [each.attrib["resourceIdentifier"] for each in product.iter(f"{SC}aanvraagURL")]
    assert len(urls) == bool(address)
    assert all(address in url for url in urls)


ORGANISATIES = [
    (("Gemeente Rietwaard", "Gemeente", ""), ("Rietwaard", "overheid:Gemeente", "https://owms.example/r")),
    (("Drenthe", "Provincie", ""), ("Drenthe", "overheid:Provincie", f"{OWMS}Drenthe_(provincie)")),
    (("RDW", "Rijk", ""), ("RDW", "overheid:Ministerie", f"{OWMS}RDW")),
    (("Het Veer", "Anders", ""), ("Het Veer", "overheid:AndereOrganisatie", f"{OWMS}Het_Veer")),
    (("Delfland", "Waterschap", f"{OWMS}Delf"), ("Delfland", "overheid:Waterschap", f"{OWMS}Delf")),
]  # fmt: skip


@pytest.mark.parametrize(("organisatie", "expected"), ORGANISATIES)
def test_the_authority_is_who_is_responsible(
    client: Client,
    catalogus: Catalogus,
    settings: Settings,
    organisatie: tuple[str, str, str],
    expected: tuple[str, str, str],
) -> None:
    settings.ELOKET_OWMS_URI = "https://owms.example/r"
    naam, soort, uri = organisatie
    of = Organisatie.objects.create(code="x", naam=naam, soort=soort, uri=uri)
    make_product(catalogus, "rijbewijs", verantwoordelijke=of)
    (product,) = fetch_feed(client)
    check_structure(product)
    (authority,) = product.iter(f"{OVERHEID}authority")
    found = (authority.text, authority.attrib["scheme"], authority.attrib["resourceIdentifier"])
    assert found == expected
    (spatial,) = product.iter(f"{DCTERMS}spatial")
    assert spatial.attrib["resourceIdentifier"] == "https://owms.example/r"


def test_the_body_holds_every_question_as_xhtml(client: Client, catalogus: Catalogus) -> None:
    page = make_complete(catalogus, bezwaar='<p>Zie <a href="/contact/">contact</a>.</p>')
    page.vragen = [("vraag", {"vraag": "Mag mijn kind mee?", "antwoord": "<p>Ja, dat mag.</p>"})]
    republish(page)
    (product,) = fetch_feed(client)
    (body,) = product.iter(f"{SC}productHTML")
    words = " ".join("".join(body.itertext()).split())
    for told in (
        "Wat is het?", "Een reisdocument.", "Paspoort: € 86,85", "Binnen 5 werkdagen.", "Aan de balie",
        "Kom langs met uw oude paspoort.", "Mag mijn kind mee?", "Ja, dat mag.",
    ):  # fmt: skip
        assert told in words, told
    (link,) = body.iter(f"{XHTML}a")
    assert link.attrib["href"] == "http://localhost:8000/contact/"


def test_a_character_that_xml_cannot_hold_breaks_no_feed(client: Client, catalogus: Catalogus) -> None:
    wat = "<p>a\x0bb]]><script>x</script></p>"
    make_product(catalogus, "paspoort", samenvatting="Voor\x0bu & ik <b> \ufffe.", wat=wat)
    (product,) = fetch_feed(client)
    assert "Vooru & ik <b> ." in [each.text for each in product.iter(f"{DCTERMS}abstract")]
    assert [each.text for each in product.iter(f"{XHTML}p")] == ["ab]]>"]


def edit(page: ProductPage) -> None:
    page.title = "Rijbewijs"
    republish(page)


def close(page: ProductPage) -> None:
    page.unpublish()


@pytest.mark.parametrize("change", [edit, close])
def test_who_asks_again_hears_not_changed_until_it_is(
    client: Client, bewaard: Catalogus, change: Callable[[ProductPage], None]
) -> None:
    page = make_complete(bewaard)
    mark = client.get(FEED)["ETag"]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        again = client.get(FEED, headers={"If-None-Match": mark})
    assert (again.status_code, again.content) == (304, b"")
    assert len(queries) <= 3, "nothing of the catalogue is read"
    assert client.head(FEED, headers={"If-None-Match": mark}).status_code == 304
    change(page)
    response = client.get(FEED, headers={"If-None-Match": mark})
    assert response.status_code == 200
    assert response["ETag"] != mark


def test_a_head_says_the_same_as_a_get_and_makes_nothing(client: Client, bewaard: Catalogus) -> None:
    make_complete(bewaard)
    with CaptureQueriesContext(connection) as queries:
        head = client.head(FEED)
    get = client.get(FEED)
    assert len(queries) <= 6
    for name in ("ETag", "Content-Type", "Cache-Control"):
        assert head[name] == get[name]
    assert head.content == b""


def test_an_amount_and_an_expiry_change_the_feed_at_their_moment(client: Client, bewaard: Catalogus) -> None:
    TariefBedrag.objects.create(tarief=make_tarief(), bedrag=Decimal("90.10"), vanaf="2027-01-01")
    page = make_complete(bewaard)
    other = make_product(bewaard, "rijbewijs")
    Page.objects.filter(pk=other.pk).update(expire_at="2027-02-01T12:00:00+01:00")
    for before, after, changed in [
        ("2026-12-31T23:59:59+01:00", "2027-01-01T00:00:00+01:00", True),
        ("2027-02-01T11:59:59+01:00", "2027-02-01T12:00:00+01:00", True),
        ("2027-02-01T12:00:00+01:00", "2027-02-01T18:00:00+01:00", False),
    ]:
        with time_machine.travel(before, tick=False):
            mark = client.get(FEED)["ETag"]
        with time_machine.travel(after, tick=False):
            status = client.get(FEED, headers={"If-None-Match": mark}).status_code
            assert status == (200 if changed else 304), after
    with time_machine.travel("2027-02-01T12:00:00+01:00", tick=False):
        (product,) = fetch_feed(client)
    (modified,) = product.iter(f"{DCTERMS}modified")
    assert modified.text == "2027-01-01", f"the day on which the amount of {page.slug} changed"


def test_a_long_catalogue_goes_out_in_pieces_with_a_fixed_number_of_queries(
    client: Client, catalogus: Catalogus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Per chunk the same few queries, whatever hangs on the products; never more than a chunk in memory."""
    monkeypatch.setattr("eloket.producten.gegevens.CHUNK", 4)
    themas = [publish_child(catalogus.nl.themas, ThemaPage(title=f"Thema {nr}")) for nr in range(3)]
    invoer = ProductInvoer(themas=themas, tarieven=[make_tarief().code])
    for nr in range(12):
        make_product(catalogus, f"product-{nr:02}", invoer=invoer)
    response = client.get(FEED)
    pieces = iter(response.streaming_content)
    counts = []
    for _chunk in range(3):
        with CaptureQueriesContext(connection) as queries:
            for _product in range(4):
                next(pieces)
        counts.append(len(queries))
    assert counts[1] == counts[2] <= 8, counts
    assert b"".join(pieces).endswith(b"</overheidproduct:scproducten>\n")
    assert len(fetch(client, FEED)) > 1000
