"""Every address × every visitor. A new address fails until it stands in the table."""

import pytest
from django.test import Client

from tests.guards.adressen import own_addresses
from tests.guards.toegang import TOEGANG
from tests.guards.wereld import VISITORS, Wereld, build

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld(db: None) -> Wereld:
    return build()


def test_the_table_holds_every_address() -> None:
    assert {f"{adres.pattern} {adres.name}".strip() for adres in own_addresses()} == set(TOEGANG)


@pytest.mark.kern
def test_everybody_gets_what_the_table_says(wereld: Wereld) -> None:
    wrong = {
        path: dict(zip(VISITORS, found, strict=True))
        for path, expected in TOEGANG.values()
        if (found := [try_out(wereld.clients[name], path, wereld) for name in VISITORS]) != expected
    }
    assert not wrong


def try_out(client: Client, path: str, wereld: Wereld) -> int:
    return client.get(path.format(**wereld.ids)).status_code


@pytest.mark.parametrize("path", ["/beheer/", "/beheer/zaken/", "/balie/", "/mijn-zaken/"])
def test_who_is_not_logged_in_is_sent_to_the_right_door(client: Client, path: str) -> None:
    door = "/inloggen/?" if path == "/mijn-zaken/" else "/inloggen/medewerker/"
    response = client.get(path, follow=True)
    assert response.redirect_chain
    assert any(url.startswith(door) for url, _status in response.redirect_chain)


def test_an_employee_who_lost_their_roles_is_out_at_the_next_request(wereld: Wereld) -> None:
    from eloket.accounts.models import User

    kees = wereld.clients["behandelaar"]
    assert kees.get("/beheer/zaken/").status_code == 200
    User.objects.get(groups__name="behandelaar").groups.clear()
    assert kees.get("/beheer/zaken/").status_code in (302, 403)
