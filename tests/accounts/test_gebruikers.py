"""What a beheerder may do with the accounts of others."""

import pytest
from django.test import Client

from eloket.accounts.models import User
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
