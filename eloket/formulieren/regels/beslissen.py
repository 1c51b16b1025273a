"""What the rules of a form say about the answers so far."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from eloket.formulieren.definitie import Combinatie, Regel, Stap, Veld
from eloket.formulieren.regels.plan import Beurt, Plan, Plek
from eloket.formulieren.regels.vergelijken import klopt, naar_antwoord

# From the key of a question to its answer, in the shape that an aanvraag stores; None for none.
Lees = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Einde:
    """The form ends here, after the step with this number, and this rule says why."""

    regel: Regel
    na: int


@dataclass(frozen=True, slots=True)
class Besluit:
    """What somebody sees, must answer and need not answer. `geldig`: the numbers of the rules that hold."""

    verborgen_stappen: frozenset[str] = frozenset()
    verborgen_velden: frozenset[str] = frozenset()  # the questions of a hidden step are not among them
    verplicht: frozenset[str] = frozenset()
    waarden: Mapping[str, Any] = field(default_factory=dict)
    einde: Einde | None = None
    geldig: frozenset[int] = frozenset()
    antwoorden: Mapping[str, Any] = field(default_factory=dict)  # to the questions that rules name

    def toont_stap(self, stap: Stap) -> bool:
        return stap.sleutel not in self.verborgen_stappen

    def list_velden(self, stap: Stap) -> list[Veld]:
        """The questions of this step that are there, in order."""
        if not self.toont_stap(stap):
            return []
        return [veld for veld in stap.velden if veld.sleutel not in self.verborgen_velden]


def beslis(plan: Plan, lees: Lees, *, vandaag: date) -> Besluit:
    """Decide in the order of the form; costs as much as there are rules, not as the form is long.

    A condition counts when its question stands before what it decides on, so deciding ends always and the
    same answers give the same. What is hidden has no answer, whatever was typed there once. `vandaag` is the
    day that "vandaag+28" counts from.
    """
    gang = _Gang(plan, lees, vandaag)
    for beurt in plan.beurten:
        gang.neem(beurt)
    return gang.besluit()


class _Gang:
    """One walk through the rules."""

    def __init__(self, plan: Plan, lees: Lees, vandaag: date) -> None:
        self.plan, self.lees, self.vandaag = plan, lees, vandaag
        self.antwoorden: dict[str, Any] = {}
        self.stappen: set[str] = set()
        self.velden: set[str] = set()
        self.verplicht: set[str] = set()
        self.waarden: dict[str, Any] = {}
        self.geldig: set[int] = set()

    def neem(self, beurt: Beurt) -> None:
        hidden = self.is_verborgen(self.plan.toon_stap, beurt.stap.sleutel, (beurt.nummer, -1))
        if hidden:
            self.stappen.add(beurt.stap.sleutel)
            return
        for veld in beurt.velden:
            self.neem_veld(veld.sleutel)
        if beurt.velden and all(veld.sleutel in self.velden for veld in beurt.stap.velden):
            self.stappen.add(beurt.stap.sleutel)  # nothing left to ask there

    def neem_veld(self, sleutel: str) -> None:
        plek = self.plan.plekken[sleutel]
        if self.is_verborgen(self.plan.toon_veld, sleutel, plek):
            self.velden.add(sleutel)
            return
        if self.list_geldig(self.plan.verplicht, sleutel, plek):
            self.verplicht.add(sleutel)
        self.zet_waarde(sleutel, plek)
        if sleutel in self.plan.gevraagd:
            set_by_rule = sleutel in self.waarden
            self.antwoorden[sleutel] = self.waarden[sleutel] if set_by_rule else self.lees(sleutel)

    def zet_waarde(self, sleutel: str, plek: Plek) -> None:
        """The first rule that holds sets the answer."""
        holding = self.list_geldig(self.plan.waarde, sleutel, plek)
        if not holding:
            return
        soort = self.plan.vergelijking[sleutel]
        value = naar_antwoord(self.plan.regels[holding[0]].waarde, soort, vandaag=self.vandaag)
        if value is not None:
            self.waarden[sleutel] = value

    def is_verborgen(self, toon: Mapping[str, Sequence[int]], sleutel: str, plek: Plek) -> bool:
        """Hidden is what has rules that show it and none of them holds."""
        return sleutel in toon and not self.list_geldig(toon, sleutel, plek)

    def list_geldig(self, regels: Mapping[str, Sequence[int]], sleutel: str, plek: Plek) -> list[int]:
        """Which of the rules for this target hold; all are asked, because `geldig` tells of each."""
        return [nummer for nummer in regels.get(sleutel, ()) if self.geldt(nummer, plek)]

    def geldt(self, nummer: int, plek: Plek) -> bool:
        regel = self.plan.regels[nummer]
        holds = [self.klopt(regel, index, plek) for index in range(len(regel.voorwaarden))]
        outcome = bool(holds) and (all(holds) if regel.combinatie == Combinatie.ALLE else any(holds))
        if outcome:
            self.geldig.add(nummer)
        return outcome

    def klopt(self, regel: Regel, index: int, plek: Plek) -> bool:
        voorwaarde = regel.voorwaarden[index]
        own = self.plan.plekken.get(voorwaarde.veld)
        if own is None or own >= plek:
            return False
        soort = self.plan.vergelijking[voorwaarde.veld]
        return klopt(voorwaarde, self.antwoorden.get(voorwaarde.veld), soort, vandaag=self.vandaag)

    def besluit(self) -> Besluit:
        achter = (len(self.plan.stappen), 0)
        einden = [self.na(nummer, achter) for nummer in self.plan.einden if self.geldt(nummer, achter)]
        return Besluit(
            verborgen_stappen=frozenset(self.stappen),
            verborgen_velden=frozenset(self.velden),
            verplicht=frozenset(self.verplicht),
            waarden=self.waarden,
            einde=min(einden, key=lambda einde: einde.na, default=None),
            geldig=frozenset(self.geldig),
            antwoorden=self.antwoorden,
        )

    def na(self, nummer: int, achter: Plek) -> Einde:
        """The step after which it is known: the last of all conditions, or the first that is enough."""
        regel = self.plan.regels[nummer]
        known = [
            self.plan.plekken[voorwaarde.veld][0]
            for index, voorwaarde in enumerate(regel.voorwaarden)
            if self.klopt(regel, index, achter)
        ]
        return Einde(regel, max(known) if regel.combinatie == Combinatie.ALLE else min(known))
