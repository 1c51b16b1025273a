"""Mended spelling: the known word that looks most like what was typed."""

from collections import Counter, defaultdict
from collections.abc import Mapping

KORTSTE = 5
KANDIDATEN = 40


class Trigrammen:
    """Which words hold which three letters in a row."""

    def __init__(self, aantallen: Mapping[str, int]) -> None:
        self._aantallen = aantallen
        self._woorden: dict[str, list[str]] = defaultdict(list)
        for word in sorted(aantallen):
            for part in trigrams(word):
                self._woorden[part].append(word)

    def nearest(self, word: str) -> str | None:
        """The word within one mistake, or two in a long word; of more, the one that most products hold.

        None for a short word, for one with digits, and when nothing is near.
        """
        if len(word) < KORTSTE or any(sign.isdigit() for sign in word):
            return None
        shared = Counter(other for part in trigrams(word) for other in self._woorden.get(part, ()))
        near = [(distance(word, other), other) for other, _count in _most(shared) if _alike(word, other)]
        allowed = [(mistakes, other) for mistakes, other in near if mistakes <= _mistakes(word)]
        return min(allowed, key=lambda found: self._order(word, *found))[1] if allowed else None

    def _order(self, word: str, mistakes: int, other: str) -> tuple[int, bool, int, str]:
        return mistakes, other[0] != word[0], -self._aantallen[other], other


def _most(shared: Counter[str]) -> list[tuple[str, int]]:
    """The words that share most trigrams; alphabetical among equals, so that every process says the same."""
    return sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:KANDIDATEN]


def _mistakes(word: str) -> int:
    return 1 if len(word) < 8 else 2


def _alike(word: str, other: str) -> bool:
    """A short word must begin alike: nearly every short word is one letter from another."""
    near_in_length = abs(len(word) - len(other)) <= _mistakes(word) and len(other) >= KORTSTE - 1
    return near_in_length and (len(word) > 5 or word[0] == other[0])


def trigrams(word: str) -> set[str]:
    """Three letters in a row, with the edges of the word as letters."""
    framed = f"  {word} "
    return {framed[start : start + 3] for start in range(len(framed) - 2)}


def distance(one: str, other: str) -> int:
    """The letters to add, drop, change or swap with their neighbour to make one word of the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, sign in enumerate(one, 1):
        now = [row]
        for column, mark in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (sign != mark))
            if before and column > 1 and sign == other[column - 2] and one[row - 2] == mark:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
