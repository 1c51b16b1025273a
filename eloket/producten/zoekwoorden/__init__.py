"""From what somebody typed to the words to look for; the same for every database.

The databases look up whole words and nothing else. Other forms of a word, synonyms, parts of compounds and
mended spelling are ours: `uitbreiden.expand` brings them together, against the words of the published
products.
"""

from eloket.producten.zoekwoorden.tekst import MAX_TEKENS, MAX_WOORDEN, fold, tokens
from eloket.producten.zoekwoorden.uitbreiden import Begrip, Zoekvraag, expand
from eloket.producten.zoekwoorden.vormen import stem, stems
from eloket.producten.zoekwoorden.woordenschat import Woordenschat

__all__ = [
    "MAX_TEKENS",
    "MAX_WOORDEN",
    "Begrip",
    "Woordenschat",
    "Zoekvraag",
    "expand",
    "fold",
    "stem",
    "stems",
    "tokens",
]
