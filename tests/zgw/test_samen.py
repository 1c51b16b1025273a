"""A gemeente that moved: what is new goes to its own register, what is old is read and handled here."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, override_settings

from eloket.formulieren.services import AanvraagInfo
from eloket.lib import klok
from eloket.zaken import services
from eloket.zaken.regels import AardRelatie
from tests.accounts.helpers import login_burger
from tests.zaken.contract.aanvullen import question
from tests.zaken.contract.beslissen import decide
from tests.zaken.contract.documenten import new_document
from tests.zaken.factories import KAPVERGUNNING, NOOR, VREEMDE, make_contract_zaaktypen, new_zaak, open_zaak
from tests.zgw.conftest import Zgw

LIJST = "/mijn-zaken/"
NIEUW = "eloket.zaken.backends.zgw.ZgwBackend"
INGEBOUWD = {"BACKEND": "eloket.zaken.backends.database.DatabaseBackend", "OPTIONS": {}}

pytestmark = pytest.mark.django_db


@pytest.fixture
def oud() -> services.Zaak:
    """From before the move: Noor's kapvergunning in the built-in register."""
    make_contract_zaaktypen()
    begin = klok.now() - timedelta(days=20)
    fields = {"omschrijving": "Kapvergunning beuk", "zaaktype": KAPVERGUNNING, "startdatum": begin.date()}
    return open_zaak(now=begin, **fields)


@pytest.fixture
def verhuisd(oud: services.Zaak, zgw: Zgw) -> Iterator[None]:
    """The gemeente moves."""
    zgw.klok.nu = klok.now()
    setting = {"default": {"BACKEND": NIEUW, "OPTIONS": zgw.options}, "oud": INGEBOUWD}
    cache.clear()
    with override_settings(ELOKET_ZAKEN=setting):
        yield
    cache.clear()


@pytest.fixture
def nieuw(verhuisd: None) -> services.Zaak:
    return open_zaak(now=klok.now(), startdatum=klok.today(), zaaktype=KAPVERGUNNING)


@pytest.fixture
def noor(client: Client) -> Client:
    login_burger(client)
    return client


def test_noor_sees_both_in_one_list_and_where_each_stands(
    noor: Client, oud: services.Zaak, nieuw: services.Zaak
) -> None:
    page = noor.get(LIJST)
    assert page.status_code == 200
    assert page.text.index(nieuw.identificatie) < page.text.index(oud.identificatie)
    assert f"{nieuw.identificatie}, in ons nieuwe systeem" in page.text
    assert f"{oud.identificatie}, in ons oude systeem" in page.text
    assert services.list_zaken(voor=VREEMDE).total == 0


def test_each_zaak_with_its_documents_and_besluiten_comes_from_its_own_register(
    noor: Client, oud: services.Zaak, nieuw: services.Zaak, zgw: Zgw
) -> None:
    for number, zaak in enumerate((oud, nieuw)):
        file = new_document(id=f"00000000-0000-4000-8000-00000000000{number}", titel=f"bewijs-{number}.pdf")
        services.add_document(zaak.identificatie, file, now=klok.now())
        page = noor.get(f"{LIJST}{zaak.identificatie}/")
        assert (page.status_code, f"bewijs-{number}.pdf" in page.text) == (200, True)
        assert noor.get(f"{LIJST}{zaak.identificatie}/documenten/{file.id}/").status_code == 200
        assert ("oude systeem" in page.text) == (zaak is oud)
    assert len(zgw.register.list("enkelvoudiginformatieobjecten")) == 1


def test_an_old_zaak_costs_the_new_register_nothing(
    noor: Client, oud: services.Zaak, nieuw: services.Zaak, zgw: Zgw
) -> None:
    zgw.register.forget_calls()
    assert noor.get(f"{LIJST}{oud.identificatie}/").status_code == 200
    assert zgw.register.geteld.total() == 0


def test_kees_goes_on_with_what_is_old_and_does_not_find_what_is_new(
    oud: services.Zaak, nieuw: services.Zaak
) -> None:
    assert services.handles_zaken()
    assert services.handles_zaken(oud.identificatie)
    assert not services.handles_zaken(nieuw.identificatie)
    now = klok.now()
    services.request_aanvulling(
        oud.identificatie, question(hersteltermijn=now.date() + timedelta(14)), now=now
    )
    besluit = decide(datum=now.date(), ingangsdatum=now.date(), verzenddatum=now.date())
    services.take_besluit(oud.identificatie, besluit, now=now)
    assert [each.identificatie for each in services.list_besluiten(oud.identificatie, voor=NOOR)]
    assert [item.zaak.identificatie for item in services.list_werkvoorraad().items] == [oud.identificatie]
    with pytest.raises(services.ZaakNotFound):
        services.get_dossier(nieuw.identificatie)


