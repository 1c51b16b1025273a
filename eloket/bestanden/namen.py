"""A file name that is safe in a header, on any disk and in a list on a screen."""

import re
import unicodedata
from pathlib import PurePosixPath

MAX_NAAM = 120
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|;%\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


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
    return clean if len(clean) <= MAX_NAAM else clean[: MAX_NAAM - len(suffix)].rstrip(" .") + suffix
