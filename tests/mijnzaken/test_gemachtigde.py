"""Piet may arrange one thing for Noor with DigiD Machtigen. He sees that, and nothing else of hers."""

import pytest
from django.test import Client

from eloket.formulieren.models import Aanvraag
from eloket.lib.partij import Bsn
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.formulieren.factories import Invuller, publish
from tests.zaken.factories import open_zaak

NOOR, PIET = Bsn(NOOR_BSN), Bsn("999990020")
LIJST = "/mijn-zaken/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def piet(client: Client) -> Client:
    """Logged in for Noor, for whom he sent one thing."""
    publish(niveau=20)
    login_burger(client, NOOR, handelende=PIET)
    invuller = Invuller(client)
    invuller.fill()
    invuller.send()
    return client


def test_he_sees_what_he_sent_for_her_and_how_far_it_is(piet: Client) -> None:
    nummer = Aanvraag.objects.get().identificatie
    assert nummer in piet.get(LIJST).content.decode()
    page = piet.get(f"{LIJST}{nummer}/").content.decode()
    assert "Stappen" in page


def test_her_other_zaken_are_not_there_for_him(piet: Client) -> None:
    secret = open_zaak(belanghebbende=NOOR).identificatie
    page = piet.get(LIJST)
    assert page.status_code == 200
    assert secret not in page.content.decode()
    assert piet.get(f"{LIJST}{secret}/").status_code == 404


def test_who_sent_nothing_for_her_sees_no_zaak_and_no_outage(client: Client) -> None:
    open_zaak(belanghebbende=NOOR)
    login_burger(client, NOOR, handelende=PIET)
    page = client.get(LIJST)
    assert page.status_code == 200
    assert "U heeft nu geen zaken" not in page.content.decode()


def test_noor_herself_sees_all_of_it(piet: Client) -> None:
    secret = open_zaak(belanghebbende=NOOR).identificatie
    noor = Client()
    login_burger(noor, NOOR)
    html = noor.get(LIJST).content.decode()
    assert secret in html
    assert Aanvraag.objects.get().identificatie in html


def test_as_himself_he_is_told_where_to_look(piet: Client) -> None:
    login_burger(piet, PIET)
    page = piet.get(f"{LIJST}{Aanvraag.objects.get().identificatie}/").content.decode()
    assert "Log in namens die persoon" in page
