"""The components that other tests lean on really answer."""

import smtplib
import socket
from urllib.parse import urlsplit

import pytest

from tests.components import Postbus, need


def test_redis_answers(redis_url: str) -> None:
    with socket.create_connection(("127.0.0.1", urlsplit(redis_url).port or 0), timeout=5) as server:
        server.sendall(b"PING\r\n")
        assert server.recv(16) == b"+PONG\r\n"


def test_the_mail_server_keeps_and_refuses(postbus: Postbus) -> None:
    postbus.refuse.add("weg@rietwaard.example")
    with smtplib.SMTP("127.0.0.1", postbus.port) as server:
        server.sendmail("a@rietwaard.example", "noor@rietwaard.example", "Subject: Hallo\n\nDag Noor")
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            server.sendmail("a@rietwaard.example", "weg@rietwaard.example", "Subject: Hallo\n\nDag")
    assert [mail["Subject"] for mail in postbus.mails] == ["Hallo"]


def test_a_missing_component_skips_here_and_fails_where_all_must_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ELOKET_COMPONENTEN_VERPLICHT", raising=False)
    with pytest.raises(pytest.skip.Exception, match="clamd"):
        need(None, "clamd")
    monkeypatch.setenv("ELOKET_COMPONENTEN_VERPLICHT", "1")
    with pytest.raises(pytest.fail.Exception, match="clamd"):
        need(None, "clamd")
