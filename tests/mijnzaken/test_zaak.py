"""Noor opens one zaak."""

from typing import Any

import pytest
from django.test import Client, override_settings

from eloket.formulieren.services import AanvraagInfo, Zaakpost
from eloket.lib import klok
from eloket.zaken.services import Zaak, set_status
from tests.accounts.helpers import login_burger
from tests.zaken import faulty
from tests.zaken.factories import VREEMDE, make_zaaktype, open_zaak

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor(client: Client) -> Client:
    login_burger(client)
    return client


@pytest.fixture
def received(monkeypatch: pytest.MonkeyPatch) -> dict[str, AanvraagInfo]:
    aanvragen: dict[str, AanvraagInfo] = {}

    def get(identificatie: str, *, voor: object, door: object) -> Zaakpost:
        return Zaakpost(aanvragen.get(identificatie), ())

    monkeypatch.setattr("eloket.mijnzaken.services.dossier.get_zaakpost", get)
    return aanvragen


def address(zaak: Zaak) -> str:
    return f"/mijn-zaken/{zaak.identificatie}/"


def advance(zaak: Zaak, volgnummer: int = 2, **changes: Any) -> None:
    fields = {"toelichting": "", "door": "kees.bakker", "now": klok.now()} | changes
    set_status(zaak.identificatie, statustype_volgnummer=volgnummer, **fields)


@pytest.mark.kern
def test_noor_reads_what_happens_now_what_was_and_what_comes(noor: Client) -> None:
    zaak = open_zaak(now=klok.now(), startdatum=klok.today())
    text = noor.get(address(zaak)).text
    assert "Wij hebben uw aanvraag ontvangen. U hoeft nu niets te doen." in text
    assert "Verwachte datum" in text
    assert "Uiterste datum" in text
    assert text.index("Ontvangen") < text.index("In behandeling") < text.index("Afgehandeld")
    assert 'aria-current="step"' in text


def test_what_kees_wrote_is_heard_in_his_language(noor: Client) -> None:
    """Noor asked in Dutch and now reads English; what Kees wrote stays Dutch, and says so."""
    zaak = open_zaak()
    advance(zaak, toelichting="Wij bellen u vandaag.")
    advance(zaak, 3, toelichting="Uw nieuwe adres staat in de BRP.", resultaat="Verwerkt")
    english = noor.get(f"/en{address(zaak)}").text
    assert '<p class="eloket-zaak__toelichting" lang="nl">Uw nieuwe adres staat in de BRP.</p>' in english
    assert '<span lang="nl">Wij bellen u vandaag.</span>' in english
    dutch = noor.get(address(zaak)).text.split("<main")[1].split("</main>")[0]
    assert "lang=" not in dutch


def test_an_answer_in_english_is_heard_as_english_on_a_dutch_page(noor: Client) -> None:
    zaak = open_zaak(taal="en")
    advance(zaak, toelichting="We call you today.")
    marked = '<p class="eloket-zaak__toelichting" lang="en">We call you today.</p>'
    assert marked in noor.get(address(zaak)).text
    assert marked not in noor.get(f"/en{address(zaak)}").text


def test_noor_reads_what_kees_wrote_but_not_who_he_is(noor: Client) -> None:
    zaak = open_zaak()
    advance(zaak, toelichting="Wij bellen u <vandaag>")
    text = noor.get(address(zaak)).text
    assert "Wij bellen u &lt;vandaag&gt;" in text
    assert "Wij behandelen uw aanvraag." in text
    assert "kees.bakker" not in text


def test_a_closed_zaak_says_how_it_ended(noor: Client) -> None:
    zaak = open_zaak()
    advance(zaak, 3, resultaat="Toegekend")
    text = noor.get(address(zaak)).text
    assert "Uw zaak is afgerond" in text
    assert "Toegekend" in text
    assert "Verwachte datum" not in text
    assert "komt nog" not in text


def test_in_english_a_zaak_has_the_english_name_of_its_zaaktype(noor: Client) -> None:
    """The register describes a zaak in Dutch only."""
    make_zaaktype(omschrijving_burger_en="Permit to cut down a tree")
    zaak = open_zaak(zaaktype="kapvergunning", omschrijving="Boom kappen")
    assert "Boom kappen" in noor.get(address(zaak)).text
    english = noor.get("/en" + address(zaak)).text
    assert english.count("Permit to cut down a tree") == 3  # title, where you are, heading
    assert "Boom kappen" not in english + noor.get("/en/mijn-zaken/").text


def test_somebody_elses_zaak_looks_like_one_that_does_not_exist(noor: Client) -> None:
    zaak = open_zaak(belanghebbende=VREEMDE)
    hers = noor.get(address(zaak))
    none = noor.get("/mijn-zaken/ELK-2026-9999999/")
    assert hers.status_code == none.status_code == 404
    assert hers.text == none.text.replace("ELK-2026-9999999", zaak.identificatie)


def test_the_copy_of_what_noor_sent_is_one_click_away(
    noor: Client, received: dict[str, AanvraagInfo]
) -> None:
    zaak = open_zaak()
    info = AanvraagInfo(zaak.identificatie, "Verhuizing", klok.now(), True, "/formulieren/x/kopie/")
    received[zaak.identificatie] = info
    assert 'href="/formulieren/x/kopie/"' in noor.get(address(zaak)).text


def test_what_is_no_zaak_yet_is_shown_as_received(noor: Client, received: dict[str, AanvraagInfo]) -> None:
    received["ELK-77"] = AanvraagInfo("ELK-77", "Verhuizing doorgeven", klok.now(), False, "")
    page = noor.get("/mijn-zaken/ELK-77/")
    assert page.status_code == 200
    assert "Wij hebben uw aanvraag ontvangen op" in page.text
    assert "ELK-77" in page.text


@pytest.mark.parametrize("known", [True, False])
def test_a_register_that_is_down_is_no_404(
    noor: Client, received: dict[str, AanvraagInfo], known: bool
) -> None:
    if known:
        received["ELK-77"] = AanvraagInfo("ELK-77", "Verhuizing doorgeven", klok.now(), True, "")
    with override_settings(ELOKET_ZAKEN=faulty.SETTING):
        page = noor.get("/mijn-zaken/ELK-77/")
    assert page.status_code == 503
    assert "Er is een storing" in page.text
    assert ("Verhuizing doorgeven" in page.text) is known


def test_one_zaak_asks_a_fixed_number_of_queries(
    noor: Client, frame_kept: None, django_assert_max_num_queries: Any
) -> None:
    zaak = open_zaak()
    for _ in range(5):
        advance(zaak)
    noor.get(address(zaak))
    with django_assert_max_num_queries(12):
        noor.get(address(zaak))


def test_without_login_the_address_tells_nothing(client: Client) -> None:
    zaak = open_zaak()
    page = client.get(address(zaak))
    assert page.status_code == 302
    assert "no-store" in page.headers["Cache-Control"]
