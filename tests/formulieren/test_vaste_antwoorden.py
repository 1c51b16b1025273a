"""What may not be changed is shown and never taken from the visitor; what is secret is not even shown."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from eloket.formulieren.models import Aanvraag, Concept
from eloket.lib.partij import Bsn, Kvk
from tests.accounts.helpers import login_burger
from tests.formulieren.bronnen import (
    ADRES,
    ASKED,
    BIRTHDAY,
    BRAM,
    BROKEN,
    DAG,
    FATIMA,
    GEBOREN,
    NAAM,
    NOOR,
    VAST_ADRES,
    VAST_GEBOREN,
    VASTE_NAAM,
    WIM,
    finish,
    first_page,
    open_form,
    stap,
    veld,
)
from tests.formulieren.factories import Invuller, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bronnen")]


def test_the_summary_offers_no_change_of_what_is_fixed(client: Client) -> None:
    noor = open_form(client, VASTE_NAAM, GEBOREN)
    first_page(noor)
    noor.begin(**BIRTHDAY)
    noor.post("rest", **{"v-wens": "graag"})
    [naam, geboren] = noor.get("controleren").context["delen"][0]["rijen"]
    assert (naam.value, naam.change_url) == ("Noor de Wit", "")
    assert geboren.change_url


def test_what_is_fixed_is_text_and_has_no_box(client: Client) -> None:
    page = first_page(open_form(client, VASTE_NAAM, VAST_GEBOREN, VAST_ADRES, DAG | {"sleutel": "iets"}))
    assert "Noor de Wit" in page
    assert "14 maart 1987" in page
    assert "Rietkade 12A<br>1234 AB Rietwaard" in page
    assert "Uit: Basisregistratie Personen. Klopt dit niet? Neem dan contact met ons op." in page
    assert 'name="v-naam"' not in page
    assert 'name="v-geboren' not in page
    assert 'name="v-adres' not in page


def test_what_is_fixed_is_not_taken_from_the_visitor(client: Client) -> None:
    noor = open_form(client, VASTE_NAAM, VAST_GEBOREN, VAST_ADRES)
    first_page(noor)
    forged = {
        "v-naam": "Koning Willem", "v-geboren_dag": "1", "v-geboren_maand": "1", "v-geboren_jaar": "2000",
        "v-adres_postcode": "9999 ZZ", "v-adres_straat": "Paleisstraat", "v-adres_huisnummer": "1",
        "v-adres_woonplaats": "Elders", "v-adres": "x",
    }  # fmt: skip
    assert noor.begin(**forged).status_code == 302
    assert noor.post("wie", **forged).status_code == 302
    assert "Koning" not in noor.get("wie").content.decode() + noor.get("controleren").content.decode()
    answers = finish(noor)
    assert answers["naam"] == "Noor de Wit"
    assert answers["geboren"] == "1987-03-14"
    assert answers["adres"]["straat"] == "Rietkade"


def test_forged_answers_saved_halfway_do_not_stay_either(client: Client) -> None:
    noor = open_form(client, VASTE_NAAM, DAG | {"sleutel": "iets"})
    first_page(noor)
    noor.begin(**{"v-naam": "Koning Willem", "v-iets": "", "bewaar": "1"})
    assert "Koning" not in str(Concept.objects.get().antwoorden)
    assert "Noor de Wit" in first_page_of_draft(noor)


def first_page_of_draft(invuller: Invuller) -> str:
    return str(invuller.client.get(f"{invuller.start}beginnen/", follow=True).content.decode())


def test_fatima_types_her_birthday_because_the_brp_knows_half_of_it(client: Client) -> None:
    fatima = open_form(client, VASTE_NAAM, VAST_GEBOREN, wie=FATIMA)
    page = first_page(fatima)
    assert 'name="v-geboren_dag"' in page
    assert 'name="v-naam"' not in page
    assert fatima.begin(**BIRTHDAY).status_code == 302
    assert finish(fatima)["geboren"] == "1987-03-14"


def test_wims_address_is_doubted_and_not_filled_in(client: Client) -> None:
    page = first_page(open_form(client, VAST_ADRES, wie=WIM))
    assert "Molendijk" not in page
    assert 'name="v-adres_straat"' in page


def test_an_answer_that_does_not_fit_can_be_typed(client: Client) -> None:
    short = VASTE_NAAM | {"instellingen": {**VASTE_NAAM["instellingen"], "max_tekens": 4}}
    assert 'name="v-naam"' in first_page(open_form(client, short))


# --- Secret -----


@pytest.mark.parametrize("adres", [ADRES, VAST_ADRES], ids=["mag", "mag niet"])
def test_brams_address_is_never_shown_and_he_goes_on_all_the_same(
    client: Client, adres: dict[str, Any]
) -> None:
    bram = open_form(client, NAAM, adres, wie=BRAM)
    page = first_page(bram)
    assert "Dit adres is geheim." in page
    assert 'name="v-adres' not in page
    assert bram.begin(**{"v-naam": "Bram"}).status_code == 302
    assert finish(bram)["adres"] is None


def test_a_code_by_mail_is_asked_beside_a_secret_address(client: Client) -> None:
    email = veld("email", "email", instellingen={"bevestigen": True})
    bram = open_form(client, VAST_ADRES, email, wie=BRAM)
    first_page(bram)
    bram.begin(**{"v-email": "bram@voorbeeld.nl"})
    assert "uw_code" in bram.get("wie").content.decode()


# --- Out of order -----


def test_in_an_outage_noor_fills_in_the_form_herself(client: Client) -> None:
    BROKEN.append(True)
    noor = open_form(client, NAAM, GEBOREN)
    page = first_page(noor)
    assert "Wij kunnen uw gegevens nu niet ophalen. Vul ze zelf in." in page
    assert noor.begin(**{"v-naam": "Noor", **BIRTHDAY}).status_code == 302
    assert finish(noor) == {"naam": "Noor", "geboren": "1987-03-14", "wens": "graag"}
    assert len(ASKED) == 1  # the fuse


def test_what_must_come_from_the_brp_waits_and_nothing_is_lost(client: Client) -> None:
    BROKEN.append(True)
    publish(niveau=20, stappen=[stap("eerst", DAG), stap("wie", VASTE_NAAM, veld("tekst", "iets"))])
    login_burger(client, NOOR)
    noor = Invuller(client)
    noor.begin(**{"v-wens": "graag"})
    page = noor.get("wie").content.decode()
    assert "Probeer het later opnieuw." in page
    assert 'name="v-naam"' not in page
    refused = noor.post("wie", **{"v-naam": "Koning Willem", "v-iets": "van alles"})
    assert refused.status_code == 200
    assert "van alles" in refused.content.decode()
    assert noor.post("wie", **{"v-iets": "van alles", "terug": "1"}).status_code == 302

    BROKEN.clear()
    cache.delete("zekering:personen-brp:rust")  # twenty seconds later
    page = noor.get("wie").content.decode()
    assert "Noor de Wit" in page
    assert "van alles" in page
    assert noor.post("wie", **{"v-iets": "van alles"}).status_code == 302
    assert noor.send().status_code == 302
    assert Aanvraag.objects.get().antwoorden["naam"] == "Noor de Wit"


def test_the_handelsregister_in_an_outage_holds_up_no_question_about_a_person(client: Client) -> None:
    BROKEN.append(True)
    bedrijf = veld("tekst", "bedrijf", "bedrijf.naam", vast=True)
    page = first_page(open_form(client, VASTE_NAAM, bedrijf, wie=Kvk("90001354")))
    assert 'name="v-naam"' in page
    assert 'name="v-bedrijf"' not in page


def test_a_fixed_question_that_may_stay_empty_holds_nobody_up(client: Client) -> None:
    BROKEN.append(True)
    noor = open_form(client, VASTE_NAAM | {"verplicht": False})
    first_page(noor)
    assert noor.begin(**{"v-naam": ""}).status_code == 302


def test_somebody_whom_the_brp_does_not_know(client: Client) -> None:
    page = first_page(open_form(client, VASTE_NAAM, wie=Bsn("999990123")))
    assert "Wij vonden uw gegevens niet. Vul ze zelf in." in page
    assert 'name="v-naam"' in page
