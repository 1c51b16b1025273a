"""The Algemene termijnenwet (Awt): does it hold for a term, and where does that term end then?"""

from datetime import date
from enum import Enum, auto

from eloket.zaken.termijnen.duur import Duur
from eloket.zaken.termijnen.feestdagen import DAG, days_between, is_bekend, is_werkdag, next_werkdag
from eloket.zaken.termijnen.feiten import Termijnbron
from eloket.zaken.termijnen.regel import Termijnregel

MAX_DAGEN = 90
DAGEN_PER_MAAND = (
    30  # so that 3 months, 12 weeks and 90 days are the last that count, and 4 months are too long
)
MIN_WERKDAGEN = 2
MIN_DAGEN = 3


class Reden(Enum):
    """Why a term does not move away from a weekend or feestdag."""

    UREN = auto()
    TE_LANG = auto()
    VERORDENING = auto()
    DIENSTNORM = auto()
    TERUG = auto()


def why_not(regel: Termijnregel) -> Reden | None:
    """Why the Awt does not hold for this term; None when it does."""
    if regel.bron != Termijnbron.WET and not regel.atw:
        return Reden.VERORDENING if regel.bron == Termijnbron.VERORDENING else Reden.DIENSTNORM
    if regel.duur.uren:
        return Reden.UREN
    return Reden.TE_LANG if is_te_lang(regel.duur) else None


def is_te_lang(duur: Duur) -> bool:
    """More than 90 days, 12 weeks or 3 months, or in years (Awt art. 4)."""
    return bool(duur.jaren) or duur.maanden * DAGEN_PER_MAAND + duur.dagen > MAX_DAGEN


def has_min_length(duur: Duur) -> bool:
    """True for a term of three days or more, to which Awt art. 2 applies."""
    return bool(duur.maanden) or duur.dagen >= MIN_DAGEN


def extend_to_two_werkdagen(start: date, einde: date) -> date:
    """The first day from `einde` on by which the days after `start` hold two working days (Awt art. 2)."""
    found = sum(is_werkdag(dag) for dag in days_between(start + DAG, einde + DAG))
    while found < MIN_WERKDAGEN:
        einde = next_werkdag(einde + DAG)
        found += 1
    return einde


def may_move(dag: date) -> bool:
    """True when a koninklijk besluit that is not there yet may make this working day a feestdag."""
    return not is_bekend(dag.year) and is_werkdag(dag)
