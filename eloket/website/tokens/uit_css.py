"""Tokens from a style sheet: blocks on `:root` or on one theme class, with custom properties and no more."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from eloket.website.tokens.waarden import Tokenset, TokensGeweigerd, make_tokenset

CHARSET = re.compile(r'\A\s*@charset "utf-8";', re.IGNORECASE)
# Strings and comments whole; one that does not end runs to the end, so that every file is read in one pass.
STUK = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|/\*.*?(?:\*/|\Z)|[{};]|[^\"'/{};]+|.", re.DOTALL
)
KIEZER = re.compile(r":root|\.[A-Za-z][\w-]*")


def read_css(text: str) -> Tokenset:
    """The tokens of this style sheet. Errors: `TokensGeweigerd`."""
    return make_tokenset(_declaration(each) for each in _declarations(CHARSET.sub("", text)))


def _declarations(text: str) -> Iterator[str]:
    """The text of each declaration. Raises TokensGeweigerd for what is no block on the theme."""
    theme: set[str] = set()
    inside, current = False, ""
    for piece in _pieces(text):
        if piece not in "{};" or (piece == ";" and not inside):
            current += piece
            continue
        if piece == "{":
            theme |= _classes("{" if inside else current)
            _check_one(theme)
        elif not inside:
            raise _strange(current + piece)
        elif current.strip():
            yield current
        inside, current = piece == "{" or (inside and piece == ";"), ""
    if inside:
        raise TokensGeweigerd(_("Dit bestand is niet af: een accolade wordt niet gesloten."))
    if current.strip():
        raise _strange(current)


def _pieces(text: str) -> Iterator[str]:
    for piece in STUK.findall(text):
        if not piece.startswith("/*"):
            yield piece
        elif piece.endswith("*/") and len(piece) >= len("/**/"):
            yield " "
        else:
            raise TokensGeweigerd(_("Dit bestand is niet af: een opmerking (/* …) wordt niet gesloten."))


def _classes(selectors: str) -> set[str]:
    """The theme classes before an accolade; raises TokensGeweigerd for any other selector."""
    each = {part.strip() for part in selectors.split(",")}
    if not all(KIEZER.fullmatch(part) for part in each):
        raise _strange(selectors)
    return each - {":root"}


def _check_one(theme: set[str]) -> None:
    if len(theme) > 1:
        raise TokensGeweigerd(
            _("Dit bestand heeft meer themaklassen (%(klassen)s). Gebruik het bestand van één thema.")
            % {"klassen": ", ".join(sorted(theme))[:120]}
        )


def _declaration(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon or not name.strip().startswith("--"):
        raise TokensGeweigerd(
            _("“%(tekst)s” is geen token. Een token begint met twee streepjes: --utrecht-link-color.")
            % {"tekst": " ".join(text.split())[:60]}
        )
    return name.strip(), value.strip()


def _strange(text: str) -> TokensGeweigerd:
    return TokensGeweigerd(
        _("Dit hoort niet in een bestand met tokens: %(tekst)s. Alleen :root of één themaklasse mag.")
        % {"tekst": " ".join(text.split())[:80]}
    )
