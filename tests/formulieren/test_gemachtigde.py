"""Piet sends something for Noor: both keep it, and nobody else gets in."""

import pytest
from django.test import Client

from eloket.formulieren.models import Aanvraag
from eloket.formulieren.services import get_aanvraag
from eloket.lib import klok
from eloket.lib.partij import Bsn
from eloket.outbox.services import run_due
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.formulieren.factories import Invuller, publish

NOOR, PIET, VREEMDE = Bsn(NOOR_BSN), Bsn("999990020"), Bsn("999993653")

pytestmark = pytest.mark.django_db


@pytest.fixture
def aanvraag(client: Client) -> Aanvraag:
    publish(niveau=20)
    login_burger(client, NOOR, handelende=PIET)
    piet = Invuller(client)
    piet.fill()
    piet.send()
    run_due(now=klok.now())
    return Aanvraag.objects.get()


@pytest.mark.parametrize("wie", [NOOR, PIET])
def test_whoever_sees_the_aanvraag_can_open_its_copy(aanvraag: Aanvraag, wie: Bsn) -> None:
    browser = Client()
    login_burger(browser, wie)
    url = get_aanvraag(aanvraag.identificatie, voor=wie).kopie_url
    assert browser.get(url)["Content-Type"] == "application/pdf"


def test_a_stranger_does_not_get_in_also_not_as_somebody_elses_gemachtigde(aanvraag: Aanvraag) -> None:
    url = get_aanvraag(aanvraag.identificatie, voor=NOOR).kopie_url
    for wie, handelende in [(VREEMDE, None), (VREEMDE, PIET), (PIET, VREEMDE), (NOOR, VREEMDE)]:
        browser = Client()
        login_burger(browser, wie, handelende=handelende)
        assert browser.get(url).status_code == 404, (wie, handelende)
