"""The port of the zaakregister, in the ZGW information model.

One ABC that fits two screens; what only some registers can do is an ABC of its own (`Behandelend`). Nothing
here needs a ZGW address or a synchronous answer, so that a StUF-ZKN backend fits as well.

Errors are four, and each method may raise the first two: `RegisterUnavailable` (temporary: try later),
`RegisterMisconfigured` (a person must set something right), `ZaakRejected` (the register refuses, with
reasons), `ZaakNotFound` (not there, or not yours: the same answer).
An outage is an error and never an empty list.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, ClassVar

from eloket.lib.partij import Identificerend
from eloket.zaken.backends.base.catalogus import Zaaktype
from eloket.zaken.backends.base.nieuw import NieuwDocument, NieuweStatus, NieuweZaak
from eloket.zaken.backends.base.zaak import Document, Dossier, Pagina, Zaak


class ZaakBackend(ABC):
    """Where zaken live. Chosen in `ELOKET_ZAKEN`, built once per process with its OPTIONS."""

    #: True when a zaak is written in eloket's own database, inside the caller's transaction.
    in_transaction: ClassVar[bool] = False

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @abstractmethod
    def create_zaak(self, nieuw: NieuweZaak, *, now: datetime) -> Zaak:
        """Open a zaak with its initiator, eigenschappen and, last of all, its first status.

        Idempotent on `identificatie`: a second call gives the zaak that the first one made, also when the
        outcome of the first stayed unknown. Errors: `ZaakRejected`.
        """

    @abstractmethod
    def get_zaak(self, identificatie: str, *, voor: Identificerend) -> Zaak:
        """The zaak, when `voor` is its initiator. Errors: `ZaakNotFound`, for another's zaak as well."""

    @abstractmethod
    def list_zaken(self, *, voor: Identificerend, page: int, page_size: int) -> Pagina[Zaak]:
        """The zaken of which `voor` is the initiator: open ones first, then the newest.

        A page beyond the last is the last one. A Contact does not identify and is a `TypeError`.
        """

    @abstractmethod
    def list_zaaktypen(self, *, op: date) -> list[Zaaktype]:
        """The zaaktypen valid on that day, one version each, by omschrijving."""

    @abstractmethod
    def get_zaaktype(self, identificatie: str, *, op: date) -> Zaaktype | None:
        """The version valid on that day; None when there is none."""

    @abstractmethod
    def check(self) -> None:
        """Nothing when the register answers. Errors: `RegisterUnavailable`, `RegisterMisconfigured`."""


class Documenterend(ABC):
    """Ability: takes documents with a zaak."""

    @abstractmethod
    def add_document(self, identificatie: str, nieuw: NieuwDocument, *, now: datetime) -> None:
        """Add a document; idempotent on its id. Errors: `ZaakNotFound`, `ZaakRejected`."""


class Controlerend(ABC):
    """Ability: an employee notes that they looked into who somebody says to be."""

    @abstractmethod
    def set_controle(self, identificatie: str, *, klopt: bool, door: str, now: datetime) -> None:
        """Note it for whoever still had to be looked into; again changes nothing. Errors: `ZaakNotFound`."""


class Behandelend(ABC):
    """Ability: zaken are handled in eloket itself, not in another system.

    These calls are for employees and know no resident: who may call them is the screen's business.
    """

    @abstractmethod
    def list_werkvoorraad(
        self, *, zoek: str, status: str, open_zaken: bool, page: int, page_size: int
    ) -> Pagina[Zaak]:
        """Zaken to work on, oldest first. `zoek`: part of an identificatie; `status`: an omschrijving."""

    @abstractmethod
    def list_statusnamen(self) -> list[str]:
        """The omschrijvingen of statustypen, to choose from."""

    @abstractmethod
    def get_dossier(self, identificatie: str) -> Dossier:
        """The zaak with what belongs to it. Errors: `ZaakNotFound`."""

    @abstractmethod
    def open_document(self, identificatie: str, id: str) -> tuple[Document, Iterator[bytes]]:
        """A document of this zaak and its bytes. Errors: `DocumentNotFound`."""

    @abstractmethod
    def set_status(self, identificatie: str, nieuw: NieuweStatus, *, now: datetime) -> Zaak:
        """Set a status; the eindstatus also records the resultaat and closes the zaak.

        Errors: `ZaakNotFound`; `StatusChanged` when `huidig` is no longer the current status; `ZaakRejected`
        for a closed zaak, an unknown volgnummer, a moment in the future or one that was used before, and an
        eindstatus without a resultaattype of this zaaktype.
        """
