"""What a monitor sees."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from eloket.health import onderdelen
from eloket.lib import klok
from eloket.outbox.models import Status
from eloket.zaken.services import RegisterUnavailable
from tests.outbox.factories import make_opdracht

pytestmark = pytest.mark.django_db


def fail_with(error: Exception) -> Any:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise error

    return fail


def test_healthz_asks_nothing(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.kern
def test_a_healthy_counter_is_ready(client: Client) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {
        "ready": True,
        "parts": {
            "database": {"ok": True},
            "outbox": {"ok": True, "late_seconds": 0, "waiting": 0, "needs_person": 0, "workers": 0},
            "zaakregister": {"ok": True},
        },
    }
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_work_that_lies_there_for_too_long_raises_the_alarm(client: Client, settings: Any) -> None:
    settings.ELOKET_OUTBOX_ALARM_MINUTEN = 60
    row = make_opdracht(not_before=klok.now() - timedelta(minutes=59))
    assert client.get("/readyz").status_code == 200
    row.not_before = klok.now() - timedelta(minutes=61)
    row.save()
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["parts"]["outbox"]["ok"] is False
    assert answer.json()["parts"]["outbox"]["late_seconds"] >= 61 * 60


def test_one_full_mailbox_is_no_alarm_but_a_silent_mail_server_is(client: Client) -> None:
    now = klok.now()
    stuck = make_opdracht(
        handler="berichten.send",
        created_at=now - timedelta(hours=5),
        not_before=now + timedelta(hours=1),
        attempts=4,
        last_error="de mailserver neemt het adres nu niet aan (452)",
    )
    assert client.get("/readyz").status_code == 503
    make_opdracht(handler="berichten.send", status=Status.KLAAR, done_at=now - timedelta(hours=1))
    assert client.get("/readyz").status_code == 200
    assert stuck.pk


def test_a_register_out_of_reach_is_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    error = RegisterUnavailable("https://register.example/geheim?token=abc")
    monkeypatch.setattr(onderdelen, "check_register", fail_with(error))
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["parts"]["zaakregister"] == {"ok": False}
    assert b"geheim" not in answer.content


def test_a_virus_scanner_out_of_reach_is_not_ready(client: Client, settings: Any) -> None:
    """Files of residents are held then; without a scanner there is nothing to say of it."""
    settings.ELOKET_SCAN = {
        "default": {
            "BACKEND": "eloket.bestanden.backends.clamd.ClamdScanner",
            "OPTIONS": {"url": "unix:///nergens"},
        }
    }
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["parts"]["virusscanner"] == {"ok": False}


def test_a_database_out_of_reach_is_an_answer_and_not_a_fault(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    down = fail_with(OperationalError("connection to server at db.intern failed"))
    for name in ("_select_one", "get_stand", "check_register"):
        monkeypatch.setattr(onderdelen, name, down)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {
        "ready": False,
        "parts": {name: {"ok": False} for name in ("database", "outbox", "zaakregister")},
    }
