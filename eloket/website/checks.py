"""What an administrator must be told about the look of the site."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage

from eloket.website.tokens.lezen import read_tokens
from eloket.website.tokens.waarden import TokensGeweigerd


def check_thema_tokens(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A token set that cannot be read: the site keeps its own look, and nobody would see why."""
    if not settings.ELOKET_THEMA_TOKENS:
        return []
    try:
        read_tokens(Path(settings.ELOKET_THEMA_TOKENS).read_bytes())
    except OSError as fout:
        return [_error(fout.strerror or type(fout).__name__)]
    except TokensGeweigerd as fout:
        return [_error(str(fout))]
    return []


def _error(why: str) -> CheckMessage:
    return checks.Error(
        f"ELOKET_THEMA_TOKENS kan niet gebruikt worden: {why}",
        hint="Noem het bestand theme.css, root.css of tokens.json van een thema van NL Design System.",
        id="website.E001",
    )
