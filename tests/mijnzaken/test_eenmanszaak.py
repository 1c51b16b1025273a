"""The RSIN of an eenmanszaak is the BSN of its owner: one person for the law, two logins."""

import pytest
from django.test import Client

from eloket.formulieren.models import Aanvraag
from eloket.lib.partij import Bsn, Rsin
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.formulieren.factories import Invuller, publish
from tests.zaken.factories import open_zaak

NOOR, ZAAK_VAN_NOOR = Bsn(NOOR_BSN), Rsin(NOOR_BSN)
LIJST = "/mijn-zaken/"

pytestmark = pytest.mark.django_db


def test_noor_finds_with_digid_what_she_asked_for_her_business(client: Client) -> None:
    publish(niveau=20)
    login_burger(client, ZAAK_VAN_NOOR, naam="Wolwinkel Noor")
    winkel = Invuller(client)
    winkel.fill()
    winkel.send()
    nummer = Aanvraag.objects.get().identificatie

    login_burger(client, NOOR)
    assert nummer in client.get(LIJST).text
    page = client.get(f"{LIJST}{nummer}/")
    assert "Stappen" in page.text
    assert NOOR_BSN not in page.text


def test_who_works_for_the_business_sees_nothing_of_noor_herself(client: Client) -> None:
    private = open_zaak(belanghebbende=NOOR).identificatie
    login_burger(client, ZAAK_VAN_NOOR, naam="Wolwinkel Noor")
    assert private not in client.get(LIJST).text
    assert client.get(f"{LIJST}{private}/").status_code == 404
