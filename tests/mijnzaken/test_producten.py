"""Mijn producten: what Noor and Joris hold, what it is worth now, and whose it is not."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from eloket.bestanden.services import store_bestand
from eloket.lib.partij import Bsn, Identificerend, Kvk
from eloket.uitgifte.models import Document
from eloket.uitgifte.services import (
    REGEL,
    Door,
    Hoedanigheid,
    ProductInfo,
    resume_product,
    suspend_product,
    withdraw_product,
)
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.uitgifte.factories import CLAIMS, EVENEMENT, KEES, NOW, issue, make_soort
from tests.zaken.factories import VREEMDE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vandaag")]
NOOR, PIET = Bsn(NOOR_BSN), Bsn("999990020")
VERHUUR, WINKEL = Kvk("90004590", "990000216645"), Kvk("90004590", "990000000001")
LIJST = "/mijn-zaken/producten/"
HOUDER = Door(Hoedanigheid.HOUDER)


@pytest.fixture
def vandaag() -> Iterator[time_machine.Traveller]:
    """It stays Tuesday 24 November 2026 until it is moved."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def vergunning(db: None) -> ProductInfo:
    make_soort(verlengen_dagen=60)
    return issue(houder=NOOR)


@pytest.fixture
def noor(client: Client) -> Client:
    login_burger(client, NOOR)
    return client


def path(product: ProductInfo) -> str:
    return f"{LIJST}{product.code}/"


def test_noor_finds_her_vergunning_on_mijn_zaken_and_all_of_it_behind_that(
    vergunning: ProductInfo, noor: Client
) -> None:
    for address in ("/mijn-zaken/", LIJST):
        page = noor.get(address).text
        for told in (
            "Mijn producten",
            "Parkeervergunning",
            "Geldig tot en met 23 november 2027",
            path(vergunning),
        ):
            assert told in page
    page = noor.get(path(vergunning)).text
    for told in (
        "Dit document is geldig",
        "GT123X",
        "Zone",
        vergunning.tooncode,
        "Uitgegeven",
        vergunning.zaak,
    ):
        assert told in page
    assert NOOR_BSN not in page


def test_the_code_may_be_typed_with_dashes(vergunning: ProductInfo, noor: Client) -> None:
    assert noor.get(f"{LIJST}{vergunning.tooncode}/").status_code == 200


@pytest.mark.parametrize("wie", [Bsn(VREEMDE.nummer), VERHUUR, WINKEL])
def test_for_anybody_else_it_is_not_there(
    vergunning: ProductInfo, client: Client, wie: Identificerend
) -> None:
    login_burger(client, wie)
    for address in (path(vergunning), f"{path(vergunning)}document/"):
        assert client.get(address).status_code == 404
    assert vergunning.tooncode not in client.get(LIJST).text
    assert "Mijn producten" not in client.get("/mijn-zaken/").text


@pytest.mark.parametrize("code", ["AAAABBBBCCCCDDDD", "x", "0000-0000-0000-0000"])
def test_a_code_that_is_nobodys_is_404(noor: Client, code: str) -> None:
    assert noor.get(f"{LIJST}{code}/").status_code == 404


def test_nobody_in_particular_logs_in_first(vergunning: ProductInfo, client: Client) -> None:
    assert client.get(path(vergunning)).status_code == 302


def test_a_business_finds_what_its_vestiging_holds(client: Client) -> None:
    make_soort("evenementenvergunning", EVENEMENT)
    product = issue(houder=VERHUUR, soort="evenementenvergunning", claims=CLAIMS[EVENEMENT])
    login_burger(client, VERHUUR, naam="Fietsen & Co")
    page = client.get(path(product)).text
    assert "Buurtfeest" in page
    assert "5 december 2026, 14:00" in page
    other = Client()
    login_burger(other, WINKEL)
    assert other.get(path(product)).status_code == 404


def test_piet_sees_what_he_asked_for_her_and_nothing_else_of_hers(client: Client, monkeypatch: Any) -> None:
    make_soort()
    his, hers = (
        issue(houder=NOOR, zaak="ELK-1", verzoek="a:1"),
        issue(houder=NOOR, zaak="ELK-2", verzoek="a:2"),
    )
    monkeypatch.setattr("eloket.mijnzaken.services.producten.list_zaken_van", lambda voor, door: {"ELK-1"})
    login_burger(client, NOOR, handelende=PIET)
    page = client.get(LIJST).text
    assert his.tooncode in page
    assert hers.tooncode not in page
    assert client.get(path(his)).status_code == 200
    assert client.get(path(hers)).status_code == 404


