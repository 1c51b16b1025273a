"""Who asked, for whom, and what an employee must look into: as Kees sees it."""

import pytest
from django.db import connection
from django.test import Client

from eloket.accounts.services import Rol
from eloket.lib.partij import Bsn, Eidas, Kvk, Vereniging
from eloket.zaken.models import Zaak as ZaakRij
from eloket.zaken.services import get_dossier, list_werkvoorraad, list_zaken, set_controle
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.zaken.factories import NOOR, NOW, open_zaak

LIJST = "/beheer/zaken/"
SCOUTING = Vereniging("90012345", "bestuur@scouting.example", bevestigd=True)

pytestmark = pytest.mark.django_db


@pytest.fixture
def kees(client: Client) -> Client:
    login_medewerker(client, make_medewerker(Rol.BEHANDELAAR, naam="Kees Bakker"))
    return client


def open_scouting() -> str:
    return open_zaak(
        belanghebbende=SCOUTING, niveau=6, te_controleren=True, belanghebbende_naam="Scouting Rietwaard"
    ).identificatie


@pytest.mark.kern
def test_kees_sees_what_to_check_and_notes_that_he_did(kees: Client) -> None:
    open_zaak()
    number = open_scouting()
    assert kees.get(LIJST).text.count("Nog te controleren") == 1
    page = kees.get(f"{LIJST}{number}/").text
    assert "Scouting Rietwaard: vereniging of stichting zonder eHerkenning, KvK-nummer 90012345" in page
    assert "(nog te controleren)" in page
    assert "bestuur@scouting.example" not in page

    page = kees.post(f"{LIJST}{number}/controle/", {"uitkomst": "klopt"}, follow=True).text
    assert "gecontroleerd, klopt, door Kees Bakker op" in page
    assert "Het klopt niet" not in page  # the buttons are gone
    assert "Nog te controleren" not in kees.get(LIJST).text


def test_the_first_note_stands(kees: Client) -> None:
    number = open_scouting()
    set_controle(number, klopt=False, door="Petra", now=NOW)
    kees.post(f"{LIJST}{number}/controle/", {"uitkomst": "klopt"})
    (scouting,) = get_dossier(number).betrokkenen
    assert (scouting.controle, scouting.gecontroleerd_door) == ("klopt_niet", "Petra")


@pytest.mark.parametrize("uitkomst", ["", "misschien", "open"])
def test_anything_else_notes_nothing(kees: Client, uitkomst: str) -> None:
    number = open_scouting()
    assert kees.post(f"{LIJST}{number}/controle/", {"uitkomst": uitkomst}).status_code == 302
    assert list_werkvoorraad().items[0].zaak.te_controleren
    assert kees.post(f"{LIJST}ELK-2026-9999999/controle/", {"uitkomst": "klopt"}).status_code == 404


def test_ilse_checks_nobody(client: Client) -> None:
    number = open_scouting()
    login_medewerker(client, make_medewerker(Rol.KCC, naam="Ilse Bakker"))
    assert client.post(f"{LIJST}{number}/controle/", {"uitkomst": "klopt"}).status_code in (302, 403)
    assert list_werkvoorraad().items[0].zaak.te_controleren


def test_the_business_with_that_number_does_not_find_it() -> None:
    open_scouting()
    assert list_zaken(voor=Kvk("90012345")).total == 0


def test_kees_sees_who_acts_for_whom_and_as_what(kees: Client) -> None:
    hanna = open_zaak(
        handelende=Bsn("999990093"),
        hoedanigheid="bewindvoerder",
        belanghebbende_naam="Noor de Wit",
        handelende_naam="Hanna Smit",
    )
    page = kees.get(f"{LIJST}{hanna.identificatie}/").text
    assert "Noor de Wit: persoon, BSN bekend" in page
    assert "Bewindvoerder" in page
    assert "Hanna Smit: persoon, BSN bekend" in page
    assert "999990093" not in page
    assert NOOR.nummer not in page


def test_a_zaak_of_somebody_without_a_bsn(kees: Client) -> None:
    greta = open_zaak(belanghebbende=Eidas("SE/NL/greta"), belanghebbende_naam="Greta Lindqvist")
    page = kees.get(f"{LIJST}{greta.identificatie}/").text
    assert "Greta Lindqvist: persoon uit een ander EU-land" in page
    assert "SE/NL/greta" not in page
    assert list_zaken(voor=Eidas("SE/NL/greta")).total == 1


def test_names_are_not_readable_in_the_table() -> None:
    open_scouting()
    with connection.cursor() as cursor:
        cursor.execute("SELECT naam, partij FROM zaken_rol")
        (row,) = cursor.fetchall()
    assert not any("Scouting" in str(value) or "90012345" in str(value) for value in row)
    assert ZaakRij.objects.count() == 1
