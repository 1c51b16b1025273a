"""Kees de behandelaar works in the Wagtail admin."""

import pytest
from django.test import Client, override_settings

from eloket.accounts.services import Rol
from eloket.zaken.models import Status, Zaak
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
