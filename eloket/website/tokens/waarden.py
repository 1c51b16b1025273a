"""What a token may be: a custom property with a value that can load nothing and close nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _

MAX_TOKENS = 10_000
MAX_WAARDE = 500

NAAM = re.compile(r"--[A-Za-z0-9]+(-[A-Za-z0-9_]+)+")
# A string may hold the name of a font, no more.
STRING = re.compile(r"\"[\w .-]*\"|'[\w .-]*'")
TEKENS = re.compile(r"[A-Za-z0-9#%.,()+*/ _-]*")
FUNCTIE = re.compile(r"([A-Za-z-]*)\(")
# A picture inside the file itself, such as the arrow of a select box: harmless, and not ours to pass on.
INGESLOTEN = re.compile(
    r"url\(\s*(\"data:image/[^\"]*\"|'data:image/[^']*'|data:image/[^\"'()]*)\s*\)", re.IGNORECASE
)
FUNCTIES = {
    "",  # brackets inside a sum
    "var",
    "calc",
    "min",
    "max",
    "clamp",
    "rgb",
    "rgba",
    "hsl",
    "hsla",
    "hwb",
    "lab",
    "lch",
    "oklab",
    "oklch",
    "color-mix",
    "cubic-bezier",
    "steps",
    "translate",
    "rotate",
    "scale",
}


class TokensGeweigerd(ValueError):
    """The file is not taken; the message tells a redacteur why."""


@dataclass(frozen=True)
class Tokenset:
    """Name to value, and the names of what was left out because it holds a picture."""

    tokens: Mapping[str, str]
    overgeslagen: tuple[str, ...] = ()


def make_tokenset(found: Iterable[tuple[str, str]]) -> Tokenset:
    """A checked set of these names and values; of a name that comes twice the last value holds.

    Errors: `TokensGeweigerd`.
    """
    pairs = list(islice(found, MAX_TOKENS + 1))
    if not pairs:
        raise TokensGeweigerd(_("In dit bestand staan geen tokens, zoals --utrecht-link-color: #0b5689."))
    if len(pairs) > MAX_TOKENS:
        raise TokensGeweigerd(_("Dit bestand heeft te veel tokens: hooguit %(max)d.") % {"max": MAX_TOKENS})
    skipped = {name for name, value in pairs if INGESLOTEN.fullmatch(value)}
    tokens = {name: tidy(name, value) for name, value in pairs if name not in skipped}
    return Tokenset(tokens, tuple(sorted(skipped)))


def tidy(name: str, value: str) -> str:
    """The value on one line. Errors: `TokensGeweigerd`."""
    words = " ".join(value.split())
    if not NAAM.fullmatch(name):
        raise TokensGeweigerd(_("“%(naam)s” is geen naam van een token.") % {"naam": name[:60]})
    if not words or len(words) > MAX_WAARDE or not _is_harmless(words):
        raise TokensGeweigerd(
            _("De waarde van %(naam)s mag niet: %(waarde)s. Alleen kleuren, maten, lettertypen en var(…).")
            % {"naam": name, "waarde": words[:80] or "–"}
        )
    return words


def _is_harmless(value: str) -> bool:
    """Nothing but known functions and plain characters; every bracket that opens also closes."""
    bare = STRING.sub("", value)
    names = {name.lstrip("-").lower() for name in FUNCTIE.findall(bare)}
    return (
        TEKENS.fullmatch(bare) is not None
        and "/*" not in bare
        and "*/" not in bare
        and names <= FUNCTIES
        and _closes(bare)
    )


def _closes(value: str) -> bool:
    depth = 0
    for sign in value:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0
