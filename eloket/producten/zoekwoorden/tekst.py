"""Text cut into plain words: lower case, without accents."""

import re
import unicodedata

MAX_TEKENS = 100
MAX_WOORDEN = 8

ACCENT = re.compile("[\u0300-\u036f]")
# "foto's" and "auto’s" are one word.
MARKS = frozenset("'’‘`´")
APOSTROPHE = re.compile(r"(?<=\w)['’‘`´](?=\w)")
WORD = re.compile(r"[^\W_]+")
HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")


def fold(text: str) -> str:
    """Lower case without accents: "Café" and "cafe" are written alike."""
    lower = text.casefold()
    return lower if lower.isascii() else ACCENT.sub("", unicodedata.normalize("NFKD", lower).casefold())


def tokens(text: str) -> list[str]:
    """The words of a text in its order; "id-kaart" gives "id", "kaart" and "idkaart"."""
    folded = fold(text)
    if MARKS & set(folded):
        folded = APOSTROPHE.sub("", folded)
    joined = HYPHENATED.findall(folded) if "-" in folded else ()
    return WORD.findall(folded) + [whole.replace("-", "") for whole in joined]
