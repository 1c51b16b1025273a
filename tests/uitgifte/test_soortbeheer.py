"""Samira sets up a kind of product in the admin."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from eloket.accounts.services import Rol
from eloket.uitgifte.models import Productsoort
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.uitgifte.factories import EVENEMENT, PARKEREN, issue, make_soort

pytestmark = pytest.mark.django_db
ADD = "/beheer/productsoorten/add/"
FILLED = {
    "code": "parkeervergunning",
    "naam": "Parkeervergunning",
    "claimtype": PARKEREN,
    "actief": "on",
    "levering": "besluit",
    "beslisregels-count": "0",
    "vulling-count": "0",
    "sjabloon": "vergunning",
    "geldigheid_aantal": "1",
    "geldigheid_eenheid": "jaren",
    "verlengen_dagen": "60",
    "toont": ["zone"],
}


@pytest.fixture
def samira(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.REDACTEUR))
    return client


def test_samira_makes_a_soort(samira: Client) -> None:
    page = samira.get(ADD)
    assert page.status_code == 200
    assert "Parkeervergunning: kenteken, zone, op naam van, adres" in page.text
    assert samira.post(ADD, FILLED).status_code == 302
    soort = Productsoort.objects.get()
    assert [veld.naam for veld in soort.zichtbaar] == ["zone"]
    assert samira.get("/beheer/productsoorten/").status_code == 200


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"toont": ["evenement"]}, "Dit mag niet voor iedereen te zien zijn"),
        ({"toont": ["kenteken"]}, "kenteken"),
        ({"geldigheid_aantal": "0"}, "Vul in hoe lang het geldig is"),
    ],
)
def test_what_cannot_be_is_said(samira: Client, change: dict[str, object], words: str) -> None:
    page = samira.post(ADD, FILLED | change)
    assert page.status_code == 200
    assert words in page.text
    assert not Productsoort.objects.exists()


def test_what_was_issued_keeps_saying_the_same() -> None:
    soort = make_soort()
    issue()
    soort.claimtype, soort.toont = EVENEMENT, []
    with pytest.raises(ValidationError, match="al iets uitgegeven"):
        soort.full_clean()


def test_kees_does_not_set_up_soorten(client: Client) -> None:
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR))
    assert client.get(ADD).status_code == 302
