"""How readable a text is: an estimate of B1, and the sentences that make it hard.

Pure functions on the text of a redacteur. It is a hint: no formula knows what a reader knows. The measure is
Flesch in the Dutch form of Douma (1960): long sentences and long words make a text hard.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from eloket.producten.redactie.jargon import find_jargon
from eloket.producten.redactie.lettergrepen import count_lettergrepen
from eloket.producten.redactie.tekst import list_woorden, list_zinnen

# A sentence of more words is named. Long product names count, so this is the length of the guides plus some.
LANGE_ZIN = 15
# Below this one long word decides the figure, which then says nothing.
MINSTE_WOORDEN = 25
# Douma: 60-70 is "standaard", what most people read with ease; below 50 somebody needs training.
GRENS_B1 = 60.0
GRENS_B2 = 50.0

HULPWERKWOORD = re.compile(r"\b(?:word|wordt|worden|werd|werden)\b", re.IGNORECASE)
DEELWOORD = re.compile(
    r"\b(?:(?:aan|af|bij|door|in|mee|na|om|op|over|terug|toe|uit|voor|vast)?ge[^\W\d_]{2,}(?:d|t|en)"
    r"|(?:be|ver|her|ont)[^\W\d_]{2,}(?:d|t))\b",
    re.IGNORECASE,
)


class Niveau(StrEnum):
    """An estimate in the words of the Council of Europe."""

    ONBEKEND = "onbekend"  # too little text to say
    B1 = "b1"
    B2 = "b2"
    C1 = "c1"


class Soort(StrEnum):
    LANG = "lang"
    JARGON = "jargon"
    LIJDEND = "lijdend"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing to look at. `woord` and `beter` only with jargon; `woorden` is the length of the sentence."""

    soort: Soort
    zin: str
    woorden: int
    woord: str = ""
    beter: str = ""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What can be said of one text. `score`: 0 is very hard, 100 very easy; None when there is too little."""

    niveau: Niveau
    score: int | None
    woorden: int
    zinnen: int
    bevindingen: tuple[Bevinding, ...]


def judge_tekst(html: str) -> Oordeel:
    """Judge one block of Dutch rich text. Never fails: broken mark-up is read as far as it goes."""
    zinnen = [(zin, list_woorden(zin)) for zin in list_zinnen(html)]
    zinnen = [(zin, woorden) for zin, woorden in zinnen if woorden]
    woorden = [woord for _zin, part in zinnen for woord in part]
    score = measure(woorden, len(zinnen)) if len(woorden) >= MINSTE_WOORDEN else None
    return Oordeel(
        niveau=estimate_niveau(score),
        score=None if score is None else round(min(100.0, max(0.0, score))),
        woorden=len(woorden),
        zinnen=len(zinnen),
        bevindingen=tuple(found for zin, part in zinnen for found in list_bevindingen(zin, len(part))),
    )


def measure(woorden: list[str], zinnen: int) -> float:
    """Flesch-Douma of these words in so many sentences, at least one of each."""
    syllables = sum(map(count_lettergrepen, woorden))
    return 206.84 - 77 * syllables / len(woorden) - 0.93 * len(woorden) / zinnen


def estimate_niveau(score: float | None) -> Niveau:
    """The level that goes with a score."""
    if score is None:
        return Niveau.ONBEKEND
    if score >= GRENS_B1:
        return Niveau.B1
    return Niveau.B2 if score >= GRENS_B2 else Niveau.C1


def list_bevindingen(zin: str, woorden: int) -> Iterable[Bevinding]:
    """What to look at in one sentence."""
    if woorden > LANGE_ZIN:
        yield Bevinding(Soort.LANG, zin, woorden)
    for woord, beter in find_jargon(zin):
        yield Bevinding(Soort.JARGON, zin, woorden, woord, beter)
    if is_lijdend(zin):
        yield Bevinding(Soort.LIJDEND, zin, woorden)


def is_lijdend(zin: str) -> bool:
    """Whether it may be left open who does it: "wordt … behandeld". A hint, so it may be wrong."""
    return bool(HULPWERKWOORD.search(zin) and DEELWOORD.search(zin))
