"""How one zaak hangs together with another (`relevanteAndereZaken` of ZGW)."""

from dataclasses import dataclass, field
from datetime import date

from eloket.zaken.regels import AardRelatie


@dataclass(frozen=True, slots=True)
class Relatie:
    """The zaak that a new one is about, and how (`aardRelatie`).

    `soort`: what it does with that zaak, such as "bezwaar" or "intrekken"; in ZGW the toelichting.
    """

    zaak: str
    aard: AardRelatie
    soort: str = ""


@dataclass(frozen=True, slots=True)
class Verwant:
    """The other end of a relation, as far as whoever handles this zaak needs it.

    `startdatum`: the day on which it was received. `einddatum` is None while it is open.
    """

    identificatie: str
    omschrijving: str = field(repr=False)
    aard: AardRelatie
    soort: str
    startdatum: date
    einddatum: date | None

    @property
    def is_open(self) -> bool:
        return self.einddatum is None
