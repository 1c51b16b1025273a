"""From what somebody typed to the words to look for; the same for every database."""

import re

MAX_TEKENS = 100
MAX_WOORDEN = 8

# Words that say nothing about the product.
LEEG = frozenset(
    {
        "de",
        "het",
        "een",
        "en",
        "of",
        "ik",
        "wil",
        "mijn",
        "me",
        "mij",
        "u",
        "uw",
        "wij",
        "we",
        "om",
        "te",
        "van",
    }
    | {"voor", "naar", "in", "op", "aan", "met", "bij", "hoe", "kan", "moet", "waar", "is", "the", "a", "an"}
    | {"and", "or", "i", "my", "to", "for", "on", "at", "with", "how", "can", "do", "want"}
)


def words(vraag: str) -> list[str]:
    """The words of a question in lower case, at most eight, each once; no words for no letters or digits."""
    found = re.findall(r"\w+", vraag[:MAX_TEKENS].lower())
    telling = [word for word in found if word not in LEEG] or found
    return list(dict.fromkeys(telling))[:MAX_WOORDEN]


def stem(word: str) -> str:
    """The start that other forms of the word share: "verhuizen" and "verhuizing" both give "verhuiz"."""
    return word if len(word) < 6 else word[: max(5, len(word) - 2)]
