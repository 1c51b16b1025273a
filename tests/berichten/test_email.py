"""The e-mail backend, with a real mail server on the other side."""

import smtplib
from typing import Any

import pytest

from eloket.berichten.backends.base import BerichtBackend, BerichtGeweigerd, BerichtTijdelijk
from eloket.berichten.backends.email import EmailBackend, _translate
from eloket.lib import mailserver
from tests.berichten.contract import BerichtContract, make_uitgaand
from tests.components import Postbus
from tests.tooling.commando import free_ports


def use_mailserver(settings: Any, url: str) -> None:
    for name, value in mailserver.from_url(url, data_dir=settings.ELOKET_DATA).items():
        setattr(settings, name, value)


class TestEmail(BerichtContract):
    @pytest.fixture(autouse=True)
    def _server(self, settings: Any, postbus: Postbus) -> None:
        self.postbus, self.settings = postbus, settings
        use_mailserver(settings, postbus.url)

    @pytest.fixture
    def backend(self) -> BerichtBackend:
        return EmailBackend({})

    def arrived(self) -> list[str]:
        return [mail.get_body(("plain",)).get_content() for mail in self.postbus.mails]

    def goes_away(self) -> None:
        use_mailserver(self.settings, f"smtp://127.0.0.1:{free_ports()}")

    def refuses(self, adres: str) -> None:
        self.postbus.refuse.add(adres)

    def test_the_mail_says_that_a_machine_wrote_it(self, backend: BerichtBackend) -> None:
        """RFC 3834: or an out-of-office would answer."""
        backend.send(make_uitgaand())
        mail = self.postbus.mails[0]
        assert mail["Auto-Submitted"] == "auto-generated"
        assert mail["Message-ID"] == "<7b6e0f0e-6a2f-4f3a-9d39-0f5f7f1f7a11@rietwaard.example>"
        assert mail["Content-Language"] == "nl"
        assert mail["Date"].datetime.isoformat() == "2026-11-24T09:00:00+00:00"

    def test_the_mail_is_there_as_text_and_as_html(self, backend: BerichtBackend) -> None:
        backend.send(make_uitgaand())
        mail = self.postbus.mails[0]
        assert mail.get_content_type() == "multipart/alternative"
        assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]

    def test_nobody_slips_in_a_header(self, backend: BerichtBackend) -> None:
        with pytest.raises(ValueError):
            backend.send(make_uitgaand(onderwerp="Hallo\nBcc: vreemde@voorbeeld.nl"))
        assert not self.postbus.mails


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (smtplib.SMTPDataError(554, b"noor@voorbeeld.nl: spam"), BerichtGeweigerd),
        (smtplib.SMTPDataError(451, b"noor@voorbeeld.nl: later"), BerichtTijdelijk),
        (smtplib.SMTPRecipientsRefused({"noor@voorbeeld.nl": (452, b"full")}), BerichtTijdelijk),
        (smtplib.SMTPRecipientsRefused({"noor@voorbeeld.nl": (550, b"unknown")}), BerichtGeweigerd),
        (smtplib.SMTPSenderRefused(421, b"busy", "loket@voorbeeld.nl"), BerichtTijdelijk),
        # Our own password is wrong: once it is set right, the mail can go.
        (smtplib.SMTPAuthenticationError(535, b"wrong"), BerichtTijdelijk),
        (smtplib.SMTPServerDisconnected("gone"), BerichtTijdelijk),
        (TimeoutError("slow"), BerichtTijdelijk),
    ],
)
def test_what_a_mail_server_says_becomes_one_of_two_words(error: Exception, expected: type) -> None:
    translated = _translate(error)
    assert type(translated) is expected
    assert "noor" not in str(translated)
