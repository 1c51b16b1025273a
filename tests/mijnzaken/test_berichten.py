"""Noor chooses how she hears from us, and reads and takes along what we sent."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client

from eloket.berichten.models import Adrescode, Bericht, Toestemming, Voorkeur
from eloket.berichten.services import send_bericht
from eloket.lib import klok
from eloket.lib.partij import Bsn, Kvk, Partij
from eloket.outbox.services import run_due
from tests.accounts.helpers import NOOR_BSN, login_burger
from tests.zaken.factories import open_zaak

NOOR, JORIS = Bsn(NOOR_BSN), Kvk("12345678")
URL = "/mijn-zaken/berichten/"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []


@pytest.fixture
def noor(client: Client) -> Client:
    login_burger(client, NOOR)
    return client


def post(client: Client, actie: str, **values: str) -> Any:
    return client.post(URL, {"actie": actie, **values}, follow=True)


def mailed_code() -> str:
    run_due(now=klok.now())
    (code,) = re.findall(r"^\d{6}$", str(mail.outbox[-1].body), re.M)
    return code


def confirm(client: Client, email: str = "noor@thuis.nl") -> None:
    post(client, "adres", email=email)
    assert "is bevestigd" in post(client, "code", code=mailed_code()).text


def write(partij: Partij, key: str, **values: Any) -> str:
    zaak = values.pop("zaak", "ELK-2026-0000001")
    given = {"sjabloon": "zaak_besluit", "email": "", "gegevens": {"reference": zaak}, "taal": "nl"}
    return send_bericht(**{**given, "partij": partij, "key": key, "now": klok.now(), **values})


@pytest.mark.kern
def test_noor_confirms_an_address_agrees_and_takes_it_back(noor: Client) -> None:
    confirm(noor)
    assert "noor@thuis.nl" in noor.get(URL).text
    assert "Uw keuze is bewaard" in post(noor, "keuzes", nieuws="on", besluit="on").text
    assert "Sinds" in noor.get(URL).text
    post(noor, "keuzes", nieuws="on")
    said = list(Toestemming.objects.order_by("pk").values_list("aard", "gegeven", "versie"))
    assert said == [("besluit", True, "2026-1"), ("besluit", False, "2026-1")]


def test_saving_the_same_again_adds_nothing_to_the_record(noor: Client) -> None:
    confirm(noor)
    for _time in range(2):
        post(noor, "keuzes", nieuws="on", verzoek="on")
    assert Toestemming.objects.count() == 1


def test_without_an_address_nobody_can_agree(noor: Client) -> None:
    page = post(noor, "keuzes", besluit="on").text
    assert "Geef eerst uw e-mailadres op" in page
    assert not Toestemming.objects.exists()


def test_taking_the_address_away_ends_the_consent(noor: Client) -> None:
    confirm(noor)
    post(noor, "keuzes", besluit="on", verzoek="on")
    assert "per brief" in post(noor, "weg").text
    assert Toestemming.objects.filter(gegeven=False).count() == 2
    assert Voorkeur.objects.get().adres == ""


def test_who_switches_news_off_is_warned(noor: Client) -> None:
    assert "bezwaar maken tegen een besluit kan maar een paar weken" in post(noor, "keuzes").text


@pytest.mark.parametrize("email", ["", "noor", "noor@", "a" * 250 + "@x.nl", "noor@x.nl\nBcc: v@x.nl"])
def test_what_is_no_address_gets_a_clear_answer_and_no_mail(noor: Client, email: str) -> None:
    assert "Vul een e-mailadres in" in post(noor, "adres", email=email).text
    assert not Bericht.objects.exists()


def test_a_wrong_code_can_be_tried_five_times_and_a_right_one_works_once(noor: Client) -> None:
    post(noor, "adres", email="noor@thuis.nl")
    code = mailed_code()
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    for _time in range(5):
        assert "klopt niet" in post(noor, "code", code=wrong).text
    assert "klopt niet" in post(noor, "code", code=code).text  # the sixth is too late
    assert not Voorkeur.objects.exists()


def test_a_code_is_worth_nothing_after_a_quarter_or_to_somebody_else(noor: Client) -> None:
    post(noor, "adres", email="noor@thuis.nl")
    code = mailed_code()
    stranger = Client()
    login_burger(stranger, Bsn("999990044"))
    assert "klopt niet" in post(stranger, "code", code=code).text
    with time_machine.travel(klok.now() + timedelta(minutes=16)):
        login_burger(noor, NOOR)
        assert "klopt niet" in post(noor, "code", code=code).text
    assert not Voorkeur.objects.exists()


def test_nobody_can_flood_an_address_with_codes(noor: Client) -> None:
    for _time in range(3):
        post(noor, "adres", email="piet@voorbeeld.nl")
    assert "Wacht een kwartier" in post(noor, "adres", email="PIET@voorbeeld.nl").text
    assert Adrescode.objects.count() == 3


def test_an_address_that_came_back_is_told_and_works_again_once_confirmed(noor: Client) -> None:
    confirm(noor)
    Voorkeur.objects.update(werkt_niet_sinds=klok.now())
    assert "Uw e-mailadres werkt niet" in noor.get(URL).text
    confirm(noor)
    assert "Uw e-mailadres werkt niet" not in noor.get(URL).text


def test_the_ledger_is_of_one_person_on_the_page_and_in_both_files(noor: Client) -> None:
    write(NOOR, "1", uiterlijk=date(2027, 5, 10))
    write(JORIS, "2", zaak="ELK-2026-0000099")
    page = noor.get(URL).text
    csv, data = (noor.get(f"{URL}berichten.{vorm}") for vorm in ("csv", "json"))
    assert "maandag 10 mei 2027" in page
    for text in (page, csv.content.decode("utf-8-sig"), data.text):
        assert "ELK-2026-0000001" in text
        assert "ELK-2026-0000099" not in text
    (only,) = json.loads(data.content)["berichten"]
    assert [each["wat"] for each in only["gebeurtenissen"]] == ["geplaatst", "brief_nodig"]
    assert (only["reagerenTotEnMet"], only["bewijsKlopt"]) == ("2027-05-10", True)
    assert "attachment" in csv["Content-Disposition"]


def test_opening_the_zaak_counts_as_reading(noor: Client) -> None:
    zaak = open_zaak(belanghebbende=NOOR).identificatie
    write(NOOR, "1", zaak=zaak)
    assert "gelezen in Mijn zaken" not in noor.get(URL).text
    noor.get(f"/mijn-zaken/{zaak}/")
    assert "gelezen in Mijn zaken" in noor.get(URL).text


def test_a_gemachtigde_changes_nobodys_address(client: Client) -> None:
    login_burger(client, NOOR, handelende=Bsn("999990020"))
    assert client.get(URL).status_code == 404
    assert client.post(URL, {"actie": "adres", "email": "piet@x.nl"}).status_code == 404
    assert client.get(f"{URL}berichten.csv").status_code == 404


@pytest.mark.parametrize("actie", ["", "alles", "weg\x00"])
def test_an_unknown_wish_is_not_found(noor: Client, actie: str) -> None:
    assert noor.post(URL, {"actie": actie}).status_code == 404
    assert noor.get(f"{URL}berichten.xml").status_code == 404


def test_the_page_costs_few_queries(noor: Client, django_assert_max_num_queries: Any) -> None:
    for number in range(5):
        write(NOOR, str(number))
    noor.get(URL)
    with django_assert_max_num_queries(20):
        noor.get(URL)
