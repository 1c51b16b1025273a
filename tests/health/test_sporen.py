"""What eloket leaves behind of a request: enough to find a fault, nothing about a person."""

import io
import json
import logging
import logging.config
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from django.conf import settings as django_settings
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from eloket.lib.logging import configure, mask
from eloket.lib.sentry import scrub
from tests.tooling.commando import clean_environment

NOOR_BSN = "999990019"


class Log:
    """The lines that a production installation writes."""

    def __init__(self, stream: io.StringIO) -> None:
        self.stream = stream

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.stream.getvalue().splitlines()]


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[Log]:
    """As in production, into memory; afterwards as the tests had it."""
    kept = logging.getLogger().handlers[:]
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    configure({"json": True, "level": "INFO"})
    yield Log(stream)
    monkeypatch.undo()
    configure(django_settings.LOGGING)
    logging.getLogger().handlers[:] = kept


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"bsn={NOOR_BSN}", "bsn=[nummer]"),
        (f"x{NOOR_BSN}y", "x[nummer]y"),
        ("123456789 is geen BSN", "123456789 is geen BSN"),
        (f"1{NOOR_BSN}", f"1{NOOR_BSN}"),
        ("van noor.de-wit+loket@post.voorbeeld.nl.", "van [e-mail]"),
        (f"/afspraken/beheren/{'a' * 22}.0.{'b' * 43}/", "/afspraken/beheren/[sleutel]/"),
        ("ELK-2026-0000001", "ELK-2026-0000001"),
        ("2026-11-24T17:54:14.448927Z", "2026-11-24T17:54:14.448927Z"),
    ],
)
def test_the_last_net(text: str, masked: str) -> None:
    assert mask(text) == masked


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_around_it_lets_a_bsn_through(before: str, after: str) -> None:
    if before[-1:].isdigit() or after[:1].isdigit():
        return  # part of a longer number: not a BSN
    assert NOOR_BSN not in mask(f"{before}{NOOR_BSN}{after}")


def test_a_line_is_json_and_masked_whoever_wrote_it(log: Log) -> None:
    structlog.get_logger("eloket.proef").info("bericht_klaar", adres="noor@voorbeeld.nl", bericht=12)
    logging.getLogger("een.bibliotheek").warning("sent to %s for %s", "noor@voorbeeld.nl", NOOR_BSN)
    ours, theirs = log.lines()
    assert (ours["event"], ours["adres"], ours["bericht"]) == ("bericht_klaar", "[e-mail]", 12)
    assert theirs["event"] == "sent to [e-mail] for [nummer]"
    assert theirs["level"] == "warning"


def test_the_text_of_an_exception_stays_out_and_its_place_stays_in(log: Log) -> None:
    try:
        raise ValueError("Noor de Wit verhuist naar de Rietlaan")
    except ValueError:
        logging.getLogger("django.request").exception("Internal Server Error: /formulieren/")
    (line,) = log.lines()
    assert "Rietlaan" not in json.dumps(line)
    assert line["exception"] == "builtins.ValueError"
    assert any("test_sporen.py" in frame for frame in line["frames"])


@pytest.mark.django_db
def test_a_request_is_one_line_without_its_query(log: Log, client: Client) -> None:
    answer = client.get("/healthz/", {"q": "bijstand aanvragen"})
    (line,) = [line for line in log.lines() if line["event"] == "verzoek"]
    assert (line["method"], line["path"], line["status"]) == ("GET", "/healthz/", answer.status_code)
    assert line["request_id"] == answer["X-Request-ID"]
    assert "bijstand" not in log.stream.getvalue()


def test_the_id_of_the_proxy_is_kept_and_nonsense_is_not(client: Client) -> None:
    assert (
        client.get("/healthz", headers={"X-Request-ID": "abc-12345_def"})["X-Request-ID"] == "abc-12345_def"
    )
    for nonsense in ("x", "a b c d e f g h", "a" * 65, "<script>1</script>"):
        made = client.get("/healthz", headers={"X-Request-ID": nonsense})["X-Request-ID"]
        assert made != nonsense
        assert len(made) == 20
        assert made.isalpha()


def test_two_requests_have_two_ids(client: Client) -> None:
    assert client.get("/healthz")["X-Request-ID"] != client.get("/healthz")["X-Request-ID"]


def test_sentry_hears_where_it_broke_and_nothing_of_whom() -> None:
    event = {
        "user": {"id": 12, "ip_address": "192.0.2.1"},
        "breadcrumbs": {"values": [{"message": "SELECT noor"}]},
        "extra": {"bsn": NOOR_BSN},
        "message": f"mislukt voor {NOOR_BSN}",
        "request": {
            "method": "POST",
            "url": "https://loket.example/formulieren/verhuizing/?token=geheim",
            "data": {"naam": "Noor"},
            "cookies": {"eloket_sessie": "geheim"},
            "headers": {"Cookie": "eloket_sessie=geheim"},
            "query_string": "token=geheim",
        },
        "exception": {
            "values": [
                {
                    "type": "ValueError",
                    "value": "Noor de Wit",
                    "stacktrace": {"frames": [{"filename": "views.py", "vars": {"naam": "Noor"}}]},
                }
            ]
        },
    }
    sent = scrub(event, {})
    text = json.dumps(sent)
    for secret in ("Noor", "noor", "geheim", NOOR_BSN, "192.0.2.1"):
        assert secret not in text
    assert sent["request"] == {"method": "POST", "url": "https://loket.example/formulieren/verhuizing/"}
    assert sent["exception"]["values"][0]["type"] == "ValueError"
    assert "views.py" in text


def start(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    env = clean_environment(DJANGO_SETTINGS_MODULE="eloket.settings", **variables)
    return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=60)


def test_sentry_is_only_there_when_it_is_asked_for() -> None:
    code = "import django, sys; django.setup(); print('sentry_sdk' in sys.modules)"
    assert start(code).stdout.strip() == "False"
    asked = start(code, ELOKET_SENTRY_DSN="http://sleutel@127.0.0.1:9/1")
    assert asked.stdout.strip() == "True", asked.stderr


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ELOKET_SMTP_URL", "mail.voorbeeld.nl", "smtp://gebruiker:wachtwoord"),
        ("ELOKET_SMTP_URL", "smtp://m:poort", "poort"),
        ("ELOKET_SENTRY_DSN", "sentry", "https://sleutel@"),
        ("ELOKET_REDIS_URL", "machine:6379", "redis://machine:6379/0"),
        ("ELOKET_BASIS_URL", "loket.gemeente.example", "https://loket.gemeente.example"),
        ("ELOKET_TAKEN", "redis", "ELOKET_REDIS_URL"),
        ("ELOKET_TAKEN", "kafka", "kies uit database, redis"),
        ("ELOKET_OUTBOX_POGINGEN", "0", "tussen 1 en 100"),
    ],
)
def test_a_broken_setting_says_what_to_write(name: str, value: str, words: str) -> None:
    done = start("from eloket import settings", **{name: value})
    assert done.returncode != 0
    assert words in done.stderr.splitlines()[-1]
