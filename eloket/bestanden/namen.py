"""A file name that is safe in a header, on any disk and in a list on a screen."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath

MAX_NAAM = 120
MAX_BYTES = 240  # most disks take 255
# Control characters, what a path or a header is made of, what turns text around, and halves of characters.
FORBIDDEN = re.compile(
    r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|;%\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+'
)


def clean_naam(naam: str) -> str:
    """The last part of a name without what can trick a reader or a browser; "bestand" when nothing is left.

    Keeps the extension when the name is too long.
    """
    last = unicodedata.normalize("NFC", naam).replace("\\", "/").rsplit("/", 1)[-1]
    clean = FORBIDDEN.sub(" ", last)
    clean = re.sub(r"\s+", " ", clean).strip(" .")
    if not clean:
        return "bestand"
    suffix = PurePosixPath(clean).suffix[:12]
    return clean if _fits(clean) else _cut(clean.removesuffix(suffix), suffix)


def with_extensie(naam: str, extensies: Sequence[str], *, drop: Sequence[str]) -> str:
    """The cleaned name with an extension that tells the truth: one of these, the first when it has none.

    Another one stays in the name, unless it is in `drop` (of the same thing before we converted it).
    """
    clean = clean_naam(naam)
    path = PurePosixPath(clean)
    extensie = path.suffix[1:].lower()
    if extensie in extensies:
        return clean
    stem = path.stem if extensie in drop else clean
    return _cut(stem, f".{extensies[0]}")


def _fits(naam: str) -> bool:
    return len(naam) <= MAX_NAAM and len(naam.encode()) <= MAX_BYTES


def _cut(stem: str, suffix: str) -> str:
    stem = stem[: MAX_NAAM - len(suffix)]
    while not _fits(stem + suffix):
        stem = stem[:-1]
    return stem.rstrip(" .") + suffix
