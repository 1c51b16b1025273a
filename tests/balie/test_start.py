"""Ilse van het KCC has a caller on the line."""

import pytest
from django.test import Client

from eloket.accounts.services import Rol
from tests.accounts.helpers import login_burger, login_medewerker, make_medewerker

pytestmark = pytest.mark.django_db


@pytest.mark.kern
def test_ilse_can_search_and_has_her_script(client: Client) -> None:
    login_medewerker(client, make_medewerker(Rol.KCC, naam="Ilse Jansen"))
    page = client.get("/balie/")
    assert page.status_code == 200
    assert "Ingelogd als Ilse Jansen" in page.text
    for words in ('name="q"', "Zo voert u het gesprek", 'href="/balie/afspraken/"', 'href="/controleer/"'):
        assert words in page.text
    assert "no-store" in page.headers["Cache-Control"]


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.BEHANDELAAR])
def test_another_role_is_refused(client: Client, rol: Rol) -> None:
    login_medewerker(client, make_medewerker(rol))
    assert client.get("/balie/").status_code == 403


def test_a_resident_is_nobody_here(client: Client) -> None:
    login_burger(client)
    page = client.get("/balie/")
    assert page.status_code == 302
    assert page.url.startswith("/inloggen/medewerker/")
