"""The gemeente is late: from when somebody may say so, and what it costs. Fixtures of the Awb."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client

from eloket.accounts.services import Rol
from eloket.zaken.regels import AardRelatie
from eloket.zaken.services import (
    NieuweOpschorting,
    Relatie,
    Zaak,
    estimate_dwangsom,
    find_te_laat,
    get_dossier,
    get_zaak,
    list_ingebrekestellingen,
    may_ingebreke,
    set_status,
    suspend_zaak,
)
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.zaken.factories import NOOR, make_zaaktype, open_zaak

pytestmark = pytest.mark.django_db

START = date(2027, 3, 10)
LAST_DAY = date(2027, 5, 10)  # eight weeks, moved over 5 May, Hemelvaart and the weekend (F-01)


def at(day: date) -> datetime:
    return datetime.combine(day, time(11), tzinfo=UTC)


def open_kapvergunning(**zaaktype: Any) -> Zaak:
    make_zaaktype(**zaaktype)
    return open_zaak(zaaktype="kapvergunning", startdatum=START, now=at(START))


def receive(soort: str, day: date, zaak: Zaak) -> Zaak:
    aard = AardRelatie.ONDERWERP
    return open_zaak(relatie=Relatie(zaak.identificatie, aard, soort), startdatum=day, now=at(day))


def test_noor_may_say_so_from_the_day_after_the_last_day() -> None:
    zaak = open_kapvergunning()
    assert not may_ingebreke(zaak, (), vandaag=LAST_DAY)
    assert may_ingebreke(zaak, (), vandaag=LAST_DAY + timedelta(days=1))
    assert find_te_laat(zaak, vandaag=LAST_DAY + timedelta(days=1)) == LAST_DAY


@pytest.mark.parametrize(
    "zaaktype", [{"termijnbron": "dienstnorm"}, {"dwangsom_mogelijk": False}], ids=["promise", "klacht"]
)
def test_a_promise_and_a_klacht_cost_nothing(zaaktype: dict[str, Any]) -> None:
    zaak = open_kapvergunning(**zaaktype)
    assert not may_ingebreke(zaak, (), vandaag=date(2028, 1, 1))


def test_nobody_is_late_while_the_clock_stands_still() -> None:
    zaak = open_kapvergunning()
    asked = NieuweOpschorting(van=date(2027, 4, 1), reden="u zou ons bellen")
    suspend_zaak(zaak.identificatie, asked, now=at(date(2027, 4, 1)))
    assert find_te_laat(get_zaak(zaak.identificatie, voor=NOOR), vandaag=date(2028, 1, 1)) is None


@pytest.mark.parametrize(
    ("day", "euros"),
    [(14, 0), (15, 0), (16, 23), (29, 322), (43, 812), (57, 1442), (300, 1442)],  # F-19 to F-21
)
def test_kees_sees_the_clock_of_the_dwangsom(day: int, euros: int) -> None:
    zaak = open_kapvergunning()
    received = LAST_DAY + timedelta(days=1)
    receive("ingebrekestelling", received, zaak)
    dossier = get_dossier(zaak.identificatie)
    (found,) = list_ingebrekestellingen(dossier, vandaag=received + timedelta(days=day))
    assert found.dwangsom is not None
    assert (found.dwangsom.bedrag, found.dwangsom.maximum) == (euros, 1442)


def test_a_decision_stops_the_clock_of_the_dwangsom() -> None:
    zaak = open_kapvergunning()
    received = LAST_DAY + timedelta(days=1)
    receive("ingebrekestelling", received, zaak)
    decided = at(received + timedelta(days=29))
    set_status(
        zaak.identificatie,
        statustype_volgnummer=2,
        toelichting="",
        resultaat="Verleend",
        door="kees",
        now=decided,
    )
    dossier = get_dossier(zaak.identificatie)
    (found,) = list_ingebrekestellingen(dossier, vandaag=date(2028, 1, 1))
    assert found.dwangsom is not None
    assert found.dwangsom.bedrag == 322


def test_an_ingebrekestelling_that_came_too_early_does_not_count() -> None:
    zaak = open_kapvergunning()
    receive("ingebrekestelling", LAST_DAY, zaak)
    (found,) = list_ingebrekestellingen(get_dossier(zaak.identificatie), vandaag=date(2028, 1, 1))
    assert found.dwangsom is None


def test_what_it_may_cost_is_known_beforehand() -> None:
    zaak = open_kapvergunning()
    assert estimate_dwangsom(zaak, ontvangen_op=LAST_DAY, vandaag=LAST_DAY) is None
    late = LAST_DAY + timedelta(days=1)
    assert estimate_dwangsom(zaak, ontvangen_op=LAST_DAY, vandaag=late) is None
    dwangsom = estimate_dwangsom(zaak, ontvangen_op=late, vandaag=late)
    assert dwangsom is not None
    assert (dwangsom.laatste_dag, dwangsom.maximum) == (date(2027, 5, 25), 1442)


def test_kees_reads_on_the_page_what_came_in(client: Client) -> None:
    zaak = open_kapvergunning()
    withdrawal = receive("intrekken", date(2027, 3, 12), zaak)
    receive("ingebrekestelling", date(2027, 3, 13), zaak)
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR))
    page = client.get(f"/beheer/zaken/{zaak.identificatie}/").content.decode()
    assert "om deze zaak in te trekken. De zaak sluit niet vanzelf: u beslist." in page
    assert "Deze ingebrekestelling telt niet." in page
    assert "Verzoek om in te trekken, 12 maart 2027" in page
    other = client.get(f"/beheer/zaken/{withdrawal.identificatie}/").content.decode()
    assert "Gaat over" in other
    assert zaak.identificatie in other


def test_a_request_to_withdraw_stands_on_the_worklist_until_it_is_done(client: Client) -> None:
    zaak = open_kapvergunning()
    receive("vraag", date(2027, 3, 11), zaak)
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR))
    mark = "Intrekking of ingebrekestelling"
    assert mark not in client.get("/beheer/zaken/?lijst=alle").content.decode()
    withdrawal = receive("intrekken", date(2027, 3, 12), zaak)
    assert mark in client.get("/beheer/zaken/?lijst=alle").content.decode()
    set_status(
        withdrawal.identificatie,
        statustype_volgnummer=3,
        toelichting="",
        resultaat="Verwerkt",
        door="kees",
        now=at(date(2027, 3, 13)),
    )
    assert mark not in client.get("/beheer/zaken/?lijst=alle").content.decode()