def test_noor_reads_what_the_old_zaak_asks_and_answers_there(
    noor: Client, oud: services.Zaak, nieuw: services.Zaak
) -> None:
    now = klok.now()
    asked = question(hersteltermijn=now.date() + timedelta(14))
    verzoek = services.request_aanvulling(oud.identificatie, asked, now=now)
    assert "Stuur ons wat nog mist" in noor.get(LIJST).text
    given = {"voor": NOOR, "now": now}
    services.answer_aanvulling(oud.identificatie, verzoek.id, "Het was de grote beuk.", [], **given)
    (answered,) = services.list_verzoeken(oud.identificatie, voor=NOOR)
    assert answered.is_beantwoord


def test_what_is_handled_here_is_written_in_one_transaction_and_what_is_new_is_not(
    oud: services.Zaak, nieuw: services.Zaak
) -> None:
    assert not services.registers_in_transaction()
    assert services.registers_in_transaction(oud.identificatie)
    assert not services.registers_in_transaction(nieuw.identificatie)


def test_a_bezwaar_about_an_old_zaak_reaches_who_handles_that_one(oud: services.Zaak, verhuisd: None) -> None:
    about = services.Relatie(oud.identificatie, AardRelatie.VERVOLG, "bezwaar")
    bezwaar = new_zaak(omschrijving=f"Bezwaar ({oud.identificatie})", relatie=about, startdatum=klok.today())
    for _ in range(2):  # a second try tells it once
        services.create_zaak(bezwaar, now=klok.now())
    (note,) = services.get_dossier(oud.identificatie).notities
    assert bezwaar.identificatie in note.tekst
    assert services.get_zaak(bezwaar.identificatie, voor=NOOR).bron == "default"


def test_who_looked_into_an_old_zaak_is_told_and_the_new_register_is_not_needed_for_it(
    oud: services.Zaak, verhuisd: None, zgw: Zgw
) -> None:
    note: dict[str, Any] = {"door": "kees", "afdeling": "Groen", "doel": "behandelen", "now": klok.now()}
    services.note_raadpleging(oud.identificatie, **note)
    zgw.register.storingen.add("500")
    (look,) = services.list_raadplegingen(NOOR)
    assert look.zaak.identificatie == oud.identificatie


# --- When the new register is silent -----


def sent(zaak: services.Zaak) -> AanvraagInfo:
    return AanvraagInfo(zaak.identificatie, "Boom kappen", klok.now(), True, "")


@pytest.fixture
def stil(zgw: Zgw, nieuw: services.Zaak) -> None:
    zgw.register.storingen.add("dicht_voor")


def test_the_page_says_which_part_is_missing_and_since_when_and_shows_the_rest(
    noor: Client, oud: services.Zaak, nieuw: services.Zaak, stil: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    aanvragen = [sent(oud), sent(nieuw)]
    monkeypatch.setattr("eloket.mijnzaken.services.overzicht.list_aanvragen", lambda *, voor, door: aanvragen)
    page = noor.get(LIJST)
    assert page.status_code == 503
    assert "Een deel van uw zaken kunnen wij nu niet laten zien" in page.text
    assert "geen antwoord van ons nieuwe systeem" in page.text
    assert f"{klok.now():%Y}" in page.text
    assert f"{oud.identificatie}, in ons oude systeem" in page.text
    assert page.text.count(f'href="{LIJST}{oud.identificatie}/"') == 1
    assert page.text.count(f'href="{LIJST}{nieuw.identificatie}/"') == 1  # as what we received
    assert "geen zaken" not in page.text


def test_nobody_without_old_zaken_reads_that_they_have_none(client: Client, stil: None) -> None:
    login_burger(client, VREEMDE)
    page = client.get(LIJST)
    assert (page.status_code, "geen zaken" in page.text) == (503, False)
    assert "past bij wat u zoekt" not in client.get(LIJST, {"zoek": "kap"}).text


def test_the_old_zaak_opens_as_ever_and_a_new_one_says_since_when(
    noor: Client, oud: services.Zaak, nieuw: services.Zaak, stil: None
) -> None:
    assert noor.get(f"{LIJST}{oud.identificatie}/").status_code == 200
    page = noor.get(f"{LIJST}{nieuw.identificatie}/")
    assert (page.status_code, "De storing is er sinds" in page.text) == (503, True)


def test_a_part_that_is_missing_says_since_when_as_well(noor: Client, nieuw: services.Zaak, zgw: Zgw) -> None:
    zgw.register.storingen.add("500", bij="/besluiten/")
    page = noor.get(f"{LIJST}{nieuw.identificatie}/")
    assert (page.status_code, "Niet alles van uw zaak is er: sinds" in page.text) == (503, True)


def test_when_it_answers_again_nothing_of_the_outage_is_kept(
    noor: Client, nieuw: services.Zaak, stil: None, zgw: Zgw
) -> None:
    assert noor.get(LIJST).status_code == 503
    zgw.register.storingen.storingen.clear()
    page = noor.get(LIJST)
    assert (page.status_code, nieuw.identificatie in page.text) == (200, True)
    assert services.list_stil() == ()


def test_readyz_knows_of_both(noor: Client, nieuw: services.Zaak, zgw: Zgw) -> None:
    services.check_register()
    zgw.register.storingen.negeer_filters = True
    with pytest.raises(services.RegisterMisconfigured, match="filtert niet"):
        services.check_register()
