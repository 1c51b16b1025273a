"""The ports: one person of the BRP, one company of the Handelsregister.

Four errors, each of which any method may raise: `BronUnavailable` (temporary), `BronMisconfigured` (a person
must set something right), `BronRefused` (we may not ask this), `PersoonNotFound` (not there). And for an
installation without a source `BronAbsent`. No text of an error holds a number or an answer.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from django.utils.formats import date_format

from eloket.lib.partij import Bsn, Kvk, Rsin


class PersonenbronError(Exception):
    """Whatever goes wrong between eloket and a source of persons or companies."""


class BronUnavailable(PersonenbronError):
    """Temporary: down, too slow, overloaded, or not to be understood."""


class BronMisconfigured(PersonenbronError):
    """Trying again will not help: an address, a key or a certificate is wrong."""


class BronRefused(PersonenbronError):
    """The source does not allow us this question: doelbinding or authorisation."""


class PersoonNotFound(PersonenbronError):
    """Nobody is registered under this number."""


class BronAbsent(PersonenbronError):
    """This installation has no such source."""


class Gegeven(StrEnum):
    """What can be asked of a person; nothing else is asked along (AVG art. 5 lid 1 sub c)."""

    NAAM = "naam"
    AANSCHRIJFNAAM = "aanschrijfnaam"
    GEBOORTE = "geboorte"
    ADRES = "adres"
    PARTNER = "partner"
    KINDEREN = "kinderen"
    NATIONALITEIT = "nationaliteit"


@dataclass(frozen=True, slots=True)
class OnvolledigeDatum:
    """A date of which day, month and even year may be unknown (00 in the BRP)."""

    jaar: int | None = None
    maand: int | None = None
    dag: int | None = None

    @property
    def volledig(self) -> date | None:
        """The day, when all of it is known."""
        if self.jaar and self.maand and self.dag:
            return date(self.jaar, self.maand, self.dag)
        return None

    @property
    def iso(self) -> str:
        """As far as it is known: "2015-05-03", "2015-05", "2015", ""."""
        if self.volledig:
            return self.volledig.isoformat()
        if self.jaar and self.maand:
            return f"{self.jaar:04}-{self.maand:02}"
        return f"{self.jaar:04}" if self.jaar else ""

    def __str__(self) -> str:
        """In words, as far as it is known: "3 mei 2015", "mei 2015", "2015", ""."""
        if self.volledig:
            return date_format(self.volledig)
        if self.jaar and self.maand:
            return date_format(date(self.jaar, self.maand, 1), "F Y")
        return str(self.jaar or "")


@dataclass(frozen=True, slots=True)
class Naam:
    """A name in its parts. `voorvoegsel` ("de", "van der") belongs before the geslachtsnaam."""

    voornamen: str = ""
    voorletters: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""

    @property
    def achternaam(self) -> str:
        return " ".join(part for part in (self.voorvoegsel, self.geslachtsnaam) if part)

    def __str__(self) -> str:
        return " ".join(part for part in (self.voornamen or self.voorletters, self.achternaam) if part)


class Adressoort(StrEnum):
    BINNENLAND = "binnenland"
    LOCATIE = "locatie"  # a place in words: "naast de derde brug"
    BUITENLAND = "buitenland"


@dataclass(frozen=True, slots=True)
class Registeradres:
    """Where somebody lives, or gets post for a `briefadres`; where a company can be visited.

    `regels`: the address as one writes it. The parts are of an address in the Netherlands; elsewhere only
    `regels` and `land` are there.
    """

    soort: Adressoort
    regels: tuple[str, ...]
    straat: str = ""
    huisnummer: int | None = None
    toevoeging: str = ""
    postcode: str = ""
    woonplaats: str = ""
    land: str = ""
    briefadres: bool = False


@dataclass(frozen=True, slots=True)
class Verwant:
    """A partner or a child: who it is, without a number."""

    naam: Naam
    geboortedatum: OnvolledigeDatum = field(default_factory=OnvolledigeDatum)


@dataclass(frozen=True, slots=True)
class Persoon:
    """What was asked of somebody, as far as it is certain.

    What is under investigation is left out and named in `in_onderzoek`. `geheim`: the address may be given to
    nobody (Wet BRP art. 2.59), so it is not in here at all.
    """

    naam: Naam = field(default_factory=Naam)
    aanschrijfnaam: str = ""
    geboortedatum: OnvolledigeDatum = field(default_factory=OnvolledigeDatum)
    adres: Registeradres | None = None
    geheim: bool = False
    overleden: bool = False
    in_onderzoek: frozenset[Gegeven] = frozenset()
    partners: tuple[Verwant, ...] = ()
    kinderen: tuple[Verwant, ...] = ()
    nationaliteiten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bedrijf:
    """A company, or one vestiging of it.

    `adres` is None when it is shielded. `rsin` is None for an eenmanszaak: there it is the owner's BSN.
    """

    kvk: Kvk
    naam: str
    handelsnamen: tuple[str, ...] = ()
    rechtsvorm: str = ""
    rsin: Rsin | None = None
    adres: Registeradres | None = None
    opgeheven: bool = False


class PersonenBackend(ABC):
    """A source of persons. Built once per process from `OPTIONS`."""

    is_source: ClassVar[bool] = True  # False: asks nobody

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @abstractmethod
    def get_persoon(self, bsn: Bsn, *, gegevens: Collection[Gegeven]) -> Persoon:
        """This person, with what was asked and nothing more. A citizen waits. Errors: see the module."""


class BedrijvenBackend(ABC):
    """A source of companies. Built once per process from `OPTIONS`."""

    is_source: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @abstractmethod
    def get_bedrijf(self, kvk: Kvk) -> Bedrijf:
        """This company, or this vestiging. A citizen waits. Errors: see the module."""
