"""From the page of her zaak Noor does something with it; and what she can do when the gemeente is late."""

from typing import Any

import pytest
from django.test import Client

from eloket.formulieren.definitie import Waarvoor
from eloket.formulieren.models import Aanvraag
from eloket.lib import klok
from eloket.zaken.services import request_zienswijze
from eloket.zaken.templatetags.zaken import in_woorden
from tests.accounts.helpers import login_burger
from tests.formulieren.over_een_zaak import DAG, OverEenZaak, decide, open_kap, publish_for
from tests.mijnzaken.test_waarom import read
from tests.zaken.factories import VREEMDE, make_zaaktype
from tests.zaken.faulty import SETTING as BROKEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor(client: Client) -> Client:
    login_burger(client)
    make_zaaktype("kapvergunning")
    return client


def see(noor: Client, zaak: Any, page: str = "") -> str:
    return read(noor.get(f"/mijn-zaken/{zaak.identificatie}/{page}").text)


def test_noor_sees_what_she_can_do_with_an_open_zaak(noor: Client) -> None:
    for waarvoor in filter(None, Waarvoor):
        publish_for(waarvoor.value)
    zaak = open_kap()
    page = noor.get(f"/mijn-zaken/{zaak.identificatie}/")
    assert [each.waarvoor for each in page.context["acties"]] == ["vraag", "wijziging", "intrekken", "klacht"]
    assert "Dit kunt u doen Vraag Stel uw vraag over deze zaak." in read(page.text)


def test_what_no_form_is_published_for_is_not_offered(noor: Client) -> None:
    assert "Dit kunt u doen" not in see(noor, open_kap())


def test_noor_objects_from_the_besluit_with_its_last_day(noor: Client) -> None:
    publish_for("bezwaar")
    zaak = open_kap()
    besluit = decide(zaak, days_ago=4)
    (bezwaar,) = noor.get(f"/mijn-zaken/{zaak.identificatie}/").context["acties"]
    assert (bezwaar.besluit, bezwaar.laatste_dag) == (besluit.identificatie, besluit.uiterlijke_reactiedatum)


@pytest.mark.kern
def test_the_gemeente_is_late_and_noor_reads_what_she_can_do(noor: Client) -> None:
    publish_for("ingebrekestelling")
    zaak = open_kap(days_ago=100)
    assert "De gemeente is te laat: dit kunt u doen" in see(noor, zaak)
    text = see(noor, zaak, "te-laat/")
    assert "€ 23 per dag, de volgende 14 dagen € 35 en de 14 dagen daarna € 45." in text
    assert "U krijgt dus ten hoogste € 1.442." in text
    assert "Stel de gemeente in gebreke" in text
    OverEenZaak(noor, "ingebrekestelling", zaak).send_all()
    again = see(noor, zaak, "te-laat/")
    assert f"(nummer {Aanvraag.objects.get().identificatie})" in again
    assert "Stel de gemeente in gebreke" not in again


def test_after_the_two_weeks_noor_reads_what_it_cost_so_far(noor: Client, settings: Any) -> None:
    publish_for("ingebrekestelling")
    zaak = open_kap(days_ago=100)
    OverEenZaak(noor, "ingebrekestelling", zaak).send_all()
    settings.ELOKET_KLOK_VERSCHUIVING = 29
    login_burger(noor)
    assert "Tot nu toe: 14 dagen, € 322." in see(noor, zaak, "te-laat/")


@pytest.mark.parametrize(
    ("zaaktype", "expected"),
    [({}, "Wij zijn niet te laat met deze zaak."), ({"dwangsom_mogelijk": False}, "Dien dan een klacht in.")],
    ids=["in time", "klacht"],
)
def test_who_cannot_get_a_dwangsom_is_not_told_of_one(
    client: Client, zaaktype: dict[str, Any], expected: str
) -> None:
    login_burger(client)
    publish_for("ingebrekestelling")
    make_zaaktype("kapvergunning", **zaaktype)
    text = see(client, open_kap(days_ago=100 if zaaktype else 10), "te-laat/")
    assert expected in text
    assert "€" not in text


def test_the_page_of_another_is_not_found(noor: Client) -> None:
    zaak = open_kap(days_ago=100, belanghebbende=VREEMDE)
    assert noor.get(f"/mijn-zaken/{zaak.identificatie}/te-laat/").status_code == 404


def test_while_the_register_is_away_noor_can_still_complain(noor: Client, settings: Any) -> None:
    publish_for("klacht")
    publish_for("vraag")
    zaak = open_kap()
    OverEenZaak(noor, "vraag", zaak).send_all()
    number = Aanvraag.objects.get().identificatie
    settings.ELOKET_ZAKEN = BROKEN
    assert 'href="/formulieren/klacht/beginnen/"' in noor.get("/mijn-zaken/").text
    page = noor.get(f"/mijn-zaken/{number}/")
    assert page.status_code == 503
    (klacht,) = page.context["acties"]
    assert klacht.url == "/formulieren/klacht/beginnen/"
    assert noor.get(klacht.url).status_code == 200


def test_noor_gives_her_view_when_it_was_asked(noor: Client) -> None:
    publish_for("zienswijze")
    zaak = open_kap()
    last = klok.today() + 14 * DAG
    request_zienswijze(zaak.identificatie, tot=last, now=klok.now())
    assert f"Reageer uiterlijk op {in_woorden(last)}." in see(noor, zaak)
    receipt = OverEenZaak(noor, "zienswijze", zaak).send_all()
    assert f"Laatste dag {in_woorden(last)}" in read(receipt.text)
    assert "U stuurde dit al op" in see(noor, zaak)
