"""What asks something of a resident, over all their zaken."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from eloket.lib.partij import Identificerend
from eloket.zaken.backends.base.catalogus import Tekst


class Aandachtsoort(StrEnum):
    AANVULLING = "aanvulling"  # the gemeente asked for more
    BEZWAAR = "bezwaar"  # a besluit to which they can still object


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """One thing to do or to decide. `uiterlijk` is the last day; `besluit` is there for a BEZWAAR only."""

    soort: Aandachtsoort
    identificatie: str  # of the zaak
    omschrijving: Tekst  # of the zaak
    uiterlijk: date
    besluit: Tekst | None = None

    @property
    def naam(self) -> str:
        """Of the zaak, in the language of the moment."""
        return str(self.omschrijving)


class Attenderend(ABC):
    """Ability: tells at once what asks something of a person, over all their zaken."""

    @abstractmethod
    def list_aandachtspunten(self, *, voor: Identificerend, op: date) -> tuple[Aandachtspunt, ...]:
        """What waits for `voor` and whose last day is `op` or later, the first last day first.

        In zaken that they may see, and for besluiten that were made known. Nothing of another's.
        """
