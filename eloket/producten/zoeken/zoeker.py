"""The search itself, from the question to the hits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.zoeken.document import Document, Soort
from eloket.producten.zoeken.index import Zoekindex, get_index
from eloket.producten.zoeken.lopende_tekst import find_all, find_any
from eloket.producten.zoeken.rangschikken import rank
from eloket.producten.zoeken.verfijnen import Keuze, Verfijning, count_choices
from eloket.producten.zoekwoorden import MAX_TEKENS, Begrip, Zoekvraag, expand, stem, tokens
from eloket.producten.zoekwoorden.uitbreiden import SYNONIEM, stems_of

MAX_SUGGESTIES = 6


@dataclass(frozen=True)
class Uitslag:
    """The hits, best first; `gezocht`: the question as it was read when spelling was mended, else "".

    `keuzes`: how to get fewer hits; `alle`: how many there are without the choices made.
    """

    treffers: tuple[Document, ...] = ()
    gezocht: str = ""
    keuzes: tuple[Keuze, ...] = ()
    alle: int = 0


def search(
    vraag: str,
    *,
    taal: str,
    lezer: Lezer,
    now: datetime,
    verfijning: Verfijning = Verfijning(),  # noqa: B008  frozen
    letterlijk: bool = False,
) -> Uitslag:
    """What fits the question, best first; nothing for a question without words. Two queries, rarely more.

    `vraag` may be anything: only its first hundred characters are used. `letterlijk`: mend no spelling.
    """
    index = get_index(taal, lezer)
    asked = expand(
        vraag,
        index.woordenschat,
        letterlijk=letterlijk,
        bekend=lambda word: bool(find_any([[stem(word, taal)]])),
    )
    found = _without_doubles(_present(index, _rank(index, asked), now))
    kept = tuple(document for document in found if verfijning.keeps(document))
    keuzes = tuple(count_choices(found, verfijning))
    return Uitslag(kept, _as_read(vraag, asked.verbeterd), keuzes, len(found))


def suggest(vraag: str, *, taal: str, lezer: Lezer, now: datetime) -> list[Document]:
    """What somebody who typed this far may mean, best first, at most six. No queries."""
    index = get_index(taal, lezer)
    asked = expand(vraag, index.woordenschat)
    return _without_doubles(_present(index, rank(index, asked), now))[:MAX_SUGGESTIES]


def search_elsewhere(vraag: str, *, taal: str, lezer: Lezer, now: datetime) -> list[Document]:
    """What a question in this other language leads to, at most six; nothing unless all its words are known.

    For "moving house" on a Dutch page. No queries.
    """
    index = get_index(taal, lezer)
    asked = expand(vraag, index.woordenschat, letterlijk=True)
    if not all(_is_answered(begrip) for begrip in asked.begrippen if not begrip.extra):
        return []
    return _without_doubles(_present(index, rank(index, asked), now))[:MAX_SUGGESTIES]


def _is_answered(begrip: Begrip) -> bool:
    """By a word that means the same, not by one that only looks like it."""
    return max(begrip.antwoorden.values(), default=0) >= SYNONIEM


def _rank(index: Zoekindex, asked: Zoekvraag) -> list[int]:
    """All of it in the running text counts; any of it only when there is nothing else."""
    taal = index.woordenschat.taal
    groups = [stems_of(begrip, taal) for begrip in asked.begrippen if not begrip.extra]
    best = rank(index, asked, lopend=_numbers(index, find_all(groups)))
    return best or rank(index, asked, lopend=_numbers(index, find_any(groups) if len(groups) > 1 else ()))


def _numbers(index: Zoekindex, ids: Iterable[int]) -> list[int]:
    """Documents by number; a product that this reader may not see has none."""
    return [index.op_pk[pk] for pk in ids if pk in index.op_pk]


def _present(index: Zoekindex, numbers: Iterable[int], now: datetime) -> list[Document]:
    """An expired page is gone at the moment itself."""
    documents = (index.documenten[number] for number in numbers)
    return [document for document in documents if document.tot is None or document.tot > now]


def _without_doubles(documents: Sequence[Document]) -> list[Document]:
    """A form that one of the products found offers is there already."""
    offered = {pk for document in documents if document.soort == Soort.PRODUCT for pk in document.formulieren}
    return [
        document
        for document in documents
        if document.soort != Soort.FORMULIER or not document.formulieren <= offered
    ]


def _as_read(vraag: str, mended: Mapping[str, str]) -> str:
    """The question with the mended words in their place."""
    if not mended:
        return ""
    return " ".join(mended.get(word, word) for word in tokens(vraag[:MAX_TEKENS]))