def test_while_the_document_is_made_the_page_says_so_and_then_she_downloads_it(
    vergunning: ProductInfo, noor: Client
) -> None:
    page = noor.get(path(vergunning)).text
    assert "Uw document wordt nog gemaakt" in page
    assert noor.get(f"{path(vergunning)}document/").status_code == 404
    bestand = store_bestand(inhoud=b"%PDF-1.7 x", naam="vergunning.pdf", mimetype="application/pdf", now=NOW)
    Document.objects.update(status="klaar", bestand=bestand, sha256="0" * 64, proef=True)
    page = noor.get(path(vergunning)).text
    assert "Download uw document" in page
    assert "PROEFZEGEL" in page
    answer = noor.get(f"{path(vergunning)}document/")
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 x"
    assert 'filename="vergunning.pdf"' in answer["Content-Disposition"]


def test_withdrawn_by_kees_she_reads_why_and_until_when_she_can_object(
    vergunning: ProductInfo, noor: Client, vandaag: Any
) -> None:
    withdraw_product(vergunning.id, door=KEES, reden="U betaalde niet.", now=NOW)
    page = noor.get(path(vergunning)).text
    for told in (
        "ingetrokken",
        "U betaalde niet.",
        "tot en met 5 januari 2027",
        "Ingetrokken door de gemeente",
    ):
        assert told in page
    assert "kees" not in page.lower()
    assert "Een computer nam dit besluit" not in page
    assert "Niet meer geldig" in noor.get(LIJST).text
    vandaag.move_to(NOW + timedelta(days=60))
    login_burger(noor, NOOR)
    assert "Bezwaar maken kon tot en met" in noor.get(path(vergunning)).text


def test_ended_by_a_rule_she_reads_that_a_person_will_look(vergunning: ProductInfo, noor: Client) -> None:
    withdraw_product(vergunning.id, door=REGEL, reden="U woont niet meer in zone A.", now=NOW)
    page = noor.get(path(vergunning)).text
    for told in ("U woont niet meer in zone A.", "Een computer nam dit besluit", "Bezwaar maken kan"):
        assert told in page


def test_what_she_ended_herself_needs_no_bezwaar(vergunning: ProductInfo, noor: Client) -> None:
    withdraw_product(vergunning.id, door=HOUDER, reden="", now=NOW)
    page = noor.get(path(vergunning)).text
    assert "Beëindigd door de houder" in page
    assert "Bezwaar" not in page


def test_stopped_and_going_on_stands_in_the_history(vergunning: ProductInfo, noor: Client) -> None:
    suspend_product(vergunning.id, door=KEES, reden="Wij zoeken iets uit.", now=NOW)
    assert "Dit document is nu niet geldig" in noor.get(path(vergunning)).text
    resume_product(vergunning.id, door=KEES, reden="", now=NOW + timedelta(minutes=1))
    page = noor.get(path(vergunning)).text
    titles = re.findall(r'eloket-tijdlijn__titel">([^<]+)<', page)
    assert titles == ["Geldt weer", "Tijdelijk stopgezet", "Uitgegeven"]
    assert "Bezwaar" not in page


def test_by_the_clock_it_is_over_also_before_anybody_wrote_that_down(
    vergunning: ProductInfo, noor: Client, vandaag: Any
) -> None:
    vandaag.move_to(NOW + timedelta(days=400))
    login_burger(noor, NOOR)
    assert "De termijn van dit document is voorbij." in noor.get(path(vergunning)).text
    assert "Niet meer geldig sinds 24 november 2027." in noor.get(LIJST).text


def test_who_has_nothing_reads_that(noor: Client) -> None:
    assert "U heeft nog geen vergunning of document van ons." in noor.get(LIJST).text


def test_many_come_by_pages_and_cost_no_more_queries(
    noor: Client, django_assert_max_num_queries: Any
) -> None:
    make_soort()
    for number in range(25):
        issue(houder=NOOR, verzoek=f"a:{number}")
    noor.get(LIJST)
    with django_assert_max_num_queries(12):
        first = noor.get(LIJST).text
    second = noor.get(f"{LIJST}?pagina=2").text
    assert (first.count("eloket-kaart__titel"), second.count("eloket-kaart__titel")) == (20, 5)


def test_in_english_all_of_it_is_there(vergunning: ProductInfo, noor: Client) -> None:
    page = noor.get(f"/en{path(vergunning)}")
    assert page.status_code == 200
    assert "Parkeervergunning (EN)" in page.text


def test_pages_are_kept_by_nobody(vergunning: ProductInfo, noor: Client) -> None:
    assert "no-store" in noor.get(path(vergunning))["Cache-Control"]
