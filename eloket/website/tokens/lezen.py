"""One file of a theme package, of whatever kind."""

from django.utils.translation import gettext as _

from eloket.website.tokens.uit_css import read_css
from eloket.website.tokens.uit_json import read_json
from eloket.website.tokens.waarden import Tokenset, TokensGeweigerd

MAX_BYTES = 4 * 1024 * 1024  # the tokens.json of a whole theme is about half of this


def read_tokens(data: bytes) -> Tokenset:
    """The tokens of a style sheet or a design-tokens JSON file. Errors: `TokensGeweigerd`."""
    if len(data) > MAX_BYTES:
        raise TokensGeweigerd(
            _("Dit bestand is te groot: hooguit %(max)d MB.") % {"max": MAX_BYTES // 1024 // 1024}
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TokensGeweigerd(
            _("Dit bestand is geen tekst. Kies theme.css, root.css of tokens.json van het thema.")
        ) from None
    return read_json(text) if text.lstrip()[:1] in ("{", "[") else read_css(text)
