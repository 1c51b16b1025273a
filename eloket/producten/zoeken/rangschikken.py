"""How well each document answers a question: the same figure on every database."""

from collections.abc import Iterable, Mapping
from math import log

from eloket.producten.zoeken.index import Zoekindex
from eloket.producten.zoekwoorden import Begrip, Zoekvraag, stem
from eloket.producten.zoekwoorden.uitbreiden import VORM

# A question that is the title or one of the other words of a product, or holds it.
HELE_TERM, TERM_ERIN = 15.0, 6.0
LOPENDE_TEKST = 1.0
# Of several words, a document must answer at least this part of what the best one answers.
GENOEG = 0.6
# Or as well as this part of the best: one word of them, in its title.
GOED = 0.5


def rank(index: Zoekindex, vraag: Zoekvraag, *, lopend: Iterable[int] = ()) -> list[int]:
    """The numbers of the documents that answer the question, best first.

    `lopend`: the numbers of those whose running text holds all that was asked.
    """
    points: dict[int, float] = {}
    answered: dict[int, float] = {}
    words: dict[int, int] = {}
    for begrip in vraag.begrippen:
        found = _answering(index, begrip)
        weight = _telling(index, len(found))
        for number, value in found.items():
            points[number] = points.get(number, 0) + weight * value
            if not begrip.extra:
                answered[number] = answered.get(number, 0) + weight
                words[number] = words.get(number, 0) + 1
    _add_terms(index, vraag, points)
    running = set(lopend)
    for number in running:
        points[number] = points.get(number, 0) + LOPENDE_TEKST
    kept = _enough(answered, points, running) - _loose_questions(index, words)
    return _in_order(index, points, kept)


def _answering(index: Zoekindex, begrip: Begrip) -> dict[int, float]:
    """What each document counts for one thing that was asked: by the word that answers it best."""
    best: dict[int, float] = {}
    for word, how_well in begrip.antwoorden.items():
        for number, value in index.plaatsen[word].items():
            if how_well * value > best.get(number, 0):
                best[number] = how_well * value
    return best


def _telling(index: Zoekindex, holding: int) -> float:
    """A word that few documents hold tells more than one that stands everywhere."""
    return log(1 + len(index.documenten) / holding) if holding else 0


def _add_terms(index: Zoekindex, vraag: Zoekvraag, points: dict[int, float]) -> None:
    """Points for a document whose title or other word is the whole question, or is in it."""
    taal = index.woordenschat.taal
    asked = {stem(word, taal) for word in vraag.woorden}
    for begrip in vraag.begrippen:
        if begrip.extra:
            asked |= {stem(word, taal) for word, value in begrip.antwoorden.items() if value >= VORM}
    own = {stem(word, taal) for word in vraag.woorden}
    for number in points:
        terms = index.termen[number]
        if own in terms:
            points[number] += HELE_TERM
        elif inside := [len(term) for term in terms if term <= asked]:
            points[number] += TERM_ERIN * max(inside)


def _enough(answered: Mapping[int, float], points: Mapping[int, float], running: set[int]) -> set[int]:
    """Leaves out what answers a small part only, and that not well: a word that stands everywhere."""
    part, well = GENOEG * max(answered.values(), default=0), GOED * max(points.values(), default=0)
    return {
        number
        for number, value in points.items()
        if number in running or answered.get(number, 0) >= part or value >= well
    }


def _loose_questions(index: Zoekindex, words: Mapping[int, int]) -> set[int]:
    """Questions of products that share one word with what was asked: then the product itself is enough."""
    return {number for number in index.vragen if words.get(number, 0) < 2}


def _in_order(index: Zoekindex, points: Mapping[int, float], kept: set[int]) -> list[int]:
    """By points, then by title and address: nothing that two databases do differently."""
    documents = index.documenten
    return sorted(
        kept,
        key=lambda number: (
            -round(points[number], 6),
            documents[number].titel.lower(),
            documents[number].url,
        ),
    )
