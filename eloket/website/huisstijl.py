"""The style sheet of a gemeente: its choices in the admin, then a token set of its own."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import structlog
from django.conf import settings

from eloket.website.models import Instellingen
from eloket.website.thema import build_tokens
from eloket.website.tokens.basis import read_basis, select, write_css
from eloket.website.tokens.lezen import read_tokens
from eloket.website.tokens.waarden import TokensGeweigerd

log = structlog.get_logger()


def build_stylesheet(own: Instellingen) -> str:
    """What is loaded after eloket.css; "" when the gemeente keeps the look of eloket itself."""
    chosen = {} if own.thema == Instellingen().thema else build_tokens(own.thema)
    tokens = installed_tokens(settings.ELOKET_THEMA_TOKENS) or own.thema_tokens
    return write_css({**chosen, **select(tokens, read_basis().gebruikt)})


@cache
def installed_tokens(path: str) -> Mapping[str, str]:
    """The token set of the installation, read once per process; none when it cannot be read.

    `checks.py` tells the administrator why; a visitor must not notice.
    """
    if not path:
        return {}
    try:
        return read_tokens(Path(path).read_bytes()).tokens
    except (OSError, TokensGeweigerd) as fout:
        log.error("thema_tokens_onleesbaar", error=type(fout).__name__)
        return {}
