"""Text cut into plain words: lower case, without accents."""

import re
import unicodedata

MAX_TEKENS = 100
MAX_WOORDEN = 8

ACCENT = re.compile("[\u0300-\u036f]")
# "foto's" and "auto’s" are one word.
APOSTROPHE = re.compile(r"(?<=\w)['’‘`´](?=\w)")
WORD = re.compile(r"[^\W_]+")
HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")


def fold(text: str) -> str:
    """Lower case without accents: "Café" and "cafe" are written alike."""
    lower = text.casefold()
    return lower if lower.isascii() else ACCENT.sub("", unicodedata.normalize("NFKD", lower).casefold())


def tokens(text: str) -> list[str]:
    """The words of a text in its order; "id-kaart" gives "id", "kaart" and "idkaart"."""
    folded = APOSTROPHE.sub("", fold(text))
    joined = ["".join(WORD.findall(whole)) for whole in HYPHENATED.findall(folded)]
    return WORD.findall(folded) + joined
