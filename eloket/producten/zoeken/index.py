"""The index in the process: which document holds which word, and how much it counts there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from sys import intern

from eloket.lib import klok
from eloket.producten.models.zichtbaar import Lezer
from eloket.producten.zoeken.bronnen import read_documents
from eloket.producten.zoeken.document import Document, Soort
from eloket.producten.zoekwoorden import Woordenschat, stem, tokens
from eloket.producten.zoekwoorden.leeg import LEEG
from eloket.website.services import per_versie

TITEL, ANDERE_WOORDEN, VRAGEN, TEKST = 10.0, 8.0, 4.0, 3.0
NOG_EEN_PLEK = 0.5
SOORTEN = {
    Soort.PRODUCT: 1.0,
    Soort.VRAAG: 0.8,
    Soort.FORMULIER: 0.8,
    Soort.LOCATIE: 0.8,
    Soort.PAGINA: 0.7,
}


@dataclass(frozen=True)
class Zoekindex:
    """Documents by number. `plaatsen`: word → number → what the word counts there; `termen`: the stems of the
    title and of each other word of a document, to know a question that is one of them.
    """

    documenten: tuple[Document, ...]
    woordenschat: Woordenschat
    plaatsen: dict[str, dict[int, float]]
    termen: tuple[tuple[frozenset[str], ...], ...]
    op_pk: dict[int, int]
    vragen: frozenset[int]


def build_index(documents: Iterable[Document], taal: str) -> Zoekindex:
    """The index of these documents, all in one language."""
    documents = tuple(documents)
    places: dict[str, dict[int, float]] = defaultdict(dict)
    for number, document in enumerate(documents):
        for word, value in _values(document).items():
            places[intern(word)][number] = value
    return Zoekindex(
        documents,
        Woordenschat({word: len(found) for word, found in places.items()}, taal),
        dict(places),
        tuple(tuple(_terms(document, taal)) for document in documents),
        {document.pk: number for number, document in enumerate(documents) if document.pk is not None},
        frozenset(number for number, document in enumerate(documents) if document.soort == Soort.VRAAG),
    )


def _values(document: Document) -> dict[str, float]:
    """What each word of the document counts: by its best place, and a little for every further one."""
    texts = (
        (document.titel, TITEL),
        (document.andere_woorden, ANDERE_WOORDEN),
        (" ".join(document.vragen), VRAGEN),
        (document.tekst, TEKST),
    )
    found: dict[str, float] = {}
    for text, value in texts:
        for word in set(tokens(text)):
            found[word] = found[word] + NOG_EEN_PLEK if word in found else value
    return {word: value * SOORTEN[document.soort] for word, value in found.items()}


def _terms(document: Document, taal: str) -> Iterator[frozenset[str]]:
    """Not of a question: nobody types one as it is written here."""
    empty = LEEG.get(taal, frozenset())
    terms = () if document.soort == Soort.VRAAG else (document.titel, *document.andere_woorden.splitlines())
    for term in terms:
        words = tokens(term)
        telling = [word for word in words if word not in empty] or words
        if telling:
            yield frozenset(stem(word, taal) for word in telling)


@per_versie
def get_index(taal: str, lezer: Lezer) -> Zoekindex:
    """The index of this language for this reader, as the site is now."""
    return build_index(read_documents(taal=taal, lezer=lezer, now=klok.now()), taal)
