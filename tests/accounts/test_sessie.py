"""Two kinds of session that never meet, and that end in time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from eloket.accounts.models import Sessie
from eloket.accounts.services import Niveau, Rol, seconds_left
from eloket.lib.partij import Bsn
from tests.accounts.helpers import NOOR_BSN, login_burger, login_medewerker, make_medewerker

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(autouse=True)
def _adressen(settings: object) -> None:
    settings.ROOT_URLCONF = "tests.accounts.adressen"  # type: ignore[attr-defined]


def test_noor_sees_her_own_page_and_it_is_never_cached(client: Client) -> None:
    login_burger(client, Bsn(NOOR_BSN), naam="Noor de Wit")
    response = client.get("/mijn/")
    assert response.content == b"Noor de Wit"
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def test_a_visitor_is_sent_to_login_and_back(client: Client) -> None:
    response = client.get("/mijn/?a=1")
    assert response.status_code == 302
    assert response["Location"].startswith("/inloggen/?next=%2Fmijn%2F%3Fa%3D1&niveau=20")


def test_a_low_level_is_sent_to_login_at_the_higher_level(client: Client) -> None:
    login_burger(client, niveau=Niveau.MIDDEN)
    response = client.get("/geheim/")
    assert "niveau=40" in response["Location"]
    assert "Log daarom nog een keer in" in client.get(response["Location"]).content.decode()


def test_a_page_for_everybody_sets_no_cookie_and_varies_on_none(client: Client) -> None:
    response = client.get("/gewoon/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_a_page_for_everybody_does_not_even_read_a_session_that_is_there(
    client: Client, django_assert_num_queries: object
) -> None:
    login_burger(client)
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert "Cookie" not in client.get("/gewoon/").get("Vary", "")


def test_the_two_sessions_live_side_by_side(client: Client) -> None:
    login_burger(client, naam="Noor de Wit")
    login_medewerker(client, make_medewerker(Rol.KCC, naam="Ilse Bakker"))
    assert client.get("/mijn/").content == b"Noor de Wit"
    assert client.get("/balie/scherm/").content == b"Ilse Bakker"


@pytest.mark.parametrize("address", ["/beheer/wie/", "/wie/"])
def test_a_session_of_one_kind_opens_nothing_under_the_other_cookie(client: Client, address: str) -> None:
    login_burger(client)
    login_medewerker(client, make_medewerker(Rol.KCC))
    burger, medewerker = settings.SESSION_COOKIE_NAME, settings.ELOKET_MEDEWERKER_COOKIE
    assert client.get(address).content == b"True"
    swapped = {
        burger: client.cookies[medewerker].value,
        medewerker: client.cookies[burger].value,
    }
    client.cookies.load(swapped)
    response = client.get(address)
    assert response.content == b"False"
    wrong = medewerker if address.startswith("/beheer/") else burger
    assert response.cookies[wrong].value == ""


def test_an_employee_without_the_rol_gets_403_and_a_visitor_the_employees_login(client: Client) -> None:
    assert client.get("/balie/scherm/")["Location"] == "/inloggen/medewerker/?next=%2Fbalie%2Fscherm%2F"
    login_medewerker(client, make_medewerker(Rol.REDACTEUR))
    assert client.get("/balie/scherm/").status_code == 403


def test_fifteen_minutes_of_silence_end_the_session_and_the_page_says_so(client: Client) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        login_burger(client)
        clock.shift(timedelta(minutes=14))
        assert client.get("/mijn/").status_code == 200
        clock.shift(timedelta(minutes=14))  # counted from the last visit
        assert client.get("/mijn/").status_code == 200
        clock.shift(timedelta(minutes=15, seconds=1))
        response = client.get("/mijn/")
        assert response.status_code == 302
        assert "15 minuten niets" in client.get(response["Location"]).content.decode()


def test_the_employees_session_ends_by_silence_too(client: Client) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        login_medewerker(client, make_medewerker(Rol.KCC))
        clock.shift(timedelta(minutes=15, seconds=1))
        assert client.get("/balie/scherm/").status_code == 302


def test_after_eight_hours_everybody_logs_in_again(client: Client) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        login_burger(client)
        for _ in range(47):
            clock.shift(timedelta(minutes=10))
            assert client.get("/mijn/").status_code == 200
        clock.shift(timedelta(minutes=10))
        assert client.get("/mijn/").status_code == 302


def test_the_idle_limit_is_a_setting(client: Client, settings: object) -> None:
    settings.ELOKET_SESSIE_MINUTEN = 5  # type: ignore[attr-defined]
    with time_machine.travel(NOON, tick=False) as clock:
        login_burger(client)
        clock.shift(timedelta(minutes=5, seconds=1))
        assert client.get("/mijn/").status_code == 302


def test_moving_the_demo_clock_logs_nobody_out(client: Client, settings: object) -> None:
    login_burger(client)
    settings.ELOKET_KLOK_VERSCHUIVING = 10  # type: ignore[attr-defined]
    assert client.get("/mijn/").status_code == 200


def test_staying_logged_in_moves_the_end(client: Client) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        login_burger(client)
        clock.shift(timedelta(minutes=14))
        assert client.post("/inloggen/blijf/").status_code == 204
        clock.shift(timedelta(minutes=14))
        assert client.get("/mijn/").status_code == 200
        clock.shift(timedelta(minutes=16))
        assert client.post("/inloggen/blijf/").status_code == 401


def test_what_a_script_saves_by_itself_keeps_nobody_logged_in(client: Client) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        login_burger(client)
        clock.shift(timedelta(minutes=13))
        assert client.get("/mijn/", headers={"X-Eloket-Stil": "1"}).status_code == 200
        clock.shift(timedelta(minutes=2, seconds=1))
        assert client.get("/mijn/").status_code == 302


def test_the_bar_knows_how_long_is_left(client: Client) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        login_burger(client)
        assert seconds_left(client.get("/mijn/").wsgi_request) == 15 * 60
        for _ in range(47):
            clock.shift(timedelta(minutes=10))
            client.get("/mijn/")
        assert seconds_left(client.get("/mijn/").wsgi_request) == 10 * 60, "eight hours are nearly over"


def test_staying_logged_in_without_javascript_comes_back_to_the_page(client: Client) -> None:
    login_burger(client)
    assert client.post("/inloggen/blijf/", {"next": "/mijn/"})["Location"] == "/mijn/"
    assert client.post("/inloggen/blijf/", {"next": "//elders.example/"}).status_code == 204


def test_logging_out_ends_the_session_on_the_server(client: Client) -> None:
    login_burger(client)
    assert client.get("/inloggen/uitloggen/").status_code == 200
    assert client.get("/mijn/").status_code == 200, "a GET logs nobody out"
    response = client.post("/inloggen/uitloggen/")
    assert response["Location"] == "/inloggen/uitgelogd/"
    assert not Sessie.objects.exists()
    assert client.get("/mijn/").status_code == 302
    assert client.get("/inloggen/uitgelogd/").status_code == 200


def test_the_row_of_a_session_is_ciphertext(client: Client) -> None:
    login_burger(client, Bsn(NOOR_BSN), naam="Noor de Wit")
    row = Sessie.objects.get()
    assert row.soort == "burger"
    assert NOOR_BSN not in row.session_data
    assert "Noor" not in row.session_data
    assert '"bsn"' not in row.session_data.lower()


def test_a_session_under_a_lost_key_is_nobodys(client: Client, settings: object) -> None:
    login_burger(client)
    settings.ELOKET_KEYS = ["een heel andere sleutel van genoeg tekens"]  # type: ignore[attr-defined]
    assert client.get("/mijn/").status_code == 302


def test_a_deactivated_employee_is_out_at_the_next_request(client: Client) -> None:
    samira = login_medewerker(client, make_medewerker(Rol.KCC))
    assert client.get("/balie/scherm/").status_code == 200
    samira.is_active = False
    samira.save()
    assert client.get("/balie/scherm/").status_code == 302
    samira.is_active = True
    samira.save()
    assert client.get("/balie/scherm/").status_code == 302, "the old session does not come back to life"


def test_a_rol_taken_away_is_gone_at_the_next_request(client: Client) -> None:
    samira = login_medewerker(client, make_medewerker(Rol.KCC))
    assert client.get("/balie/scherm/").status_code == 200
    samira.groups.clear()
    assert client.get("/balie/scherm/").status_code == 403
