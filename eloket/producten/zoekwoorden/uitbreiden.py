"""A question widened to the words of the published products: forms, synonyms, compounds, mended spelling."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from eloket.producten.zoekwoorden.leeg import LEEG
from eloket.producten.zoekwoorden.tekst import MAX_TEKENS, MAX_WOORDEN, tokens
from eloket.producten.zoekwoorden.vormen import stem, stems
from eloket.producten.zoekwoorden.woordenlijst import expressions, single_words
from eloket.producten.zoekwoorden.woordenschat import Woordenschat

# How well a word of a product answers a word of the question.
# An alcoholvergunning is a vergunning (its kern); a parkeervergunning only has to do with parkeren.
ZELF, VORM, KERN, SYNONIEM, BEGIN, DEEL = 1.0, 0.9, 0.85, 0.75, 0.6, 0.55
KORTSTE_BEGIN = 3
KORTSTE_GEHEEL = 5
LANGSTE_UITDRUKKING = 4


@dataclass(frozen=True)
class Begrip:
    """One thing that was asked: the word, and the words of products that answer it, each with how well.

    How well goes from 0 to 1. `extra`: said by words together, so it counts when found and is never missed.
    """

    woord: str
    antwoorden: Mapping[str, float]
    extra: bool = False


@dataclass(frozen=True)
class Zoekvraag:
    """What is looked for; `verbeterd` holds what was typed → what it was read as."""

    begrippen: tuple[Begrip, ...] = ()
    verbeterd: Mapping[str, str] = field(default_factory=dict)

    @property
    def woorden(self) -> tuple[str, ...]:
        return tuple(begrip.woord for begrip in self.begrippen if not begrip.extra)


def expand(
    vraag: str,
    woordenschat: Woordenschat,
    *,
    letterlijk: bool = False,
    bekend: Callable[[str], bool] | None = None,
) -> Zoekvraag:
    """The question against these words. Only its first hundred characters and eight telling words are used.

    `letterlijk`: mend no spelling. `bekend(word)`: whether a word that no short text holds is right all the
    same; asked only for a word that would be changed.
    """
    taal = woordenschat.taal
    said = tokens(vraag[:MAX_TEKENS])
    verbeterd = {} if letterlijk else dict(_mend(_telling(said, taal), woordenschat, bekend))
    said = [verbeterd.get(word, word) for word in said]
    told = [Begrip(word, answers(word, woordenschat)) for word in _telling(said, taal)]
    return Zoekvraag((*told, *_expressions(said, woordenschat)), verbeterd)


def _telling(said: Sequence[str], taal: str) -> list[str]:
    """The words that say something, each once; all of them when none does."""
    empty = LEEG.get(taal, frozenset())
    return list(dict.fromkeys([word for word in said if word not in empty] or said))[:MAX_WOORDEN]


def answers(word: str, woordenschat: Woordenschat) -> dict[str, float]:
    """The words of products that answer this word, each with how well."""
    found: dict[str, float] = {}
    for value, words in (
        (ZELF, [word] if word in woordenschat else []),
        (VORM, woordenschat.forms(word)),
        (KERN, woordenschat.ending(word)),
        (SYNONIEM, _synonyms((word,), woordenschat)),
        (BEGIN, woordenschat.starting(word) if len(word) >= KORTSTE_BEGIN else ()),
        (DEEL, (form for part in woordenschat.parts(word) for form in part)),
    ):
        for other in words:
            found.setdefault(other, value)
    return found


def _synonyms(said: Sequence[str], woordenschat: Woordenschat) -> Iterator[str]:
    """What the general list says of these words, as far as products hold it."""
    meant = expressions(woordenschat.taal).get(tuple(stems(said, woordenschat.taal)), ())
    return (form for word in meant for form in woordenschat.forms(word))


def _expressions(said: Sequence[str], woordenschat: Woordenschat) -> Iterator[Begrip]:
    """Words that mean something together, and a compound that was written apart ("rij bewijs")."""
    for length in range(2, LANGSTE_UITDRUKKING + 1):
        for start in range(len(said) - length + 1):
            together = said[start : start + length]
            meant = dict.fromkeys(_synonyms(together, woordenschat), VORM)
            whole = "".join(together) if length == 2 else ""
            meant |= dict.fromkeys(woordenschat.forms(whole) if len(whole) >= KORTSTE_GEHEEL else (), VORM)
            if meant:
                yield Begrip(" ".join(together), meant, extra=True)


def _mend(
    words: Iterable[str], woordenschat: Woordenschat, bekend: Callable[[str], bool] | None
) -> Iterator[tuple[str, str]]:
    """What was typed → the word it was read as, for words that nothing explains."""
    for word in words:
        if _is_explained(word, woordenschat):
            continue
        near = woordenschat.trigrammen.nearest(word)
        if near is not None and not (bekend and bekend(word)):
            yield word, near


def _is_explained(word: str, woordenschat: Woordenschat) -> bool:
    """Known, an everyday word, the start of a known word, or a compound of two known words."""
    if woordenschat.forms(word) or word in single_words(woordenschat.taal):
        return True
    if len(word) >= KORTSTE_BEGIN and next(woordenschat.starting(word), None):
        return True
    return len(woordenschat.parts(word)) > 1


def stems_of(begrip: Begrip, taal: str) -> set[str]:
    """The stems to look for in running text: of the word, its forms and synonyms, not of what is like it."""
    alike = (ZELF, VORM, SYNONIEM)
    own = {stem(word, taal) for word, value in begrip.antwoorden.items() if value in alike}
    return own | {stem(begrip.woord, taal)}
