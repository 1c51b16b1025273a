"""Word forms: a stem that the forms of a word share, by a few rules for each language.

A stem is no word and is never shown. `stem(stem(x)) == stem(x)`, so that a stem can be looked up among stems.
Rules that join two words now and then do little harm: the word itself counts more than another form of it.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from eloket.producten.zoekwoorden.onregelmatig import ENGELS, NEDERLANDS

VOWELS = frozenset("aeiouy")
DOUBLE_VOWEL = re.compile(r"([aeou])\1(?=[^aeiouy]$)")
DOUBLE_END = re.compile(r"([bcdfgklmnprstz])\1$")
# "aangevraagd" is a form of "aanvragen", "opgehaald" of "ophalen".
APART = "aan|achter|af|bij|door|in|mee|na|om|op|over|terug|toe|uit|voor|weg"
SEPARABLE = re.compile(rf"^({APART})ge(?!ven$)(\w{{3,}}(?:d|t|en))$")
PARTICIPLE = re.compile(r"^ge(\w{3,}[dt])$")
SHORTEST = 3


@lru_cache(maxsize=50_000)
def stem(word: str, taal: str) -> str:
    """The stem of a folded word. `taal`: a code of LANGUAGES; one without rules leaves the word as it is."""
    rules = RULES.get(taal)
    if rules is None or any(sign.isdigit() for sign in word):
        return word
    irregular, step = rules
    seen = {word}
    while (shorter := step(irregular.get(word, word))) not in seen:
        seen.add(shorter)
        word = shorter
    return word


def stems(words: Iterable[str], taal: str) -> list[str]:
    """The stems of these words, in the same order."""
    return [stem(word, taal) for word in words]


def _dutch(word: str) -> str:
    """One step nearer to the stem: a verb form, an ending, then one spelling for what is left."""
    word = SEPARABLE.sub(r"\1\2", word)
    word = PARTICIPLE.sub(r"\1", word) if len(word) > 5 else word
    return _spell(_without_ending(word, DUTCH_ENDINGS))


def _english(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    word = _without_ending(word, ENGLISH_ENDINGS)
    return DOUBLE_END.sub(r"\1", word) if len(word) > SHORTEST else word


def _without_ending(word: str, endings: Iterable[tuple[str, int, str]]) -> str:
    """The word without the first ending that it has, when enough is left.

    An ending: the letters, how many must stay, and the signs that may not stand before it.
    """
    for ending, least, unless in endings:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= least and VOWELS & set(rest) and rest[-1] not in unless:
            return rest
    return word


DUTCH_ENDINGS = [
    ("heden", 4, ""),
    ("ingen", 3, ""),
    ("ing", 3, ""),
    ("je", 4, "i"),
    ("en", SHORTEST, "ie"),
    ("e", SHORTEST, "aeiou"),
    ("s", SHORTEST, "s"),
    ("t", 4, "aeiouyrt"),
    ("d", 4, "aeiouyd"),
]
ENGLISH_ENDINGS = [
    ("ing", SHORTEST, ""),
    ("ed", SHORTEST, "e"),
    ("s", SHORTEST, "su"),
    ("e", SHORTEST, "e"),
]


def _spell(word: str) -> str:
    """ "straat" and "strat(en)", "huis" and "huiz(en)", "kapot" and "kapott(e)": one spelling."""
    if len(word) <= SHORTEST:
        return word
    word = DOUBLE_END.sub(r"\1", DOUBLE_VOWEL.sub(r"\1", word))
    return word[:-1] + {"z": "s", "v": "f"}.get(word[-1], word[-1])


RULES: dict[str, tuple[dict[str, str], Callable[[str], str]]] = {
    "nl": (NEDERLANDS, _dutch),
    "en": (ENGELS, _english),
}
