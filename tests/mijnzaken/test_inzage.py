"""Noor reads who looked into her zaken: when, which department and for what, never an employee's name."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client, override_settings

from eloket.accounts.services import Rol
from eloket.lib.partij import Bsn
from eloket.zaken.models import Raadpleging, Team, Zaaktyperol
from eloket.zaken.regels import Zaakrol
from eloket.zaken.services import note_raadpleging, purge_raadplegingen
from tests.accounts.helpers import login_burger, login_medewerker, make_medewerker
from tests.zaken import faulty
from tests.zaken.factories import KAPVERGUNNING, NOOR, NOW, VREEMDE, make_zaaktype, open_zaak

pytestmark = pytest.mark.django_db
INZAGE = "/mijn-zaken/inzage/"
LIJST = "/beheer/zaken/"


def look(number: str, **more: object) -> None:
    fields = {"door": "kees", "afdeling": "Team Groen", "doel": "behandelen", "now": NOW} | more
    note_raadpleging(number, **fields)  # type: ignore[arg-type]


@pytest.mark.kern
def test_noor_reads_that_kees_looked_and_not_who_he_is(client: Client) -> None:
    zaak = open_zaak()
    kees = make_medewerker(Rol.BEHANDELAAR, naam="Kees Bakker")
    Team.objects.create(naam="Team Groen").leden.add(kees)
    beheer = Client()
    login_medewerker(beheer, kees)
    assert beheer.get(f"{LIJST}{zaak.identificatie}/").status_code == 200
    login_burger(client, NOOR)
    for page in (client.get(INZAGE), client.get(f"/mijn-zaken/{zaak.identificatie}/inzage/")):
        assert "Team Groen" in page.text
        assert "Waarvoor: de zaak behandelen" in page.text
        assert "Kees" not in page.text
        assert kees.username not in page.text
    assert zaak.identificatie in client.get(INZAGE).text
    assert INZAGE in client.get("/mijn-zaken/").text
    assert "/inzage/" in client.get(f"/mijn-zaken/{zaak.identificatie}/").text


def test_what_kees_typed_about_it_stays_inside(client: Client) -> None:
    zaak = open_zaak()
    look(zaak.identificatie, doel="anders", reden="de buurman belde erover")
    login_burger(client, NOOR)
    page = client.get(INZAGE).text
    assert "een andere reden" in page
    assert "buurman" not in page


def test_somebody_else_sees_nothing_of_it(client: Client) -> None:
    zaak = open_zaak()
    look(zaak.identificatie)
    login_burger(client, Bsn(VREEMDE.nummer))
    page = client.get(INZAGE).text
    assert "Nog niemand van ons opende een zaak van u" in page
    assert zaak.identificatie not in page
    assert client.get(f"/mijn-zaken/{zaak.identificatie}/inzage/").status_code == 404


def test_who_acts_for_noor_does_not_see_who_looked(client: Client) -> None:
    zaak = open_zaak()
    look(zaak.identificatie)
    login_burger(client, NOOR, handelende=Bsn(VREEMDE.nummer))
    page = client.get(INZAGE).text
    assert "Team Groen" not in page
    assert "ingelogd voor iemand anders" in page
    assert client.get(f"/mijn-zaken/{zaak.identificatie}/inzage/").status_code == 404


def test_a_zaak_that_noor_may_not_see_does_not_show_by_who_looked(client: Client) -> None:
    make_zaaktype("jeugdhulp", vertrouwelijkheidaanduiding="vertrouwelijk")
    zaak = open_zaak(zaaktype="jeugdhulp")
    look(zaak.identificatie)
    login_burger(client, NOOR)
    assert zaak.identificatie not in client.get(INZAGE).text


def test_a_silent_register_is_not_nobody_looked(client: Client) -> None:
    zaak = open_zaak()
    look(zaak.identificatie)
    login_burger(client, NOOR)
    with override_settings(ELOKET_ZAKEN=faulty.SETTING):
        page = client.get(INZAGE)
    assert page.status_code == 503
    assert "storing" in page.text
    assert "Nog niemand" not in page.text


def test_the_page_asks_as_much_for_many_looks_as_for_one(
    client: Client, django_assert_max_num_queries: object
) -> None:
    numbers = [open_zaak().identificatie for _ in range(3)]
    for hours in range(30):
        look(numbers[hours % 3], now=NOW + timedelta(hours=2 * hours))
    login_burger(client, NOOR)
    client.get(INZAGE)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        page = client.get(INZAGE)
    assert "Pagina 1 van 2" in page.text or "pagina=2" in page.text


def test_opening_a_zaak_often_is_one_line_an_hour(client: Client) -> None:
    zaak = open_zaak()
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR))
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(3):
            client.get(f"{LIJST}{zaak.identificatie}/")
        assert Raadpleging.objects.count() == 1
        clock.shift(timedelta(minutes=61))
        client.get(f"{LIJST}{zaak.identificatie}/")
    assert Raadpleging.objects.count() == 2


def test_the_list_and_a_refusal_note_nothing(client: Client) -> None:
    zaak = open_zaak()
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR))
    client.get(LIJST)
    Zaaktyperol.objects.create(
        zaaktype="aanvraag", rol=Zaakrol.BEHANDELAAR, medewerker=make_medewerker(Rol.KCC)
    )
    assert client.get(f"{LIJST}{zaak.identificatie}/").status_code == 404
    assert not Raadpleging.objects.exists()


class TestWhoDoesNotHandleIt:
    """Ilse of the KCC may read kapvergunningen, and says why before she does."""

    @pytest.fixture
    def number(self, client: Client) -> str:
        make_zaaktype(KAPVERGUNNING)
        ilse = login_medewerker(client, make_medewerker(Rol.KCC, naam="Ilse Bakker"))
        Zaaktyperol.objects.create(zaaktype=KAPVERGUNNING, rol=Zaakrol.RAADPLEGER, medewerker=ilse)
        return open_zaak(zaaktype=KAPVERGUNNING, omschrijving="Een boom kappen").identificatie

    def test_the_zaak_opens_after_her_answer_and_not_before(self, client: Client, number: str) -> None:
        asked = client.get(f"{LIJST}{number}/", follow=True)
        assert "Waarvoor opent u deze zaak?" in asked.text
        assert "Een boom kappen" not in asked.text
        assert not Raadpleging.objects.exists()
        where = f"{LIJST}{number}/waarvoor/"
        opened = client.post(where, {"doel": "vraag", "naar": f"{LIJST}{number}/"}, follow=True)
        assert "Een boom kappen" in opened.text
        assert Raadpleging.objects.get().doel == "vraag"
        assert client.get(f"{LIJST}{number}/").status_code == 200

    @pytest.mark.parametrize("wrong", [{}, {"doel": "behandelen"}, {"doel": "x"}, {"doel": "anders"}])
    def test_no_reason_no_look(self, client: Client, number: str, wrong: dict[str, str]) -> None:
        assert client.post(f"{LIJST}{number}/waarvoor/", wrong).status_code == 422
        assert not Raadpleging.objects.exists()

    @pytest.mark.parametrize("naar", ["https://evil.example/", "//evil.example", "/beheer/zaken/ELK-1/", "x"])
    def test_the_answer_leads_to_this_zaak_only(self, client: Client, number: str, naar: str) -> None:
        answer = client.post(f"{LIJST}{number}/waarvoor/", {"doel": "vraag", "naar": naar})
        assert answer.url == f"{LIJST}{number}/"


def test_the_beheerder_reads_who_looked(client: Client) -> None:
    zaak = open_zaak()
    kees = make_medewerker(Rol.BEHANDELAAR, naam="Kees Bakker")
    look(zaak.identificatie, door=kees.username, doel="controle")
    login_medewerker(client, make_medewerker(Rol.BEHEERDER))
    page = client.get("/beheer/reports/zaken/raadplegingen/").text
    assert "Kees Bakker" in page
    assert zaak.identificatie in page
    assert NOOR.nummer not in page


def test_a_note_is_kept_for_three_years() -> None:
    zaak = open_zaak()
    look(zaak.identificatie)
    assert purge_raadplegingen(now=NOW + timedelta(days=3 * 365 - 1)) == 0
    assert purge_raadplegingen(now=NOW + timedelta(days=3 * 365 + 1)) == 1
