"""Who may do what: every rol × every address of the back office, and what the list shows of it."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLResolver

from eloket.accounts.models import User
from eloket.accounts.services import Rol
from eloket.zaken.models import Team, Zaaktyperol
from eloket.zaken.regels import Vertrouwelijkheid, Zaakrol
from eloket.zaken.services import NieuwDocument, Zaak, add_document, get_rechten
from eloket.zaken.wagtail_hooks import register_urls
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.zaken.factories import KAPVERGUNNING, NOW, make_zaaktype, open_zaak

pytestmark = pytest.mark.django_db
LIJST = "/beheer/zaken/"

#: Of every address: method, path and the answer for whoever is nothing here, and for the rollen at this
#: zaaktype: raadpleger, behandelaar, coördinator, beheerder. 302 and 422 come after the door; a raadpleger is
#: asked why first.
TABEL: dict[str, tuple[str, str, list[set[int]]]] = {
    "lijst": ("GET", "", [{403}, {200}, {200}, {200}, {403}]),
    "verdeling": ("GET", "verdeling/", [{403}, {403}, {403}, {200}, {403}]),
    "overdragen": ("POST", "overdragen/", [{403}, {403}, {403}, {422}, {403}]),
    "zaak": ("GET", "{zaak}/", [{403}, {302}, {200}, {200}, {403}]),
    "zaak (status zetten)": ("POST", "{zaak}/", [{403}, {403}, {302}, {302}, {403}]),
    "toewijzen": ("POST", "{zaak}/toewijzen/", [{403}, {403}, {302}, {302}, {403}]),
    "gezien": ("POST", "{zaak}/gezien/", [{403}, {403}, {302, 404}, {302, 404}, {403}]),
    "handeling": ("GET", "{zaak}/doen/opschorten/", [{403}, {403}, {200}, {200}, {403}]),
    "handeling (doen)": ("POST", "{zaak}/doen/opschorten/", [{403}, {403}, {422}, {422}, {403}]),
    "notitie": ("POST", "{zaak}/notitie/", [{403}, {403}, {302}, {302}, {403}]),
    "aanwezig": ("POST", "{zaak}/aanwezig/", [{403}, {200}, {200}, {200}, {403}]),
    "doel": ("GET", "{zaak}/waarvoor/", [{403}, {200}, {200}, {200}, {403}]),
    "doel (zeggen)": ("POST", "{zaak}/waarvoor/", [{403}, {422}, {422}, {422}, {403}]),
    "controle": ("POST", "{zaak}/controle/", [{403}, {403}, {302}, {302}, {403}]),
    "document": ("GET", "{zaak}/documenten/{document}/", [{403}, {302}, {200}, {200}, {403}]),
}
ROLLEN: list[Zaakrol | None] = [None, *Zaakrol]


@pytest.fixture
def zaak() -> Zaak:
    make_zaaktype(KAPVERGUNNING)
    return open_zaak(zaaktype=KAPVERGUNNING, omschrijving="Een boom kappen")


@pytest.fixture
def document(zaak: Zaak) -> str:
    return hand_in(zaak)


def hand_in(zaak: Zaak, vertrouwelijk: str = Vertrouwelijkheid.ZAAKVERTROUWELIJK.value) -> str:
    uuid = str(uuid4())
    nieuw = NieuwDocument(
        uuid,
        "foto.pdf",
        "application/pdf",
        "",
        lambda: iter([b"%PDF-1.7"]),
        vertrouwelijkheidaanduiding=vertrouwelijk,
    )
    add_document(zaak.identificatie, nieuw, now=NOW)
    return uuid


def give(rol: Zaakrol, user: User | None = None, *, zaaktype: str = KAPVERGUNNING, **more: object) -> None:
    Zaaktyperol.objects.create(zaaktype=zaaktype, rol=rol, medewerker=user, **more)


def employee(client: Client, *rollen: Rol, naam: str = "Kees Bakker") -> User:
    return login_medewerker(client, make_medewerker(*rollen, naam=naam))


def test_the_table_holds_every_address_of_the_back_office() -> None:
    mounted, _log = register_urls()
    assert isinstance(mounted, URLResolver)
    names = {pattern.name for pattern in mounted.url_patterns}
    assert names == {key.partition(" ")[0] for key in TABEL}


@pytest.mark.kern
@pytest.mark.parametrize("key", list(TABEL))
def test_every_rol_at_every_address(zaak: Zaak, document: str, key: str) -> None:
    method, path, expected = TABEL[key]
    give(Zaakrol.BEHANDELAAR, make_medewerker(Rol.BEHANDELAAR))
    for rol, answers in zip(ROLLEN, expected, strict=True):
        client = Client()
        user = employee(client, Rol.KCC)  # in the admin, with no right to handle zaken
        if rol:
            give(rol, user)
        response = client.generic(method, LIJST + path.format(zaak=zaak.identificatie, document=document))
        assert response.status_code in answers, rol


def test_whoever_has_a_rol_elsewhere_does_not_learn_that_a_zaak_exists(
    client: Client, zaak: Zaak, document: str
) -> None:
    user = employee(client, Rol.BEHANDELAAR)
    give(Zaakrol.COORDINATOR, user, zaaktype="verhuizing")
    give(Zaakrol.RAADPLEGER, make_medewerker(Rol.KCC))
    for method, path, _expected in TABEL.values():
        if "{zaak}" in path:
            url = LIJST + path.format(zaak=zaak.identificatie, document=document)
            assert client.generic(method, url).status_code == 404
    for query in ({}, {"zoek": zaak.identificatie}, {"lijst": "alle"}, {"zaaktype": KAPVERGUNNING}):
        page = client.get(LIJST, query).text
        assert f"/{zaak.identificatie}/" not in page
        assert "Een boom kappen" not in page
        assert f'value="{KAPVERGUNNING}"' not in page
        assert "Besloten" not in page  # a step of that zaaktype only


def test_a_zaaktype_that_nobody_divided_is_open_for_whoever_handles_zaken(client: Client, zaak: Zaak) -> None:
    employee(client, Rol.BEHANDELAAR)
    page = client.get(LIJST)
    assert zaak.identificatie in page.text
    assert "nog niet gezegd wie wat mag" in page.text
    give(Zaakrol.BEHANDELAAR, make_medewerker(Rol.BEHANDELAAR))
    assert zaak.identificatie not in client.get(LIJST, {"lijst": "alle"}).text


def test_a_rol_comes_through_a_team_and_goes_with_it(client: Client, zaak: Zaak) -> None:
    user = employee(client, Rol.KCC)
    team = Team.objects.create(naam="Groen")
    give(Zaakrol.BEHANDELAAR, team=team)
    assert client.get(f"{LIJST}{zaak.identificatie}/").status_code == 403
    team.leden.add(user)
    assert client.get(f"{LIJST}{zaak.identificatie}/").status_code == 200
    team.leden.remove(user)
    assert client.get(f"{LIJST}{zaak.identificatie}/").status_code == 403


def test_a_rol_goes_no_further_than_its_vertrouwelijkheidaanduiding(client: Client) -> None:
    make_zaaktype("jeugdhulp", vertrouwelijkheidaanduiding="vertrouwelijk")
    zaak = open_zaak(zaaktype="jeugdhulp")
    user = employee(client, Rol.KCC)
    give(Zaakrol.COORDINATOR, user, zaaktype="jeugdhulp")
    assert client.get(f"{LIJST}{zaak.identificatie}/").status_code == 404
    assert zaak.identificatie not in client.get(LIJST).text
    give(Zaakrol.RAADPLEGER, user, zaaktype="jeugdhulp", maximum="vertrouwelijk")
    assert client.get(f"{LIJST}{zaak.identificatie}/waarvoor/").status_code == 200
    assert client.post(f"{LIJST}{zaak.identificatie}/").status_code == 403  # only coördinator below that


def test_a_document_that_is_too_confidential_is_neither_shown_nor_given(client: Client, zaak: Zaak) -> None:
    user = employee(client, Rol.KCC)
    give(Zaakrol.BEHANDELAAR, user)
    geheim = hand_in(zaak, Vertrouwelijkheid.GEHEIM.value)
    assert client.get(f"{LIJST}{zaak.identificatie}/documenten/{geheim}/").status_code == 404
    assert geheim not in client.get(f"{LIJST}{zaak.identificatie}/").text


def test_a_raadpleger_sees_no_button_to_act(client: Client, zaak: Zaak) -> None:
    user = employee(client, Rol.KCC)
    give(Zaakrol.RAADPLEGER, user)
    client.post(f"{LIJST}{zaak.identificatie}/waarvoor/", {"doel": "vraag"})
    page = client.get(f"{LIJST}{zaak.identificatie}/").text
    assert "U mag deze zaak lezen, niet behandelen" in page
    for words in ("Zet status", "Ik behandel deze zaak"):
        assert words not in page


def test_who_is_no_longer_active_has_nothing() -> None:
    user = make_medewerker(Rol.BEHANDELAAR)
    assert get_rechten(user).ziet_zaken
    user.is_active = False
    assert not get_rechten(user).ziet_zaken
