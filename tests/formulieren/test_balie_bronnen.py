"""Ilse fills in for somebody whom the sources know: it is there already, and that she looked is noted."""

from typing import Any

import pytest
from django.test import Client

from eloket.accounts.models import User
from eloket.accounts.services import Niveau
from eloket.formulieren.models import Aanvraag, Concept
from eloket.lib.partij import Kvk
from eloket.personen.models import Raadpleging
from eloket.personen.services import list_inzages
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.formulieren.bronnen import (
    ADRES,
    ASKED,
    BRAM,
    BROKEN,
    DAG,
    GEZIN,
    NAAM,
    NOOR,
    VAST_ADRES,
    VASTE_NAAM,
    first_page,
    open_form,
    stap,
    veld,
)
from tests.formulieren.factories import publish
from tests.formulieren.test_hulp import BALIE, at_desk, begin_at_desk, code_on, ilse

__all__ = ["ilse"]  # a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bronnen")]
VAST_BSN = veld("bsn", "nummer", "persoon.bsn", vast=True)


def begin(ilse: Client, *velden: object, niveau: int = int(Niveau.MIDDEN), nummer: str = NOOR_BSN) -> str:
    """Ilse takes a call about a form with these questions; where her draft is."""
    publish(niveau=niveau, stappen=[stap("wie", *velden), stap("rest", DAG)])
    location: str = begin_at_desk(ilse, soort="bsn", nummer=nummer)["Location"]
    return location


@pytest.mark.kern
def test_ilse_finds_noors_name_and_address_filled_in_and_it_is_noted_who_looked(ilse: Client) -> None:
    concept = begin(ilse, VASTE_NAAM, ADRES, VAST_BSN)
    assert not ASKED  # nothing is asked before the step that needs it
    page = ilse.get(f"{concept}wie/").text
    assert "Noor de Wit" in page
    assert 'value="Rietkade"' in page
    assert "Uit: wat u aan het begin invulde." in page
    assert "gegevens van uw login" not in page
    ilse.get(f"{concept}wie/")
    assert [NOOR_BSN] == ASKED
    note = Raadpleging.objects.get()
    assert note.door == User.objects.get(last_name="Bakker").username
    assert note.doel == "Formulier: Plek in de fietsenstalling"
    (inzage,) = list_inzages(NOOR)
    assert inzage.afdeling == "Klantcontactcentrum"
    assert "Bakker" not in str(inzage)


def test_what_stands_fast_is_what_the_source_says_whatever_ilse_sends(ilse: Client) -> None:
    concept = begin(ilse, VASTE_NAAM)
    ilse.get(f"{concept}wie/")
    ilse.post(f"{concept}wie/", {"v-naam": "Iemand Anders"})
    ilse.post(f"{concept}rest/", {"v-wens": "graag"})
    proof = ilse.get(f"{concept}controleren/").context["form"]["bewijs"].value()
    ilse.post(f"{concept}controleren/", {"bewijs": proof, "verklaring": "on"})
    assert Aanvraag.objects.get().antwoorden["naam"] == "Noor de Wit"


def test_ilse_chooses_from_the_family_as_noor_would(ilse: Client) -> None:
    page = ilse.get(f"{begin(ilse, GEZIN)}wie/").text
    assert 'value="kind-1"' in page


def test_a_secret_address_is_not_shown_to_ilse_either(ilse: Client) -> None:
    concept = begin(ilse, VASTE_NAAM, ADRES, nummer=BRAM.nummer)
    page = ilse.get(f"{concept}wie/").text
    assert "Dit adres is geheim." in page
    assert 'name="v-adres_straat"' not in page
    ilse.post(f"{concept}wie/", {})
    assert ilse.get(f"{concept}rest/").status_code == 200


