"""From one `DATABASE_URL` to Django's database settings."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

FORMS = "schrijf postgres://gebruiker:wachtwoord@host:5432/naam of sqlite:///pad."


def from_url(url: str, *, data_dir: Path) -> dict[str, Any]:
    """Settings for `sqlite:///path`, `postgres://user:password@host:port/name`, or (empty) our own file.

    Errors: `ImproperlyConfigured` for another scheme.
    """
    if not url:
        return sqlite(data_dir / "db.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and parts.path.strip("/"):
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgresql(url)
    raise ImproperlyConfigured(f"DATABASE_URL begint met {parts.scheme!r}: {FORMS}")


def sqlite(path: Path) -> dict[str, Any]:
    # WAL and IMMEDIATE let web and worker write side by side without "database is locked".
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured(f"DATABASE_URL heeft een poort die geen getal is: {FORMS}") from None
    if not parts.path.strip("/"):
        raise ImproperlyConfigured(f"DATABASE_URL noemt geen database: {FORMS}")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or query.pop("host", "")),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {key: unquote(value) for key, value in query.items() if key != "host"},
    }
