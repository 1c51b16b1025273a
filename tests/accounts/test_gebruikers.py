"""What a beheerder may do with the accounts of others."""

import pytest
from django.test import Client

from eloket.accounts.models import Soort, User
from eloket.accounts.nood import USERNAME, create_noodaccount
from eloket.accounts.services import Rol
from tests.accounts.helpers import login_medewerker, make_medewerker
from tests.website.factories import make_site

pytestmark = pytest.mark.django_db


def test_a_beheerder_cannot_give_the_noodaccount_another_password(client: Client) -> None:
    make_site()
    zegel = create_noodaccount(vernieuw=False)
    nood = User.objects.get(username=USERNAME)
    login_medewerker(client, make_medewerker(Rol.BEHEERDER))
    address = f"/beheer/users/edit/{nood.pk}/"
    assert "password1" not in client.get(address).content.decode()
    fields = {"username": USERNAME, "email": "nood@rietwaard.example", "first_name": "Nood", "last_name": "A"}
    password = {"password1": "een heel ander wachtwoord", "password2": "een heel ander wachtwoord"}
    assert client.post(address, {**fields, **password, "is_active": "on"}).status_code == 302
    nood.refresh_from_db()
    assert nood.check_password(zegel.wachtwoord)


def test_mo_takes_a_role_away_and_makes_nobody_a_superuser(client: Client) -> None:
    make_site()
    kees = make_medewerker(Rol.BEHANDELAAR, email="kees@rietwaard.example")
    login_medewerker(client, make_medewerker(Rol.BEHEERDER))
    address = f"/beheer/users/edit/{kees.pk}/"
    screen = client.get(address).content.decode()
    assert 'name="is_active"' in screen
    client.post(
        address,
        {"username": kees.username, "email": kees.email, "first_name": "Kees", "last_name": "Jansen"}
        | {"is_active": "on", "is_superuser": "on"},
    )
    kees.refresh_from_db()
    assert kees.last_name == "Jansen"
    assert not kees.is_superuser
    assert not kees.groups.exists()


def test_residents_are_not_among_the_employees(client: Client) -> None:
    make_site()
    burger = User.objects.create(username="burger-1", soort=Soort.BURGER)
    login_medewerker(client, make_medewerker(Rol.BEHEERDER))
    assert "burger-1" not in client.get("/beheer/users/").content.decode()
    assert client.get(f"/beheer/users/edit/{burger.pk}/").status_code == 404