def test_during_an_outage_ilse_types_also_what_only_the_source_may_say(ilse: Client) -> None:
    concept = begin(ilse, VASTE_NAAM, VAST_ADRES)
    BROKEN.append(True)
    page = ilse.get(f"{concept}wie/").text
    assert "De bron antwoordt nu niet. Vul de gegevens zelf in" in page
    assert 'name="v-naam"' in page
    street = {"v-adres_postcode": "1234 AB", "v-adres_huisnummer": "12", "v-adres_toevoeging": "A"}
    assert ilse.post(f"{concept}wie/", {"v-naam": "Noor", **street}).status_code == 302
    assert ilse.get(f"{concept}rest/").status_code == 200


def test_a_number_that_nobody_has_is_told(ilse: Client) -> None:
    page = ilse.get(f"{begin(ilse, NAAM, nummer='111222333')}wie/").text
    assert "De bron kent dit nummer niet. Kijk het nummer na" in page
    assert 'name="v-naam"' in page


def test_for_a_company_the_handelsregister_is_asked(ilse: Client) -> None:
    publish(niveau=20, stappen=[stap("wie", veld("tekst", "naam", "bedrijf.naam")), stap("rest", DAG)])
    concept = begin_at_desk(ilse, soort="kvk", nummer="90001354")["Location"]
    assert "Bakkerij De Rietkraag" in ilse.get(f"{concept}wie/").text
    assert list_inzages(Kvk("90001354"))[0].afdeling == "Klantcontactcentrum"


@pytest.mark.parametrize(
    ("niveau", "soort", "nummer"),
    [(20, "", ""), (20, "contact", "noor@rietwaard.example"), (0, "bsn", NOOR_BSN)],
    ids=["nobody named", "only an address", "a form without login"],
)
def test_who_is_not_known_is_looked_up_nowhere(ilse: Client, niveau: int, soort: str, nummer: str) -> None:
    publish(niveau=niveau, stappen=[stap("wie", NAAM), stap("rest", DAG)])
    concept = begin_at_desk(ilse, soort=soort, nummer=nummer)["Location"]
    page = ilse.get(f"{concept}wie/").text
    assert 'name="v-naam"' in page
    assert "Noor" not in page.split("<main")[1]
    assert not ASKED


def test_noor_takes_over_what_was_looked_up_for_her_and_is_not_asked_about_again(
    ilse: Client, client: Client
) -> None:
    concept = begin(ilse, VASTE_NAAM)
    ilse.get(f"{concept}wie/")
    code = code_on(ilse.post(f"{concept}overgeven/"))
    login_burger(client)
    own = client.post("/formulieren/fietsenstalling/overnemen/", {"code": code})["Location"]
    assert "Noor de Wit" in client.get(f"{own}wie/").text
    assert [NOOR_BSN] == ASKED
    assert "Klopt dit niet? Neem dan contact met ons op." in client.get(f"{own}wie/").text


def test_who_helps_sees_what_noor_sees_and_asks_the_source_nothing(ilse: Client, client: Client) -> None:
    noor = open_form(client, VASTE_NAAM, GEZIN)
    first_page(noor)
    noor.begin(**{"v-gezin": "kind-1"})
    Raadpleging.objects.all().delete()
    ilse.post(BALIE, {"code": code_on(noor.post("hulp"))})
    page = ilse.get(f"{at_desk(noor)}wie/").text
    assert "Noor de Wit" in page
    assert 'name="v-naam"' not in page  # stands fast, for her as well
    assert not Raadpleging.objects.exists()
    ilse.post(f"{at_desk(noor)}wie/", {"v-naam": "Iemand Anders", "v-gezin": "kind-1"})
    assert "Iemand Anders" not in str(Concept.objects.get().antwoorden)


def test_a_step_at_the_desk_stays_within_ten_queries(
    ilse: Client, django_assert_max_num_queries: Any
) -> None:
    concept = begin(ilse, VASTE_NAAM, GEZIN)
    ilse.get(f"{concept}wie/")  # the source is asked once
    with django_assert_max_num_queries(10):
        ilse.get(f"{concept}wie/")
    with django_assert_max_num_queries(10):
        ilse.post(f"{concept}wie/", {"v-gezin": "kind-1"})
