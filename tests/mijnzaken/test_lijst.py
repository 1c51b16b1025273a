"""Noor opens Mijn zaken."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, override_settings

from eloket.accounts.services import Niveau
from eloket.formulieren.services import AanvraagInfo
from eloket.lib import klok
from eloket.lib.partij import Kvk
from eloket.zaken.services import set_status
from tests.accounts.helpers import login_burger
from tests.zaken import faulty
from tests.zaken.factories import VREEMDE, open_zaak
from tests.zaken.veel import copy_zaak

pytestmark = pytest.mark.django_db
LIJST = "/mijn-zaken/"


@pytest.fixture
def noor(client: Client) -> Client:
    login_burger(client)
    return client


@pytest.fixture
def received(monkeypatch: pytest.MonkeyPatch) -> list[AanvraagInfo]:
    """What formulieren says that Noor sent."""
    aanvragen: list[AanvraagInfo] = []
    monkeypatch.setattr("eloket.mijnzaken.services.overzicht.list_aanvragen", lambda *, voor, door: aanvragen)
    return aanvragen


def sent(number: str, *, geregistreerd: bool = False) -> AanvraagInfo:
    return AanvraagInfo(number, "Verhuizing doorgeven", klok.now(), geregistreerd, "")


def test_without_login_noor_goes_to_the_login_page_and_back(client: Client) -> None:
    page = client.get(LIJST)
    assert page.status_code == 302
    assert page.url.startswith("/inloggen/?next=%2Fmijn-zaken%2F")


def test_a_login_that_is_too_weak_is_asked_again(client: Client) -> None:
    login_burger(client, niveau=Niveau.BASIS)
    assert client.get(LIJST).status_code == 302


@pytest.mark.kern
def test_noor_sees_her_zaak_with_what_happens_and_when(noor: Client) -> None:
    zaak = open_zaak(now=klok.now(), startdatum=klok.today())
    page = noor.get(LIJST)
    assert page.status_code == 200
    for words in (zaak.identificatie, "Verhuizing doorgeven", "Ontvangen", "Wij verwachten klaar te zijn op"):
        assert words in page.text


def test_noor_does_not_see_the_zaak_of_somebody_else(noor: Client) -> None:
    zaak = open_zaak(belanghebbende=VREEMDE)
    page = noor.get(LIJST)
    assert zaak.identificatie not in page.text
    assert "U heeft nu geen zaken bij ons" in page.text


def test_joris_sees_the_zaken_of_his_business(client: Client) -> None:
    zaak = open_zaak(belanghebbende=Kvk("12345678"))
    login_burger(client, Kvk("12345678"), naam="Bakkerij Joris")
    assert zaak.identificatie in client.get(LIJST).text


def test_what_the_register_has_not_taken_is_shown_as_received(
    noor: Client, received: list[AanvraagInfo]
) -> None:
    received.append(sent("ELK-2026-0000077"))
    page = noor.get(LIJST)
    assert "Dit hebben wij van u ontvangen" in page.text
    assert "ELK-2026-0000077" in page.text
    assert "geen zaken" not in page.text


def test_what_is_a_zaak_already_is_not_shown_twice(noor: Client, received: list[AanvraagInfo]) -> None:
    zaak = open_zaak()
    received.append(sent(zaak.identificatie))
    assert noor.get(LIJST).text.count(f'href="/mijn-zaken/{zaak.identificatie}/"') == 1


def test_a_register_that_is_down_is_said_and_is_never_an_empty_list(
    noor: Client, received: list[AanvraagInfo]
) -> None:
    received.append(sent("ELK-2026-0000077", geregistreerd=True))
    with override_settings(ELOKET_ZAKEN=faulty.SETTING):
        page = noor.get(LIJST)
    assert page.status_code == 503
    assert "Wij kunnen uw zaken nu niet laten zien" in page.text
    assert "ELK-2026-0000077" in page.text  # what we received ourselves is still there
    assert "geen zaken" not in page.text


def test_the_page_is_never_kept(noor: Client) -> None:
    control = noor.get(LIJST).headers["Cache-Control"]
    assert "no-store" in control
    assert "private" in control


def test_long_lists_come_in_pages_without_javascript(noor: Client) -> None:
    copy_zaak(open_zaak().identificatie, 20)
    first = noor.get(LIJST)
    assert 'href="?pagina=2"' in first.text
    assert first.text.count("eloket-kaart__titel") == 20
    assert noor.get(LIJST, {"pagina": "2"}).text.count("eloket-kaart__titel") == 1
    for nonsense in ("99", "0", "-1", "x", "٣", "9" * 40):
        assert noor.get(LIJST, {"pagina": nonsense}).status_code == 200


@pytest.mark.parametrize("many", [1, 200])
def test_the_list_asks_as_much_for_many_zaken_as_for_one(
    noor: Client, frame_kept: None, django_assert_max_num_queries: Any, many: int
) -> None:
    zaak = open_zaak()
    copy_zaak(zaak.identificatie, many - 1)
    noor.get(LIJST)
    with django_assert_max_num_queries(12):
        noor.get(LIJST)


def test_english_has_the_same_address_and_english_words(noor: Client) -> None:
    zaak = open_zaak()
    page = noor.get("/en/mijn-zaken/")
    assert "Received" in page.text
    assert f"/en/mijn-zaken/{zaak.identificatie}/" in page.text


def test_a_post_is_refused(noor: Client) -> None:
    assert noor.post(LIJST).status_code == 405


def test_a_zaak_that_is_late_is_called_late(noor: Client) -> None:
    long_ago = klok.now() - timedelta(days=90)
    open_zaak(now=long_ago, startdatum=long_ago.date())
    assert "Wij zijn te laat" in noor.get(LIJST).text


def test_what_is_finished_stands_below_what_is_open(noor: Client) -> None:
    closed, still_open = open_zaak(omschrijving="Klaar"), open_zaak(omschrijving="Loopt nog")
    set_status(
        closed.identificatie,
        statustype_volgnummer=3,
        toelichting="",
        resultaat="Verwerkt",
        door="kees",
        now=klok.now(),
    )
    text = noor.get(LIJST).text
    assert text.index(still_open.identificatie) < text.index(closed.identificatie)
    assert "Afgerond op" in text
