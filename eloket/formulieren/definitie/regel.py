"""The dataclasses of a rule: if these answers were given, then this."""

from dataclasses import dataclass, field
from enum import StrEnum

from eloket.formulieren.definitie.tekst import Tekst


class Operator(StrEnum):
    """How an answer is compared. All but LEEG hold for a given answer only."""

    IS = "is"
    IS_NIET = "is_niet"
    EEN_VAN = "een_van"
    BEVAT = "bevat"
    BEVAT_NIET = "bevat_niet"
    GEVULD = "gevuld"
    LEEG = "leeg"
    GROTER = "groter"
    KLEINER = "kleiner"
    VOOR = "voor"
    NA = "na"


class Vergelijking(StrEnum):
    """As what an answer is compared; each type of field has one."""

    TEKST = "tekst"
    GETAL = "getal"
    DATUM = "datum"
    KEUZE = "keuze"
    MEERKEUZE = "meerkeuze"
    GEEN = "geen"  # only whether it was filled in
    NIETS = "niets"  # no answer at all: words between the questions


class Actie(StrEnum):
    """What a rule does. What a `toon` names is hidden until one of its rules holds."""

    TOON_STAP = "toon_stap"
    TOON_VELD = "toon_veld"
    VERPLICHT = "verplicht"
    WAARDE = "waarde"
    STOP = "stop"
    PRODUCT = "product"


class Combinatie(StrEnum):
    """Whether all conditions of a rule must hold, or one is enough."""

    ALLE = "alle"
    EEN = "een"


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """One condition on the answer to a question.

    `waarden`: what it is compared with, in the shape that an aanvraag stores; more than one for EEN_VAN only.
    A day is "2027-02-01", or relative to the day itself: "vandaag", "vandaag+28", "vandaag-5".
    """

    veld: str
    operator: Operator
    waarden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Regel:
    """If these conditions hold, then this. `doel`: the key of a step or a field; `waarde`: its answer.

    `titel` and `tekst` explain why the form ends here (STOP, PRODUCT); `product` is the path of the page to
    go to.
    """

    actie: Actie
    voorwaarden: tuple[Voorwaarde, ...]
    combinatie: Combinatie = Combinatie.ALLE
    doel: str = ""
    waarde: str = ""
    titel: Tekst = field(default_factory=Tekst)
    tekst: Tekst = field(default_factory=Tekst)
    product: str = ""
