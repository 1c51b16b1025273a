"""How a date explains itself: one step after the other, each from a day to a day."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from eloket.zaken.termijnen.awt import Reden
from eloket.zaken.termijnen.duur import Duur
from eloket.zaken.termijnen.feiten import Termijnbron
from eloket.zaken.termijnen.regel import Aanleiding


class Regel(Enum):
    """What a step does. The words for each are in `woorden.py`."""

    START = auto()
    DUUR = auto()
    TERUG = auto()
    OPSCHORTING = auto()
    OPSCHORTING_LOOPT = auto()
    OPSCHORTING_DUBBEL = auto()
    OPSCHORTING_LEEG = auto()
    OPSCHORTING_TE_LAAT = auto()
    VERLENGING = auto()
    VERLENGING_TWEEDE = auto()
    VERLENGING_TE_LAAT = auto()
    WERKDAG = auto()
    TWEE_WERKDAGEN = auto()
    SCHUIFT_NIET = auto()
    JAAR_ONBEKEND = auto()
    STORING = auto()
    HERSTELTERMIJN = auto()
    REGISTER = auto()
    DWANGSOM_BEGINT = auto()
    DWANGSOM_EINDIGT = auto()


@dataclass(frozen=True, slots=True)
class Stap:
    """One step: the end of the term was `van` and is `tot` from here on.

    `eerste` and `laatste`: the days that the step is about, such as those on which the clock stood still.
    `feit`: what a person wrote as the reason.
    """

    regel: Regel
    van: date
    tot: date
    artikel: str = ""
    eerste: date | None = None
    laatste: date | None = None
    duur: Duur | None = None
    feit: str = ""
    bron: Termijnbron = Termijnbron.WET
    aanleiding: Aanleiding | None = None
    reden: Reden | None = None


@dataclass(frozen=True, slots=True)
class Termijn:
    """A term that was counted. `einddatum` is its last day, and what the last of `stappen` ends on.

    `staat_stil`: the clock stands still, so the date moves on with every day that this lasts.
    """

    start: date
    einddatum: date
    stappen: tuple[Stap, ...]
    staat_stil: bool = False

    @property
    def is_onzeker(self) -> bool:
        """True when the date may still become later without anybody deciding on this term."""
        return self.staat_stil or any(stap.regel is Regel.JAAR_ONBEKEND for stap in self.stappen)

    def is_late(self, vandaag: date) -> bool:
        """True when the last day has passed and the clock runs."""
        return vandaag > self.einddatum and not self.staat_stil
