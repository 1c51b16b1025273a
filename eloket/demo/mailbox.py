"""The demo's mail: files in the data folder instead of a mail server, read back for the page /demo/."""

from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

SEPARATOR = b"\n" + b"-" * 79 + b"\n"  # how Django's file backend ends a message
NEWEST = 50


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail as its receiver reads it. `id` is the name of its file."""

    id: str
    aan: str
    onderwerp: str
    moment: str
    tekst: str


def list_mails() -> list[Mail]:
    """The newest first."""
    names = sorted(_names(), reverse=True)[:NEWEST]
    return [mail for name in names if (mail := _read(name))]


def get_mail(id: str) -> Mail | None:
    """This mail; only names that the folder itself lists are opened."""
    return _read(id) if id in _names() else None


def _folder() -> Path:
    return Path(settings.ELOKET_DATA) / "mail"


def _names() -> set[str]:
    return {path.stem for path in _folder().glob("*.log")}


def _read(name: str) -> Mail | None:
    """None for a file that is still being written or holds no mail."""
    data = (_folder() / f"{name}.log").read_bytes().split(SEPARATOR)[0]
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message["To"]:
        return None
    body = message.get_body(preferencelist=("plain",))
    return Mail(
        id=name,
        aan=str(message["To"]),
        onderwerp=str(message["Subject"] or ""),
        moment=str(message["Date"] or ""),
        tekst=body.get_content() if body else "",
    )
