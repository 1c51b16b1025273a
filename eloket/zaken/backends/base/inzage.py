"""One zaak with all that its resident may read."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date

from eloket.lib.partij import Identificerend
from eloket.zaken.backends.base.zaak import Besluit, Document, Verzoek, Zaak


@dataclass(frozen=True, slots=True)
class Inzage:
    """What a resident reads of one zaak; None where the register gave no answer, which is not "none".

    What a register does not do at all is empty.
    """

    zaak: Zaak
    documenten: tuple[Document, ...] | None = ()
    besluiten: tuple[Besluit, ...] | None = ()
    verzoeken: tuple[Verzoek, ...] | None = ()

    @property
    def is_complete(self) -> bool:
        return None not in (self.documenten, self.besluiten, self.verzoeken)


class Inzagegevend(ABC):
    """Ability: gives all that at once, so that the question whose zaak it is is asked once."""

    @abstractmethod
    def get_inzage(self, identificatie: str, *, voor: Identificerend, op: date) -> Inzage:
        """The same as `get_zaak`, `list_documenten`, `list_besluiten` and `list_verzoeken` give one by one.

        The verzoeken may leave out which documents came with each answer.

        Errors: `ZaakNotFound`.
        """
