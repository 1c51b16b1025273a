"""Partner and children: chosen from what the BRP knows, or written down."""

import pytest
from django.test import Client

from eloket.formulieren.models import Aanvraag
from eloket.personen.models import Raadpleging
from tests.formulieren.bronnen import BROKEN, GEZIN, NAAM, finish, first_page, open_form, veld

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bronnen")]


def test_noor_chooses_who_moves_with_her(client: Client) -> None:
    noor = open_form(client, NAAM, GEZIN)
    page = first_page(noor)
    assert "Daan Pieter Mulder, geboren 2 november 1985 (partner)" in page
    assert "Sem Mulder, geboren 3 mei 2015 (kind)" in page
    response = client.post(f"{noor.start}beginnen/", {"v-naam": "Noor", "v-gezin": ["partner-1", "kind-2"]})
    noor.concept = response["Location"].removesuffix("rest/")
    noor.post("rest", **{"v-wens": "graag"})
    summary = noor.get("controleren").content.decode()
    assert "Lotte Marie Mulder, geboren 21 september 2018" in summary
    assert "Sem" not in summary
    assert noor.send().status_code == 302
    partner, kind = Aanvraag.objects.get().antwoorden["gezin"]
    assert partner["naam"] == "Daan Pieter Mulder"
    assert kind == {"naam": "Lotte Marie Mulder", "geboren": "2018-09-21", "relatie": "kind"}
    assert Raadpleging.objects.get().gegevens == "kinderen,naam,partner"


def test_noor_hears_what_to_do_when_she_chose_nobody(client: Client) -> None:
    noor = open_form(client, {**GEZIN, "verplicht": True})
    first_page(noor)
    page = noor.begin(**{"v-gezin": ""}).content.decode()
    assert "Kies voor wie dit ook geldt." in page


def test_nobody_adds_somebody_elses_child(client: Client) -> None:
    noor = open_form(client, GEZIN)
    first_page(noor)
    response = noor.begin(**{"v-gezin": "kind-9"})
    assert response.status_code == 200
    assert "Kies uit de mensen die hier staan." in response.content.decode()


def test_nobody_need_be_chosen(client: Client) -> None:
    noor = open_form(client, GEZIN, veld("tekst", "iets", verplicht=False))
    first_page(noor)
    assert noor.begin(**{"v-iets": ""}).status_code == 302
    assert finish(noor)["gezin"] is None


def test_in_an_outage_she_writes_them_down(client: Client) -> None:
    BROKEN.append(True)
    noor = open_form(client, GEZIN)
    assert "elk op een eigen regel" in first_page(noor)
    assert noor.begin(**{"v-gezin": "Sem Mulder, 3-5-2015\r\n\r\nLotte Mulder"}).status_code == 302
    summary_names = [each["naam"] for each in finish(noor)["gezin"]]
    assert summary_names == ["Sem Mulder, 3-5-2015", "Lotte Mulder"]


def test_nobody_writes_down_a_whole_school(client: Client) -> None:
    BROKEN.append(True)
    noor = open_form(client, GEZIN)
    response = noor.begin(**{"v-gezin": "Sem\n" * 21})
    assert "Schrijf hooguit 20 mensen op" in response.content.decode()
