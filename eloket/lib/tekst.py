"""Words that may stand on a page in another language."""


class Tekst(str):
    """Text that knows its language: `lang` is a code, or "" when it is that of the page around it.

    Templates write `{{ words|met_taal }}`, or `{{ words|lang }}` inside the tag of the element that holds it.
    """

    __slots__ = ("lang",)
    lang: str

    def __new__(cls, words: str, lang: str = "") -> "Tekst":
        made = super().__new__(cls, words)
        made.lang = lang
        return made


def in_language(dutch: str, english: str, language: str) -> Tekst:
    """The words in this language; Dutch ones that have no English stand for themselves, and say so."""
    if not language.startswith("en"):
        return Tekst(dutch)
    return Tekst(english) if english or not dutch else Tekst(dutch, "nl")
