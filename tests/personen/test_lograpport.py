"""Wim, the beheerder, reads which employee looked whom up, and why."""

from datetime import timedelta

import pytest
from django.test import Client

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.lib.partij import Bsn, Identificerend, Kvk, zoeksleutel
from eloket.personen.models import Bron, Raadpleging
from tests.accounts.helpers import NOOR_BSN, login_medewerker, make_medewerker

pytestmark = pytest.mark.django_db
RAPPORT = "/beheer/reports/personen/raadplegingen/"


@pytest.fixture
def wim(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHEERDER, naam="Wim Beheer"))
    return client


@pytest.fixture
def ilse(db: None) -> User:
    return make_medewerker(Rol.KCC, naam="Ilse Bakker")


def look_up(wie: Identificerend, *, door: str = "", doel: str = "Formulier: Verhuizing") -> None:
    Raadpleging.objects.create(
        sleutel=zoeksleutel(wie),
        bron=Bron.BRP if isinstance(wie, Bsn) else Bron.KVK,
        gegevens="naam,adres",
        doel=doel,
        door=door,
        afdeling="Klantcontactcentrum" if door else "",
        op=klok.now(),
    )


def lines(client: Client, **filters: str) -> list[str]:
    answer = client.get(RAPPORT, {"export": "csv", **filters})
    return b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()[1:]


def test_wim_reads_who_looked_why_and_at_what(wim: Client, ilse: User) -> None:
    look_up(Bsn(NOOR_BSN), door=ilse.username)
    look_up(Kvk("90001354"))
    assert "Raadplegingen" in wim.get("/beheer/").text
    page = wim.get(RAPPORT).text
    for words in (
        "Ilse Bakker",
        "Klantcontactcentrum",
        "Formulier: Verhuizing",
        "naam, adres",
        "Handelsregister",
    ):
        assert words in page


def test_no_bsn_and_no_whole_key_stands_in_the_report_but_the_same_person_is_told(
    wim: Client, ilse: User
) -> None:
    for _time in range(2):
        look_up(Bsn(NOOR_BSN), door=ilse.username)
    look_up(Bsn("999990020"), door=ilse.username)
    shown = wim.get(RAPPORT).text + str(lines(wim))
    assert NOOR_BSN not in shown
    assert NOOR_BSN[-4:] not in "".join(line.rsplit(",", 1)[1] for line in lines(wim))
    assert zoeksleutel(Bsn(NOOR_BSN)) not in shown
    kenmerken = [line.rsplit(",", 1)[1] for line in lines(wim)]
    assert len(set(kenmerken)) == 2
    assert {len(kenmerk) for kenmerk in kenmerken} == {8}


def test_wim_narrows_by_day_employee_reason_and_source(wim: Client, ilse: User) -> None:
    look_up(Bsn(NOOR_BSN), door=ilse.username)
    look_up(Bsn(NOOR_BSN), doel="Formulier: Uittreksel")
    look_up(Kvk("90001354"))
    today = klok.today()
    assert len(lines(wim, op_from=today.isoformat(), op_to=today.isoformat())) == 3
    assert lines(wim, op_to=(today - timedelta(days=1)).isoformat()) == []
    assert len(lines(wim, door=ilse.username)) == 1
    assert len(lines(wim, door="-")) == 2
    assert len(lines(wim, doel="Formulier: Uittreksel")) == 1
    assert len(lines(wim, bron="kvk")) == 1


def test_an_employee_who_is_gone_is_told_by_login_name(wim: Client) -> None:
    look_up(Bsn(NOOR_BSN), door="medewerker-123")
    assert "medewerker-123" in lines(wim)[0]


def test_a_reason_is_no_formula(wim: Client) -> None:
    look_up(Bsn(NOOR_BSN), doel="=1+1")
    assert "'=1+1" in lines(wim)[0]
