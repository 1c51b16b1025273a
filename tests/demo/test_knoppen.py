"""Whoever looks at the demo lets ten days pass, and puts the zaakregister out of order."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from eloket.demo.stand import get_dagen, move_clock, register_is_uit, switch_register
from eloket.lib import klok
from eloket.zaken.backends import get_backend
from eloket.zaken.backends.base import RegisterUnavailable
from eloket.zaken.backends.database.schakelbaar import SchakelbaarRegister
from tests.accounts.helpers import login_burger
from tests.zaken.factories import open_zaak

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demo(tmp_path: Path, settings: Any) -> None:
    """A demo of this test alone."""
    settings.ELOKET_DATA = tmp_path
    settings.ELOKET_DEMO_REGISTER_UIT = uit = tmp_path / "register-uit"
    backend = "eloket.zaken.backends.database.schakelbaar.SchakelbaarRegister"
    settings.ELOKET_ZAKEN = {"default": {"BACKEND": backend, "OPTIONS": {"UIT": uit}}}


def press(client: Client, path: str, **data: str) -> int:
    return client.post(path, data, headers={"sec-fetch-site": "same-origin"}).status_code


def test_ten_days_pass_for_everybody_and_pressing_twice_is_pressing_once(client: Client) -> None:
    today = klok.today()
    assert 'name="dagen" value="10"' in client.get("/demo/").text
    assert press(client, "/demo/verder/", dagen="10") == 302
    assert press(client, "/demo/verder/", dagen="10") == 302
    assert klok.today() == today + timedelta(days=10)
    page = client.get("/demo/").text
    assert "De klok loopt 10 dagen voor" in page
    assert 'name="dagen" value="20"' in page


@pytest.mark.parametrize("dagen", ["", "-10", "0", "x", "11", "9999", "²", "10" * 9])
def test_the_clock_goes_ten_days_on_and_nowhere_else(client: Client, dagen: str) -> None:
    press(client, "/demo/verder/", dagen=dagen)
    assert get_dagen() == 0


def test_a_page_of_somebody_else_presses_nothing(client: Client) -> None:
    for path in ("/demo/verder/", "/demo/register/"):
        strange = client.post(
            path, {"dagen": "10", "register": "uit"}, headers={"sec-fetch-site": "cross-site"}
        )
        assert strange.status_code == 403
    assert (get_dagen(), register_is_uit()) == (0, False)


def test_noor_reads_that_there_is_an_outage_and_then_sees_her_zaak(client: Client) -> None:
    zaak = open_zaak(now=klok.now())
    login_burger(client)
    press(client, "/demo/register/", register="uit")
    page = client.get("/mijn-zaken/")
    assert page.status_code == 503
    assert "storing" in page.text
    assert "geen zaken" not in page.text
    press(client, "/demo/register/", register="aan")
    assert zaak.identificatie in client.get("/mijn-zaken/").text


def test_out_of_order_it_answers_nothing_and_is_in_nobodys_transaction() -> None:
    register = get_backend()
    assert isinstance(register, SchakelbaarRegister)
    assert register.in_transaction
    switch_register(uit=True)
    assert not register.in_transaction
    with pytest.raises(RegisterUnavailable):
        register.check()
    with pytest.raises(RegisterUnavailable):
        register.list_werkvoorraad(zoek="", status="", open_zaken=True, page=1, page_size=20)


@pytest.mark.parametrize("content", ["", "x", "-5", "1" * 5000])
def test_a_damaged_file_stops_no_demo(tmp_path: Path, content: str) -> None:
    (tmp_path / "demo-dagen").write_text(content)
    assert 0 <= get_dagen() <= 3650
    move_clock(get_dagen() + 10)
