"""What a resident reads when something seems broken."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from eloket.health import onderdelen
from eloket.lib import klok
from eloket.outbox.models import Werker
from eloket.zaken.services import RegisterUnavailable
from tests.health.test_readyz import fail_with
from tests.outbox.factories import make_opdracht

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker() -> None:
    now = klok.now()
    Werker.objects.create(naam="m:1", broker="database", started_at=now, seen_at=now)


def words(client: Client) -> dict[str, str]:
    """The word beside each thing."""
    page = client.get("/storingen/").content.decode()
    rows = re.findall(r"<h2[^>]*>([^<]*?)\s*<span[^>]*>(\w+)</span>", page)
    return dict(rows)


@pytest.mark.kern
@pytest.mark.usefixtures("worker")
def test_all_is_well(client: Client) -> None:
    assert words(client) == {
        "Een aanvraag doen": "werkt",
        "E-mail van ons krijgen": "werkt",
        "Uw zaken bekijken": "werkt",
        "Inloggen met DigiD of eHerkenning": "onbekend",
    }


def test_without_a_sign_of_life_of_a_worker_nothing_that_it_does_is_called_well(client: Client) -> None:
    said = words(client)
    assert said["E-mail van ons krijgen"] == "vertraging"
    assert said["Een aanvraag doen"] == "vertraging"


@pytest.mark.usefixtures("worker")
def test_late_mail_is_a_delay_of_mail_only(client: Client) -> None:
    make_opdracht(handler="berichten.send", not_before=klok.now() - timedelta(minutes=6))
    said = words(client)
    assert said["E-mail van ons krijgen"] == "vertraging"
    assert said["Een aanvraag doen"] == "werkt"


@pytest.mark.usefixtures("worker")
def test_a_register_out_of_reach(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onderdelen, "check_register", fail_with(RegisterUnavailable("weg")))
    said = words(client)
    assert said["Uw zaken bekijken"] == "storing"
    assert said["Een aanvraag doen"] == "vertraging"


def test_what_cannot_be_known_is_unknown(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onderdelen, "get_stand", fail_with(OperationalError("weg")))
    said = words(client)
    assert said["E-mail van ons krijgen"] == "onbekend"
    assert said["Een aanvraag doen"] == "onbekend"


def test_the_page_is_kept_for_seconds_only_and_sets_no_cookie(client: Client) -> None:
    answer = client.get("/storingen/")
    assert answer["Cache-Control"] == "public, max-age=10"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_the_page_costs_few_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    client.get("/storingen/")
    with django_assert_max_num_queries(16):
        client.get("/storingen/")


def test_the_page_is_there_in_english(client: Client) -> None:
    assert client.get("/en/storingen/").status_code == 200
