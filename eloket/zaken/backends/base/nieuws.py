"""What a register elsewhere tells us by itself, and what we ask it when it may have kept silent."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from eloket.lib.partij import Partij
from eloket.zaken.backends.base.zaak import Besluit, Zaak

#: So many zaken can be asked after in one call.
STANDEN_MAXIMUM = 100


class InvalidMelding(ValueError):
    """What came in is no message of this register."""


class Meldingsoort(StrEnum):
    """What a message is about: its id is that of a zaak, of a besluit, or says nothing.

    WIJZIGING: of a zaak, in which something else changed than its initiator is told of.
    """

    ZAAK = "zaak"
    WIJZIGING = "wijziging"
    BESLUIT = "besluit"
    CATALOGUS = "catalogus"


@dataclass(frozen=True, slots=True)
class Melding:
    """That something changed: a hint, without any content. `id`: a uuid of the register, and no address.

    `kenmerk` tells one message from the next and is the same for the same message.
    """

    soort: Meldingsoort
    id: str
    kenmerk: str


@dataclass(frozen=True, slots=True)
class Zaaknieuws:
    """A zaak that changed, as far as its initiator may see it.

    `id`: of the register. `eigen`: ids of the statussen that eloket set itself. `initiator`: as far as the
    register says who that is. `besluiten`: those that were made known. `straks`: the first day on which
    another one becomes known, when there is one.
    """

    id: str
    zaak: Zaak
    eigen: frozenset[str]
    initiator: Partij | None = field(repr=False)
    besluiten: tuple[Besluit, ...]
    straks: date | None


@dataclass(frozen=True, slots=True)
class Zaakstand:
    """As much of a zaak as tells whether it changed. `status`: the id of its current one, or empty."""

    id: str
    status: str
    is_open: bool


class Nieuwsgevend(ABC):
    """Ability: zaken are handled in another system, which says that something changed, and can be asked.

    A message may come twice, late, in another order, or not at all.
    """

    @abstractmethod
    def admits(self, autorisatie: str) -> bool:
        """Whether who sends this header is the register; compared in constant time."""

    @abstractmethod
    def read_melding(self, content: Mapping[str, Any]) -> Melding | None:
        """What a message is about; None when it asks nothing of us. Errors: `InvalidMelding`."""

    @abstractmethod
    def get_nieuws(self, soort: Meldingsoort, id: str, *, op: date) -> Zaaknieuws | None:
        """The zaak that a message is about; None when there is none that its initiator may see.

        Errors: `RegisterUnavailable`, `RegisterMisconfigured`.
        """

    @abstractmethod
    def list_standen(self, ids: Sequence[str]) -> list[Zaakstand]:
        """How these zaken stand, in one call; at most `STANDEN_MAXIMUM`. What is not there is left out."""

    @abstractmethod
    def find_zaakid(self, identificatie: str) -> str | None:
        """The register's own id of the zaak with this number."""

    @abstractmethod
    def forget_catalogus(self) -> None:
        """Ask zaaktypen anew from now on, in this process."""


@dataclass(frozen=True, slots=True)
class Abonnement:
    """That the register tells us of these kanalen, at this address. `is_new`: it was made just now."""

    adres: str
    kanalen: tuple[str, ...]
    is_new: bool = False


class Abonneerbaar(ABC):
    """Ability: the register can be asked to tell us what changes."""

    @abstractmethod
    def can_subscribe(self) -> bool:
        """Whether an administrator set what is needed for it."""

    @abstractmethod
    def find_abonnement(self, adres: str) -> Abonnement | None:
        """The abonnement for this address, when it tells all that we want to hear."""

    @abstractmethod
    def subscribe(self, adres: str, *, anew: bool = False) -> Abonnement:
        """Make it, unless it is there; `anew`: with the secret of now in place of the one before.

        The register calls that address before it answers. Errors: `ZaakRejected` when it did not answer well.
        """


class Leesbevestigend(ABC):
    """Ability: is told that its resident opened a zaak, where the register keeps that."""

    @abstractmethod
    def keeps_geopend(self) -> bool:
        """False once the register turned out not to keep it."""

    @abstractmethod
    def note_geopend(self, identificatie: str, *, moment: datetime) -> None:
        """Say so; nothing for a closed zaak. Again does no harm. Errors: `RegisterUnavailable`."""
