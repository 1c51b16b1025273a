"""The dataclasses of a form: questions, steps and the whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from eloket.formulieren.definitie.regel import Regel
from eloket.formulieren.definitie.tekst import Tekst
from eloket.formulieren.definitie.waarvoor import Waarvoor


@dataclass(frozen=True, slots=True)
class Optie:
    """One choice: the value that is stored and the words that people read."""

    waarde: str
    label: Tekst


@dataclass(frozen=True, slots=True)
class Veld:
    """One question. `instellingen` holds what only this type knows; `velden` what a group asks each time."""

    soort: str
    sleutel: str
    label: Tekst
    hulp: Tekst = field(default_factory=Tekst)
    verplicht: bool = True
    eigenschap: str = ""
    informatieobjecttype: str = ""
    opties: tuple[Optie, ...] = ()
    instellingen: Mapping[str, Any] = field(default_factory=dict)
    velden: tuple["Veld", ...] = ()


@dataclass(frozen=True, slots=True)
class Stap:
    """One page of questions; `sleutel` stands in the address."""

    sleutel: str
    titel: Tekst
    uitleg: Tekst
    velden: tuple[Veld, ...]


# The ways to log in of a form that says nothing of it, as of every form from before one could choose.
INLOGMIDDELEN = ("digid", "eherkenning")


@dataclass(frozen=True, slots=True)
class Definitie:
    """A whole form. `niveau`: a betrouwbaarheidsniveau; `zaaktype`: an identificatie, "" for the default.

    `ongevoelig`: the redacteur says that its answers may stand in a mail. `middelen`: the ways to log in
    ("digid", "eherkenning", "eidas"); `alleen_zelf`: nobody may fill it in for somebody else.
    `waarvoor`: what it does with a zaak that is there already.
    """

    slug: str
    titel: Tekst
    inleiding: Tekst
    nodig: Tekst
    duur_minuten: int
    vervolg: Tekst
    verklaring: Tekst
    niveau: int
    zaaktype: str
    stappen: tuple[Stap, ...]
    regels: tuple[Regel, ...] = ()
    ongevoelig: bool = False
    bewaardagen: int | None = None  # after registration; None for the usual term
    middelen: tuple[str, ...] = INLOGMIDDELEN
    alleen_zelf: bool = False
    waarvoor: Waarvoor = Waarvoor.AANVRAAG

    @property
    def velden(self) -> tuple[Veld, ...]:
        """Every question, in order, without those inside a group."""
        return tuple(veld for stap in self.stappen for veld in stap.velden)

    def get_stap(self, sleutel: str) -> Stap | None:
        return next((stap for stap in self.stappen if stap.sleutel == sleutel), None)

    def find_stap_met(self, veld: str) -> Stap:
        """The step that asks this question. Errors: `StopIteration` for a key that is not here."""
        return next(stap for stap in self.stappen if any(each.sleutel == veld for each in stap.velden))
