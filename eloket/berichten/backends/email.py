"""Mail by Django's own mail backends: SMTP, or files in the demo."""

import smtplib
from email.utils import formatdate, parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from eloket.berichten.backends.base import (
    BerichtBackend,
    BerichtError,
    BerichtGeweigerd,
    BerichtTijdelijk,
    Uitgaand,
    Verzonden,
)

PERMANENT = range(500, 600)


class EmailBackend(BerichtBackend):
    def send(self, bericht: Uitgaand) -> Verzonden:
        message_id = self._message_id(bericht)
        mail = self._write(bericht, message_id)
        try:
            mail.send()
        except (OSError, smtplib.SMTPException) as error:  # SMTPException is an OSError; said for the reader
            raise _translate(error) from None
        return Verzonden(kenmerk=message_id)

    @staticmethod
    def _message_id(bericht: Uitgaand) -> str:
        """The same at every attempt: a mail server that keeps an eye on doubles sees one."""
        domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
        return f"<{bericht.id}@{domain}>"

    @staticmethod
    def _write(bericht: Uitgaand, message_id: str) -> EmailMultiAlternatives:
        mail = EmailMultiAlternatives(
            subject=bericht.onderwerp,
            body=bericht.tekst,
            to=[bericht.adres],
            headers={
                "Message-ID": message_id,
                "Date": formatdate(bericht.created_at.timestamp(), usegmt=True),
                # RFC 3834: no out-of-office answers to a machine.
                "Auto-Submitted": "auto-generated",
                "Content-Language": bericht.taal,
            },
        )
        if bericht.html:
            mail.attach_alternative(bericht.html, "text/html")
        if bericht.bijlage:
            mail.attach(bericht.bijlage.naam, bericht.bijlage.inhoud, bericht.bijlage.mimetype)
        return mail


def _translate(error: Exception) -> BerichtError:
    """An error of the mail server in our two words. Its own text may repeat the address: it stays out."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return BerichtTijdelijk("de mailserver weigert onze inlog: controleer ELOKET_SMTP_URL")
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code = max((code for code, _ in error.recipients.values()), default=550)
        return _by_code(code, "het adres")
    if isinstance(error, smtplib.SMTPResponseException):
        return _by_code(error.smtp_code, "het bericht")
    return BerichtTijdelijk(f"de mailserver is niet bereikbaar ({type(error).__name__})")


def _by_code(code: int, what: str) -> BerichtError:
    if code in PERMANENT:
        return BerichtGeweigerd(f"de mailserver weigert {what} ({code})")
    return BerichtTijdelijk(f"de mailserver neemt {what} nu niet aan ({code})")
