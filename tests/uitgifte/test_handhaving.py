"""A handhaver scans plates in zone A, and hears yes or no and until when."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from eloket.lib import klok
from eloket.uitgifte.models import Handhavingssleutel
from eloket.uitgifte.services import make_sleutel, revoke_sleutel, suspend_product
from tests.uitgifte.factories import KEES, NOW, issue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("soort", "_clock")]
URL = "/api/handhaving/v1/parkeercontroles"


@pytest.fixture
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(klok, "now", lambda: NOW)


@pytest.fixture
def sleutel(db: None) -> str:
    return make_sleutel("scanauto", now=NOW)


def ask(client: Client, sleutel: str, **vraag: Any) -> Any:
    question = {"kenteken": "GT-123-X", "zone": "A"} | vraag
    return client.post(URL, question, content_type="application/json", headers={"X-API-Key": sleutel})


def test_yes_and_until_when_and_of_nobody(client: Client, sleutel: str) -> None:
    issue()
    answer = ask(client, sleutel)
    assert answer.status_code == 200
    assert answer.json() == {"geldig": True, "tot": "2027-11-23T23:00:00Z"}
    assert answer.headers["API-Version"] == "1.0.0"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert not answer.cookies


@pytest.mark.parametrize("vraag", [{"zone": "B"}, {"kenteken": "XX-999-X"}])
def test_another_zone_or_plate_is_no(client: Client, sleutel: str, vraag: dict[str, str]) -> None:
    issue()
    assert ask(client, sleutel, **vraag).json() == {"geldig": False, "tot": None}


def test_suspended_not_begun_or_over_is_no(
    client: Client, sleutel: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    product = issue(geldig_vanaf=NOW + timedelta(hours=1))
    assert not ask(client, sleutel).json()["geldig"]
    monkeypatch.setattr(klok, "now", lambda: NOW + timedelta(hours=1))
    assert ask(client, sleutel).json()["geldig"]
    suspend_product(product.id, door=KEES, reden="", now=NOW)
    assert not ask(client, sleutel).json()["geldig"]
    issue(verzoek="aanvraag:2")
    monkeypatch.setattr(klok, "now", lambda: NOW + timedelta(days=400))
    assert not ask(client, sleutel).json()["geldig"]


def test_of_two_rights_the_longest_counts(client: Client, sleutel: str) -> None:
    issue(geldig_tot=NOW + timedelta(days=1))
    issue(verzoek="aanvraag:2")
    assert ask(client, sleutel).json()["tot"] == "2027-11-23T23:00:00Z"


@pytest.mark.parametrize(
    ("vraag", "words"),
    [
        ({"kenteken": ""}, "kenteken"),
        ({"kenteken": "'; DROP"}, "kenteken"),
        ({"zone": "\x00"}, "zone"),
        ({"zone": None}, "zone"),
        ({"kenteken": "A" * 21}, "kenteken"),
    ],
)
def test_what_is_no_question_is_a_problem(
    client: Client, sleutel: str, vraag: dict[str, Any], words: str
) -> None:
    answer = ask(client, sleutel, **vraag)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert words in answer.json()["detail"]


def test_without_a_key_nothing_is_said(client: Client, sleutel: str) -> None:
    issue()
    for wrong in ("", "x", sleutel[:-1]):
        assert ask(client, wrong).status_code == 401
    revoke_sleutel("scanauto", now=NOW)
    answer = ask(client, sleutel)
    assert (answer.status_code, "geldig" in answer.json()) == (401, False)


def test_who_tries_keys_has_to_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eloket.api.handhaving.WRONG_KEYS", 2)
    where: dict[str, Any] = {"REMOTE_ADDR": "203.0.113.77", "headers": {"X-API-Key": "geraden"}}
    codes = [client.post(URL, {}, content_type="application/json", **where).status_code for _ in range(3)]
    assert codes == [401, 401, 429]


@pytest.mark.parametrize(("method", "path"), [("get", "x"), ("post", "x/y"), ("delete", "")])
def test_what_is_not_there_is_a_problem(client: Client, method: str, path: str) -> None:
    answer = getattr(client, method)(f"/api/handhaving/v1/{path}")
    assert answer.status_code in (404, 405)
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_it_describes_itself(client: Client) -> None:
    schema = client.get("/api/handhaving/v1/openapi.json").json()
    assert list(schema["paths"]) == ["/", "/parkeercontroles"]
    assert schema["servers"][0]["url"].endswith("/api/handhaving/v1")
    assert schema["components"]["securitySchemes"]["Sleutel"]["name"] == "X-API-Key"
    assert "license" not in schema["info"]
    start = client.get("/api/handhaving/v1/").json()
    assert start["parkeercontroles"].endswith(URL)


def test_a_key_is_shown_once_and_never_kept(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("handhavingssleutel", "scanauto")
    sleutel = capsys.readouterr().out.strip()
    assert len(sleutel) >= 40
    assert sleutel not in str(Handhavingssleutel.objects.values_list())
    with pytest.raises(CommandError, match="andere naam"):
        call_command("handhavingssleutel", "scanauto")
    call_command("handhavingssleutel", "scanauto", "--intrekken")
    with pytest.raises(CommandError, match="geen sleutel"):
        call_command("handhavingssleutel", "bestaat-niet", "--intrekken")


def test_one_query_for_the_key_and_one_for_the_right(
    client: Client, sleutel: str, django_assert_max_num_queries: Any
) -> None:
    issue()
    with django_assert_max_num_queries(2):
        ask(client, sleutel)


def test_a_method_that_is_not_there_says_which_are(client: Client, sleutel: str) -> None:
    answer = client.generic("TRACE", URL, headers={"X-API-Key": sleutel})
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


@pytest.mark.parametrize(("kenteken", "zone"), [("gt 123 x", " a "), ("GT--123-X-", "A"), (" GT123X ", "a")])
def test_it_may_be_written_as_people_write_it(client: Client, sleutel: str, kenteken: str, zone: str) -> None:
    issue()
    assert ask(client, sleutel, kenteken=kenteken, zone=zone).json()["geldig"]
