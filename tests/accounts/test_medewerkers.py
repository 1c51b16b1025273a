"""Employees come in by the gemeente's own login service, with its roles, and go when it takes them."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from pytest_django.fixtures import Settings

from eloket.accounts.models import User
from eloket.accounts.services import Rol, ensure_medewerker
from tests.accounts.helpers import login_burger, login_medewerker, make_medewerker
from tests.accounts.wandeling import Wandelaar

pytestmark = pytest.mark.django_db


def rollen(user: User) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


@pytest.mark.kern
def test_samira_comes_into_the_beheer_and_back_to_the_page_she_asked(wandelaar: Wandelaar) -> None:
    door = wandelaar.client.get("/beheer/pages/")
    assert door["Location"] == "/inloggen/medewerker/?next=/beheer/pages/"
    response = wandelaar.log_in("samira", "mfa", middel="medewerker", next="/beheer/pages/")
    assert response["Location"] == "/beheer/pages/"
    assert wandelaar.client.get("/beheer/").status_code == 200
    samira = User.objects.get()
    assert samira.get_full_name() == "Samira Idrissi"
    assert samira.email == "samira@rietwaard.example"
    assert samira.is_staff
    assert not samira.is_superuser
    assert rollen(samira) == {"redacteur"}


def test_the_employee_has_the_employees_cookie_only(wandelaar: Wandelaar) -> None:
    wandelaar.log_in("samira", "mfa", middel="medewerker")
    assert settings.ELOKET_MEDEWERKER_COOKIE in wandelaar.client.cookies
    assert settings.SESSION_COOKIE_NAME not in wandelaar.client.cookies


def test_anna_has_no_rol_and_is_told_so(wandelaar: Wandelaar) -> None:
    response = wandelaar.log_in("anna", "mfa", middel="medewerker")
    assert response.status_code == 403
    assert "Vraag uw functioneel beheerder" in response.content.decode()
    assert not User.objects.exists()
    assert wandelaar.client.get("/beheer/").status_code == 302


def test_every_login_takes_over_what_the_gemeente_says_now(wandelaar: Wandelaar) -> None:
    wandelaar.log_in("samira", "mfa", middel="medewerker")
    samira = User.objects.get()
    eigen = Group.objects.create(name="werkgroep van de gemeente")
    samira.groups.set([eigen, Group.objects.get(name="beheerder")])
    samira.first_name = "Verkeerd"
    samira.save()
    wandelaar.log_in("samira", "mfa", middel="medewerker")
    samira.refresh_from_db()
    assert rollen(samira) == {"redacteur", "werkgroep van de gemeente"}
    assert samira.first_name == "Samira"


def test_the_gemeente_names_its_groups_as_it_likes(wandelaar: Wandelaar, inlogdienst: Settings) -> None:
    inlogdienst.ELOKET_GROEPEN = {"redacteur": "behandelaar"}
    wandelaar.log_in("samira", "mfa", middel="medewerker")
    assert rollen(User.objects.get()) == {"behandelaar"}


def test_a_deactivated_employee_does_not_come_in(wandelaar: Wandelaar) -> None:
    samira = ensure_medewerker(sub="samira", naam="Samira Idrissi", email="", rollen=[Rol.REDACTEUR])
    samira.is_active = False
    samira.save()
    assert wandelaar.log_in("samira", "mfa", middel="medewerker").status_code == 403
    assert wandelaar.client.get("/beheer/").status_code == 302


def test_an_employee_made_beforehand_is_the_one_who_logs_in(wandelaar: Wandelaar) -> None:
    before = ensure_medewerker(sub="kees", naam="K. Jansen", email="", rollen=[Rol.BEHANDELAAR])
    wandelaar.log_in("kees", "mfa", middel="medewerker")
    assert User.objects.get().pk == before.pk


def test_out_of_the_beheer_at_the_next_request(client: Client) -> None:
    samira = login_medewerker(client, make_medewerker(Rol.REDACTEUR))
    assert client.get("/beheer/").status_code == 200
    samira.groups.clear()
    response = client.get("/beheer/")
    assert response["Location"] == "/inloggen/medewerker/?next=/beheer/"
    page = client.get(response["Location"])
    assert page.status_code == 200, "no loop between the two"
    assert "u hebt geen toegang tot die pagina" in page.content.decode()


def test_noor_has_no_way_into_the_beheer(client: Client) -> None:
    login_burger(client)
    response = client.get("/beheer/")
    assert response["Location"] == "/inloggen/medewerker/?next=/beheer/"
    page = client.get(response["Location"])
    assert page.status_code == 200
    assert "U bent al ingelogd" not in page.content.decode()


def test_logging_out_of_the_beheer(client: Client) -> None:
    login_medewerker(client, make_medewerker(Rol.REDACTEUR))
    login_burger(client)
    response = client.post("/beheer/logout/")
    assert response["Location"] == "/inloggen/medewerker/"
    assert client.get("/beheer/").status_code == 302
    assert client.get("/inloggen/")["Location"] == "/mijn-zaken/", "Noor's session in this browser goes on"


@pytest.mark.parametrize("rol", list(Rol))
def test_every_rol_opens_the_beheer(client: Client, rol: Rol) -> None:
    login_medewerker(client, make_medewerker(rol))
    assert client.get("/beheer/").status_code == 200


def test_a_redacteur_edits_pages_and_a_behandelaar_does_not() -> None:
    from wagtail.models import Page

    root = Page.get_first_root_node()
    home = root.get_children().first()
    samira, kees = make_medewerker(Rol.REDACTEUR), make_medewerker(Rol.BEHANDELAAR)
    assert home.permissions_for_user(samira).can_publish()
    assert not home.permissions_for_user(kees).can_edit()


PASSWORD_DOORS = [
    "/beheer/login/",
    "/beheer/password_reset/",
    "/_util/login/",
    "/en/_util/login/",
]
NOT_THERE = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/accounts/email/",
    "/inloggen/oidc/digid/login/",
    "/inloggen/signup/",
    "/admin/login/",
]


@pytest.mark.parametrize("address", PASSWORD_DOORS)
def test_no_door_takes_a_password(client: Client, address: str) -> None:
    User.objects.create_superuser("oud", password="een heel lang wachtwoord")
    for response in (
        client.get(address),
        client.post(address, {"username": "oud", "password": "een heel lang wachtwoord"}),
    ):
        assert response.status_code == 302
        assert response["Location"].startswith(("/inloggen/", "/en/inloggen/"))
    assert client.get("/beheer/").status_code == 302


@pytest.mark.parametrize("address", NOT_THERE)
def test_local_account_screens_do_not_exist(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_password_fits_nowhere() -> None:
    from django.contrib.auth import authenticate

    User.objects.create_superuser("oud", password="een heel lang wachtwoord")
    assert authenticate(username="oud", password="een heel lang wachtwoord") is None
