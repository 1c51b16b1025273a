"""The words of the published products in one language, and ways to find those like a given word."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from eloket.producten.zoekwoorden.spelling import Trigrammen
from eloket.producten.zoekwoorden.vormen import stem
from eloket.producten.zoekwoorden.woordenlijst import single_words

KORTSTE_DEEL = 4


class Woordenschat:
    """Every word with the number of products that hold it. Made once per version of the site."""

    def __init__(self, aantallen: Mapping[str, int], taal: str) -> None:
        self.aantallen = aantallen
        self.taal = taal
        self.per_stam: dict[str, list[str]] = defaultdict(list)
        for word in sorted(aantallen):
            self.per_stam[stem(word, taal)].append(word)
        self._vooraan = sorted(aantallen)
        self._achteraan = sorted(end[::-1] for end in self.per_stam)

    def __contains__(self, word: str) -> bool:
        return word in self.aantallen

    def forms(self, word: str) -> list[str]:
        """The words with the same stem."""
        return self.per_stam.get(stem(word, self.taal), [])

    def starting(self, start: str) -> Iterator[str]:
        """The words that begin so."""
        return _run(self._vooraan, start)

    def ending(self, end: str) -> Iterator[str]:
        """The words that end so, in any form: "afvalcontainer" for "containers".

        Not for a form whose beginning is no part of its stem: "geslaagd" is no "aanslag".
        """
        short = stem(end, self.taal)
        whole = len(short) >= KORTSTE_DEEL and end.startswith(short[:3])
        stems = _run(self._achteraan, short[::-1]) if whole else iter(())
        return (word for found in stems for word in self.per_stam[found[::-1]])

    def parts(self, word: str) -> list[list[str]]:
        """The known words inside a compound, the main one first: a list for each part, both or only one.

        "lantaarnpaal" with a known "lantaarn" gives its forms; the parts are at least four letters.
        """
        best: list[list[str]] = []
        for cut in range(KORTSTE_DEEL, len(word) - KORTSTE_DEEL + 1):
            first = self.forms(word[:cut]) or self.forms(word[:cut].removesuffix("s"))
            last = self.forms(word[cut:])
            found = [part for part in (last, first) if part]
            if len(found) > len(best):
                best = found
        return best

    @cached_property
    def trigrammen(self) -> Trigrammen:
        """For mending: everyday words too, which may lead to a product by the general list."""
        return Trigrammen({**dict.fromkeys(single_words(self.taal), 0), **self.aantallen})


def _run(ordered: list[str], start: str) -> Iterator[str]:
    for place in range(bisect_left(ordered, start), len(ordered)):
        if not ordered[place].startswith(start):
            return
        yield ordered[place]
