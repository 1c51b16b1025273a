"""Are the colours that a token set gives to our own parts readable together?"""

import re
from collections.abc import Iterator, Mapping

from eloket.website.thema import MINIMUM_CONTRAST, contrast

KORT = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])")
LANG = re.compile(r"#[0-9a-f]{6}")
VERWIJZING = re.compile(r"var\((--[\w-]+)(?:,(.*))?\)")
NAMEN = {"white": "#ffffff", "black": "#000000"}
DIEP = 20  # a longer chain of references is a circle

# Text and the background on which we put it.
PAREN = (
    ("--utrecht-document-color", "--utrecht-document-background-color"),
    ("--nl-link-color", "--utrecht-document-background-color"),
    ("--nl-button-primary-color", "--nl-button-primary-background-color"),
    ("--utrecht-page-footer-color", "--utrecht-page-footer-background-color"),
    ("--eloket-balk-tekst", "--eloket-balk-achtergrond"),
    ("--eloket-voet-tekst", "--eloket-voet-achtergrond"),
)


def find_unreadable(values: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """Text token, background token and contrast of each pair below the legal minimum.

    `values`: every token with the value that holds. A pair that is no plain colour is not judged.
    """
    for text, background in PAREN:
        pair = resolve(text, values), resolve(background, values)
        if pair[0] and pair[1] and (found := contrast(pair[0], pair[1])) < MINIMUM_CONTRAST:
            yield text, background, found


def resolve(name: str, values: Mapping[str, str]) -> str | None:
    """The colour of a token as #rrggbb; None when it is no colour of that kind."""
    value = values.get(name, "")
    for _step in range(DIEP):
        found = VERWIJZING.fullmatch(value.strip())
        if not found:
            return _hex(value.strip().lower())
        value = values.get(found[1], found[2] or "")
    return None


def _hex(value: str) -> str | None:
    if short := KORT.fullmatch(value):
        return "#" + "".join(sign * 2 for sign in short.groups())
    return value if LANG.fullmatch(value) else NAMEN.get(value)
