"""A text of a form, in both languages."""

from dataclasses import dataclass

from django.utils.translation import get_language

from eloket.lib.tekst import in_language


@dataclass(frozen=True, slots=True)
class Tekst:
    """A text in both languages; English falls back to Dutch. `str()` gives the active language.

    What it gives knows its language (`lib.tekst`), so that Dutch words on an English page say that they are.
    """

    nl: str = ""
    en: str = ""

    def __str__(self) -> str:
        return self.in_taal(get_language() or "nl")

    def __bool__(self) -> bool:
        return bool(self.nl)

    def in_taal(self, taal: str) -> str:
        return in_language(self.nl, self.en, taal)
