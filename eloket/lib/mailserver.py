"""From one `ELOKET_SMTP_URL` to Django's mail settings."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def from_url(url: str, *, data_dir: Path) -> dict[str, Any]:
    """`EMAIL_*` for `smtp://user:password@host:587?tls=1` (STARTTLS) or `smtps://…` (TLS from the start).

    Empty: mail becomes files in the data folder, which `/demo/` shows as a mailbox.
    Errors: `ImproperlyConfigured` for another scheme or a port that is no number.
    """
    if not url:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": data_dir / "mail",
        }
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured("ELOKET_SMTP_URL: schrijf smtp://gebruiker:wachtwoord@machine:587?tls=1.")
    direct = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": _port(url) or (465 if direct else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": direct,
        "EMAIL_USE_TLS": not direct and parse_qs(parts.query).get("tls", ["0"])[-1] == "1",
    }


def _port(url: str) -> int | None:
    try:
        return urlsplit(url).port
    except ValueError:
        raise ImproperlyConfigured("ELOKET_SMTP_URL: de poort is geen getal tussen 0 en 65535.") from None
