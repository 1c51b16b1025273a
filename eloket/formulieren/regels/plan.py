"""A form's rules in the order in which they are decided; made once for each version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from eloket.formulieren.definitie import Actie, Definitie, Optie, Regel, Stap, Veld, Vergelijking

# Where something stands: the number of its step and its number on it; a step itself has -1.
Plek = tuple[int, int]


class Soort(Protocol):
    """What rules ask of a type of field."""

    vergelijking: Vergelijking

    def opties(self, veld: Veld) -> tuple[Optie, ...]: ...


@dataclass(frozen=True, slots=True)
class Beurt:
    """One step that rules have something to do with, and those of its questions that they have."""

    nummer: int
    stap: Stap
    velden: tuple[Veld, ...]


class Plan:
    """Which rules there are for what, and the steps in which they matter. Never changes."""

    def __init__(self, definitie: Definitie, soorten: Mapping[str, Soort]) -> None:
        self.definitie = definitie
        self.regels = definitie.regels
        self.stappen = {stap.sleutel: nummer for nummer, stap in enumerate(definitie.stappen)}
        self.velden = {veld.sleutel: veld for veld in definitie.velden}
        self.plekken: dict[str, Plek] = {
            veld.sleutel: (nummer, plaats)
            for nummer, stap in enumerate(definitie.stappen)
            for plaats, veld in enumerate(stap.velden)
        }
        self.gevraagd = {each.veld for regel in self.regels for each in regel.voorwaarden}
        self.vergelijking = {key: soorten[veld.soort].vergelijking for key, veld in self._relevant().items()}
        self.toon_stap = self._by_doel(Actie.TOON_STAP)
        self.toon_veld = self._by_doel(Actie.TOON_VELD)
        self.verplicht = self._by_doel(Actie.VERPLICHT)
        self.waarde = self._by_doel(Actie.WAARDE)
        self.einden = [
            nummer for nummer, regel in enumerate(self.regels) if regel.actie in (Actie.STOP, Actie.PRODUCT)
        ]
        self.beurten = self._beurten()
        self.wisselend = self._wisselend(soorten)
        self.levend = {key for key, rules in self.toon_veld.items() if self._on_own_step(key, rules)}
        self.levend_verplicht = {
            key for key, rules in self.verplicht.items() if self._on_own_step(key, rules)
        }

    def plek_van(self, regel: Regel) -> Plek | None:
        """Where the target of a rule stands; an end stands behind everything; None for what is not there."""
        if regel.actie in (Actie.STOP, Actie.PRODUCT):
            return (len(self.stappen), 0)
        if regel.actie == Actie.TOON_STAP:
            return (self.stappen[regel.doel], -1) if regel.doel in self.stappen else None
        return self.plekken.get(regel.doel)

    def _relevant(self) -> dict[str, Veld]:
        names = self.gevraagd | {regel.doel for regel in self.regels if regel.actie == Actie.WAARDE}
        return {key: veld for key, veld in self.velden.items() if key in names}

    def _by_doel(self, actie: Actie) -> dict[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for nummer, regel in enumerate(self.regels):
            if regel.actie == actie:
                found.setdefault(regel.doel, []).append(nummer)
        return dict(found)

    def _wisselend(self, soorten: Mapping[str, Soort]) -> Mapping[str, Sequence[str]]:
        """The questions that come and go, by step, without the words between them."""
        found = {
            stap.sleutel: [
                veld.sleutel
                for veld in stap.velden
                if veld.sleutel in self.toon_veld and soorten[veld.soort].vergelijking != Vergelijking.NIETS
            ]
            for stap in self.definitie.stappen
        }
        return {stap: velden for stap, velden in found.items() if velden}

    def _on_own_step(self, sleutel: str, regels: Sequence[int]) -> bool:
        """Whether these rules look at answers on the page of this question itself."""
        own = self.plekken.get(sleutel, (-1, -1))[0]
        asked = (each.veld for nummer in regels for each in self.regels[nummer].voorwaarden)
        return any(self.plekken.get(veld, (-2, -2))[0] == own for veld in asked)

    def _beurten(self) -> list[Beurt]:
        matters = self.gevraagd | set(self.toon_veld) | set(self.verplicht) | set(self.waarde)
        turns = [
            Beurt(nummer, stap, tuple(veld for veld in stap.velden if veld.sleutel in matters))
            for nummer, stap in enumerate(self.definitie.stappen)
        ]
        return [turn for turn in turns if turn.velden or turn.stap.sleutel in self.toon_stap]
