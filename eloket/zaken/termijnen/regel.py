"""What the law or the gemeente says about a term: how long, who set it, and from what it counts."""

from dataclasses import dataclass
from enum import Enum, auto

from eloket.zaken.termijnen.duur import Duur
from eloket.zaken.termijnen.feiten import Termijnbron


class Aanleiding(Enum):
    """What a term counts from. The day itself is not counted: the day after it is day 1."""

    ONTVANGST = auto()
    BEKENDMAKING = auto()
    EINDE_BEZWAARTERMIJN = auto()
    INGEBREKESTELLING = auto()
    EINDE_DWANGSOM = auto()
    EINDE_HERSTELTERMIJN = auto()
    GEBEURTENIS = auto()


@dataclass(frozen=True, slots=True)
class Termijnregel:
    """A term before anything happens to it.

    `atw`: a verordening or norm says itself that the Algemene termijnenwet holds; for a term of the law it
    makes no difference. `grondslag`: the article, for people to read.
    """

    duur: Duur
    bron: Termijnbron = Termijnbron.WET
    atw: bool = False
    grondslag: str = ""
    aanleiding: Aanleiding = Aanleiding.ONTVANGST
