"""Kees de behandelaar works in the Wagtail admin."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client, override_settings

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.lib import klok
from eloket.zaken.models import Resultaattype, Status, Zaak
from eloket.zaken.services import (
    NieuweToewijzing,
    NieuwVerzoek,
    answer_aanvulling,
    assign_zaak,
    request_aanvulling,
)
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.zaken import faulty
from tests.zaken.factories import NOOR, open_zaak

pytestmark = pytest.mark.django_db
LIJST = "/beheer/zaken/"


@pytest.fixture
def kees(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR, naam="Kees Bakker"))
    return client


def answer(number: str, **changes: str) -> dict[str, str]:
    huidig = Status.objects.filter(zaak__identificatie=number).latest("gezet_op").pk
    return {"huidig": str(huidig), "volgnummer": "2", "toelichting": "", "resultaat": ""} | changes


def test_kees_finds_a_zaak_by_its_number_and_status(kees: Client) -> None:
    first, second = open_zaak(), open_zaak()
    page = kees.get(LIJST, {"zoek": first.identificatie[-3:], "status": "Ontvangen"})
    assert first.identificatie in page.text
    assert second.identificatie not in page.text
    assert "Er zijn geen zaken" in kees.get(LIJST, {"gesloten": "on"}).text


def test_kees_sees_kinds_and_facts_but_never_a_bsn_or_address(kees: Client) -> None:
    zaak = open_zaak(eigenschappen={"verhuisdatum": "2026-12-01"}, email="noor@example.org")
    page = kees.get(f"{LIJST}{zaak.identificatie}/").text
    assert "persoon, BSN bekend" in page
    assert "2026-12-01" in page
    assert "Dit ziet de inwoner" in page
    assert "Wij behandelen uw aanvraag" in page
    assert NOOR.nummer not in page
    assert "noor@example.org" not in page


@pytest.mark.kern
def test_kees_sets_the_next_status_and_is_named_in_the_history(kees: Client) -> None:
    zaak = open_zaak()
    url = f"{LIJST}{zaak.identificatie}/"
    page = kees.post(url, answer(zaak.identificatie, toelichting="Wij zijn ermee bezig"), follow=True)
    assert page.redirect_chain == [(url, 302)]
    assert "Wij zijn ermee bezig" in page.text
    latest = Status.objects.latest("gezet_op")
    assert (latest.statustype.omschrijving, latest.door) == ("In behandeling", "Kees Bakker")


def test_a_double_click_sets_one_status(kees: Client) -> None:
    zaak = open_zaak()
    url, data = f"{LIJST}{zaak.identificatie}/", answer(zaak.identificatie)
    kees.post(url, data)
    second = kees.post(url, data, follow=True)
    assert "intussen al veranderd" in second.text
    assert Status.objects.count() == 2


def test_closing_asks_for_a_resultaat_and_keeps_what_was_typed(kees: Client) -> None:
    zaak = open_zaak()
    url = f"{LIJST}{zaak.identificatie}/"
    wrong = kees.post(url, answer(zaak.identificatie, volgnummer="3", toelichting="Klaar hoor"))
    assert wrong.status_code == 422
    assert "Kies een resultaat" in wrong.text
    assert "Klaar hoor" in wrong.text
    kees.post(url, answer(zaak.identificatie, volgnummer="3", resultaat="Verwerkt"))
    row = Zaak.objects.get()
    assert (row.einddatum is not None, str(row.resultaattype)) == (True, "Verwerkt")
    assert "Deze zaak is gesloten" in kees.get(url).text
    assert zaak.identificatie in kees.get(LIJST, {"gesloten": "on"}).text


def test_a_resultaat_with_a_step_in_between_is_left_out(kees: Client) -> None:
    zaak = open_zaak()
    kees.post(f"{LIJST}{zaak.identificatie}/", answer(zaak.identificatie, resultaat="Verwerkt"))
    assert Zaak.objects.get().resultaattype is None


def test_a_step_back_or_nonsense_is_refused(kees: Client) -> None:
    zaak = open_zaak()
    for volgnummer in ("1", "99", "x", ""):
        page = kees.post(f"{LIJST}{zaak.identificatie}/", answer(zaak.identificatie, volgnummer=volgnummer))
        assert page.status_code == 422
    assert Status.objects.count() == 1


def test_a_number_nobody_has_is_404(kees: Client) -> None:
    assert kees.get(f"{LIJST}ELK-2026-9999999/").status_code == 404


def test_a_get_sets_no_status(kees: Client) -> None:
    zaak = open_zaak()
    kees.get(f"{LIJST}{zaak.identificatie}/", answer(zaak.identificatie))
    assert Status.objects.count() == 1


@pytest.mark.parametrize("rol", [Rol.KCC, Rol.REDACTEUR, Rol.EINDREDACTEUR, Rol.BEHEERDER])
def test_without_the_role_it_is_403_in_plain_words(client: Client, rol: Rol) -> None:
    zaak = open_zaak()
    login_medewerker(client, make_medewerker(rol))
    for url in (LIJST, f"{LIJST}{zaak.identificatie}/"):
        for page in (client.get(url), client.post(url, answer(zaak.identificatie))):
            assert page.status_code in {403, 405}
            assert zaak.identificatie not in page.text
    assert Status.objects.count() == 1


def test_somebody_without_login_is_sent_to_the_login_page(client: Client) -> None:
    page = client.get(LIJST)
    assert page.status_code == 302
    assert "inlog" in page.url or "login" in page.url


def test_a_register_without_an_answer_says_so(kees: Client) -> None:
    with override_settings(ELOKET_ZAKEN=faulty.SETTING):
        page = kees.get(LIJST)
    assert page.status_code == 503
    assert "geeft geen antwoord" in page.text
    assert "geen zaken" not in page.text


def test_the_werkvoorraad_asks_as_much_for_many_zaken_as_for_one(
    kees: Client, django_assert_max_num_queries: object
) -> None:
    for _ in range(25):
        open_zaak()
    kees.get(LIJST)
    with django_assert_max_num_queries(30):  # type: ignore[operator]
        page = kees.get(LIJST)
    assert "Pagina 1 van 2" in page.text


class TestWorklists:
    """What must Kees do today? He sees it by the tabs."""

    @pytest.fixture
    def user(self, client: Client) -> User:
        return login_medewerker(client, make_medewerker(Rol.BEHANDELAAR, naam="Kees Bakker"))

    def open(self, days_left: int) -> str:
        """A zaak with so many days to go; a verhuizing has eight weeks."""
        start = klok.today() - timedelta(days=56 - days_left)
        return open_zaak(startdatum=start).identificatie

    def numbers(self, client: Client, **query: str) -> list[str]:
        page = client.get(LIJST, query).text
        return re.findall(r'/beheer/zaken/(ELK-[\d-]+)/"', page)

    def test_each_list_holds_what_its_name_says(self, client: Client, user: User) -> None:
        mine, free, late = self.open(30), self.open(40), self.open(-3)
        assign_zaak(mine, NieuweToewijzing(user.username), now=klok.now())
        assign_zaak(late, NieuweToewijzing("els"), now=klok.now())
        assert self.numbers(client) == self.numbers(client, lijst="mijn") == [mine]
        assert self.numbers(client, lijst="niemand") == [free]
        assert self.numbers(client, lijst="te-laat") == [late]
        assert self.numbers(client, lijst="alle") == [late, mine, free]
        assert self.numbers(client, lijst="alle", volgorde="begonnen") == [late, mine, free]
        assert self.numbers(client, lijst="bestaat-niet") == [mine]
        assert "3 dagen te laat" in client.get(LIJST, {"lijst": "te-laat"}).text

    def test_who_has_no_work_sees_all_there_is(self, client: Client, user: User) -> None:
        free = self.open(40)
        assert self.numbers(client) == [free]
        assert "U heeft nu geen zaken" in client.get(LIJST, {"lijst": "mijn"}).text

    def test_today_counts_for_this_week_and_is_not_late(self, client: Client, user: User) -> None:
        today = self.open(0)
        assert self.numbers(client, lijst="deze-week") == [today]
        assert self.numbers(client, lijst="te-laat") == []

    def test_an_answer_lies_there_until_somebody_saw_it(self, client: Client, user: User) -> None:
        number, asked = (
            self.open(30),
            NieuwVerzoek(str(uuid4()), "Welke foto?", klok.today() + timedelta(days=14)),
        )
        request_aanvulling(number, asked, now=klok.now())
        assert self.numbers(client, lijst="antwoord") == []
        answer_aanvulling(number, asked.id, "Deze", [], voor=NOOR, now=klok.now())
        assert self.numbers(client, lijst="antwoord") == [number]
        client.post(f"{LIJST}{number}/gezien/", {"verzoek": asked.id})
        assert self.numbers(client, lijst="antwoord") == []

    def test_a_number_is_sought_in_all_zaken_also_closed_ones(self, client: Client, user: User) -> None:
        mine, other = self.open(30), self.open(40)
        assign_zaak(mine, NieuweToewijzing(user.username), now=klok.now())
        Zaak.objects.filter(identificatie=other).update(
            einddatum=klok.today(), resultaattype=Resultaattype.objects.first()
        )
        assert self.numbers(client, zoek=other) == [other]
        assert self.numbers(client, zoek=str(int(other[-7:]))) == [other]

    @pytest.mark.parametrize(
        "query", [{"p": "999999"}, {"p": "x"}, {"zaaktype": "x"}, {"status": "'"}, {"zoek": "%_" * 30}]
    )
    def test_nonsense_in_the_address_does_no_harm(
        self, client: Client, user: User, query: dict[str, str]
    ) -> None:
        self.open(30)
        assert client.get(LIJST, query).status_code == 200
