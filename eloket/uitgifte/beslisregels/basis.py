"""What every rule is made of: what it looks at, what it says, and why."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from django.utils import translation
from django.utils.translation import get_language

from eloket.lib.tekst import Tekst, in_language
from eloket.uitgifte.regels.tenaamstelling import Tenaamstelling

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

TALEN = ("nl", "en")


class Uitslag(StrEnum):
    """What a rule found. There is no "refused": that is for a person to say."""

    GOED = "goed"
    TWIJFEL = "twijfel"
    ONBEKEND = "onbekend"


class Feit(StrEnum):
    """What must be looked up for a rule, and is not looked up when no rule asks."""

    ZONE = "zone"
    AANTAL = "aantal"
    WOONADRES = "woonadres"
    KENTEKEN = "kenteken"


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What somebody answered: the value that was kept, and the same in words."""

    waarde: Any = field(repr=False)
    tekst: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Feiten:
    """What is known when rules judge. None, or `ONBEKEND`: nobody could tell, or nobody asked.

    `zone`: where the address lies, "" in none. `gevraagde_zone`: which one was asked for, "" when the form
    does not ask. `aantal`: how many of this soort hold at the address. `woont_er`: is the aanvrager
    registered there?
    """

    antwoorden: Mapping[str, Antwoord] = field(default_factory=dict, repr=False)
    zone: str | None = None
    gevraagde_zone: str = ""
    aantal: int | None = None
    woont_er: bool | None = None
    tenaamstelling: Tenaamstelling = Tenaamstelling.ONBEKEND


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence as it was shown, in both languages, so that a later wording changes no reason."""

    nl: str
    en: str

    def __str__(self) -> str:
        return str(self.show())

    def show(self) -> Tekst:
        """In the language of now."""
        return in_language(self.nl, self.en, get_language() or "nl")


def in_two_languages(words: "_StrPromise", **values: object) -> Zin:
    """`words` with `values`, as a reader of each language gets them."""
    told = []
    for taal in TALEN:
        with translation.override(taal):
            told.append(str(words) % {name: str(value) for name, value in values.items()})
    return Zin(*told)


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What one rule found, why, and by which article. Kept with the decision."""

    regel: str
    uitslag: Uitslag
    uitleg: Zin
    artikel: str = ""

    def to_dict(self) -> dict[str, str]:
        return {
            "regel": self.regel,
            "uitslag": self.uitslag.value,
            "nl": self.uitleg.nl,
            "en": self.uitleg.en,
            "artikel": self.artikel,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, str]) -> "Bevinding":
        return cls(
            data["regel"], Uitslag(data["uitslag"]), Zin(data["nl"], data["en"]), data.get("artikel", "")
        )


@dataclass(frozen=True, slots=True)
class Instelling:
    """One thing that a redacteur sets for a rule: a number from 1, or words."""

    naam: str
    label: "_StrPromise"
    help: "_StrPromise"
    is_getal: bool = False
    verplicht: bool = True


class Beslisregel(ABC):
    """One rule. `nodig`: what must be looked up before it can judge."""

    naam: ClassVar[str]
    label: ClassVar["_StrPromise"]
    nodig: ClassVar[frozenset[Feit]] = frozenset()
    instellingen: ClassVar[tuple[Instelling, ...]] = ()

    @abstractmethod
    def describe(self, instellingen: Mapping[str, Any]) -> Zin:
        """What it asks, before anybody sends anything: "U woont op dit adres."."""

    @abstractmethod
    def judge(self, feiten: Feiten, instellingen: Mapping[str, Any]) -> tuple[Uitslag, Zin]:
        """What it finds, and why, in words for the aanvrager; they name nobody and no number of a person."""
