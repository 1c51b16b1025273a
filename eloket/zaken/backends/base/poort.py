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
from typing import Any

from eloket.lib.partij import Identificerend, Partij
from eloket.zaken.backends.base.catalogus import VolledigZaaktype
from eloket.zaken.backends.base.nieuw import (
    NieuwAntwoord,
    NieuwBesluit,
    NieuwDocument,
    NieuweNotitie,
    NieuweOpschorting,
    NieuweStatus,
    NieuweVerlenging,
    NieuweZaak,
    NieuwVerzoek,
    Zaakfilter,
)
from eloket.zaken.backends.base.voortgang import Voortgang
from eloket.zaken.backends.base.werk import (
    Bereik,
    Gebeurtenis,
    NieuweToewijzing,
    Verdeling,
    Werkfilter,
    Werklast,
    Werkstuk,
)
from eloket.zaken.backends.base.zaak import Archiefuitkomst, Besluit, Document, Dossier, Pagina, Verzoek, Zaak

ALLE_ZAKEN = Zaakfilter()
#: A worklist counts and turns its pages no further than this; whoever seeks more narrows the filter.
WERK_MAXIMUM = 10_000


class ZaakBackend(ABC):
    """Where zaken live. Chosen in `ELOKET_ZAKEN`, built once per process with its OPTIONS."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @property
    def in_transaction(self) -> bool:
        """True when a zaak is written in eloket's own database, inside the caller's transaction."""
        return False

    @abstractmethod
    def create_zaak(self, nieuw: NieuweZaak, *, now: datetime) -> Zaak:
        """Open a zaak with its initiator, eigenschappen, relatie and, last of all, its first status.

        Idempotent on `identificatie`: a second call gives the zaak that the first one made, also when the
        outcome of the first stayed unknown. Errors: `ZaakRejected`.
        """

    @abstractmethod
    def get_zaak(self, identificatie: str, *, voor: Identificerend) -> Zaak:
        """The zaak, when `voor` is its initiator.

        Errors: `ZaakNotFound`, for another's zaak as well, and for one that is too confidential to show.
        """

    @abstractmethod
    def list_zaken(
        self, *, voor: Identificerend, page: int, page_size: int, filter: Zaakfilter = ALLE_ZAKEN
    ) -> Pagina[Zaak]:
        """The zaken of which `voor` is the initiator, without those that are too confidential to show.

        A page beyond the last is the last one. A Contact does not identify and is a `TypeError`.
        """

    @abstractmethod
    def list_zaaktypen(self, *, op: date) -> list[VolledigZaaktype]:
        """The zaaktypen valid on that day, one version each, by omschrijving."""

    @abstractmethod
    def get_zaaktype(self, identificatie: str, *, op: date) -> VolledigZaaktype | None:
        """The version valid on that day; None when there is none."""

    @abstractmethod
    def check(self) -> None:
        """Nothing when the register answers. Errors: `RegisterUnavailable`, `RegisterMisconfigured`."""


class Opbouwend(ABC):
    """Ability: opens a zaak in steps, so that its documents are there before it is called complete.

    For a register that is in no transaction of ours. The order is: `begin_zaak`, `add_document` for each, and
    `complete_zaak`. What `voortgang` knows of is not done again; each step is noted as soon as it is done.
    """

    @abstractmethod
    def begin_zaak(self, nieuw: NieuweZaak, *, voortgang: Voortgang, now: datetime) -> Zaak:
        """Open a zaak with its people, eigenschappen and relatie, and without a status.

        Idempotent as `create_zaak`. Errors: `ZaakRejected`.
        """

    @abstractmethod
    def complete_zaak(self, identificatie: str, *, voortgang: Voortgang, now: datetime) -> None:
        """Give it its first status; nothing when it has one. Errors: `ZaakNotFound`."""


class Documenterend(ABC):
    """Ability: takes documents with a zaak, and gives the resident those that are for them."""

    @abstractmethod
    def add_document(self, identificatie: str, nieuw: NieuwDocument, *, now: datetime) -> None:
        """Add a document; idempotent on its id.

        Errors: `ZaakNotFound`; `ZaakRejected`, also for a kind that the zaaktype lacks.
        """

    @abstractmethod
    def list_documenten(self, identificatie: str, *, voor: Identificerend) -> tuple[Document, ...]:
        """The documents of the zaak that its initiator may see, oldest first.

        Finished ones only (definitief, gearchiveerd), meant for the initiator, not internal, not too
        confidential, and no letter of a besluit that was not made known. Errors: `ZaakNotFound`, for
        another's zaak as well.
        """

    @abstractmethod
    def open_document(
        self, identificatie: str, id: str, *, voor: Identificerend
    ) -> tuple[Document, Iterator[bytes]]:
        """One of `list_documenten` and its bytes. Errors: `ZaakNotFound`, `DocumentNotFound`."""


class Controlerend(ABC):
    """Ability: an employee notes that they looked into who somebody says to be."""

    @abstractmethod
    def set_controle(self, identificatie: str, *, klopt: bool, door: str, now: datetime) -> None:
        """Note it for whoever still had to be looked into; again changes nothing. Errors: `ZaakNotFound`."""


class Besluitend(ABC):
    """Ability: tells the resident which besluiten were taken in a zaak."""

    @abstractmethod
    def list_besluiten(self, identificatie: str, *, voor: Identificerend, op: date) -> tuple[Besluit, ...]:
        """The besluiten that were made known on `op` or before, oldest first. Errors: `ZaakNotFound`."""


class Opschortend(ABC):
    """Ability: stops the clock, starts it again, and takes more time."""

    @abstractmethod
    def suspend_zaak(self, identificatie: str, nieuw: NieuweOpschorting, *, now: datetime) -> Zaak:
        """Stop the clock. Errors: `ZaakNotFound`; `ZaakRejected` for a closed zaak, a clock that stands
        still already, a zaaktype that does not allow it, and days that cannot be.
        """

    @abstractmethod
    def resume_zaak(self, identificatie: str, *, tot: date, now: datetime) -> Zaak:
        """Let the clock go on; `tot` is the first day that counts again, at the latest tomorrow.

        The dates of the zaak move by the days that did not count. Errors: `ZaakNotFound`; `ZaakRejected` when
        the clock does not stand still, and for a day before it stopped.
        """

    @abstractmethod
    def extend_zaak(self, identificatie: str, nieuw: NieuweVerlenging, *, now: datetime) -> Zaak:
        """Take more time, once. Errors: `ZaakNotFound`; `ZaakRejected` for a closed zaak, a second time, a
        zaaktype that does not allow it or not for so long, and when the term is over already.
        """


class Beslissend(ABC):
    """Ability: records besluiten."""

    @abstractmethod
    def take_besluit(self, identificatie: str, nieuw: NieuwBesluit, *, now: datetime) -> Besluit:
        """Record a besluit; idempotent on its identificatie. Errors: `ZaakNotFound`; `ZaakRejected` for a
        closed zaak, a besluittype that the zaaktype lacks, a document of another zaak, days that cannot be.
        """

    @abstractmethod
    def announce_besluit(
        self, identificatie: str, besluit: str, *, verzenddatum: date, now: datetime
    ) -> Besluit:
        """Record the bekendmaking, which starts the term for bezwaar; a second call changes nothing.

        `besluit`: its identificatie. Errors: `ZaakNotFound`; `ZaakRejected` for an unknown besluit, and for a
        day before the besluit or after today.
        """


class Aanvullend(ABC):
    """Ability: asks the aanvrager for what is missing, and takes the answer (Awb 4:5 and 4:15)."""

    @abstractmethod
    def request_aanvulling(self, identificatie: str, nieuw: NieuwVerzoek, *, now: datetime) -> Verzoek:
        """Ask, and stop the clock from tomorrow on; idempotent on the id of the verzoek.

        Errors: `ZaakNotFound`; `ZaakRejected` for a closed zaak, a question that is still open, a clock that
        stands still already or may not, an empty or too long question, a last day before tomorrow, and a kind
        of document that the zaaktype lacks or keeps inside.
        """

    @abstractmethod
    def answer_aanvulling(
        self,
        identificatie: str,
        verzoek: str,
        antwoord: NieuwAntwoord,
        *,
        voor: Identificerend,
        now: datetime,
    ) -> Verzoek:
        """Take the answer with its documents; the clock goes on from today (F-17). Late is better than never.

        The same answer again changes nothing. Errors: `ZaakNotFound`, for another's zaak and an unknown
        verzoek as well; `AlBeantwoord` for another answer; `ZaakRejected` for a closed zaak, an answer
        without words and documents, and one that is too long.
        """

    @abstractmethod
    def list_verzoeken(self, identificatie: str, *, voor: Identificerend) -> tuple[Verzoek, ...]:
        """What was asked in this person's zaak, oldest first. Errors: `ZaakNotFound`."""

    @abstractmethod
    def list_verstreken(self, *, op: date, limit: int) -> tuple[str, ...]:
        """Zaken whose clock still stands still while the last day to answer was before `op`, oldest first."""

    @abstractmethod
    def set_verzoek_gezien(self, identificatie: str, verzoek: str, *, door: str, now: datetime) -> None:
        """Note that a colleague looked at how it ended; the first note stands. Errors: `ZaakNotFound`."""


class Zienswijzend(ABC):
    """Ability: asks the aanvrager what they think of what the gemeente wants to decide (Awb 4:7)."""

    @abstractmethod
    def request_zienswijze(self, identificatie: str, *, tot: date, now: datetime) -> Zaak:
        """Ask, up to and including `tot`; another day takes the place of the one before. No clock stops.

        Errors: `ZaakNotFound`; `ZaakRejected` for a closed zaak, and for a day before tomorrow.
        """


class Toewijzend(ABC):
    """Ability: knows who handles a zaak."""

    @abstractmethod
    def assign_zaak(self, identificatie: str, nieuw: NieuweToewijzing, *, now: datetime) -> None:
        """Give the zaak to an employee, and remember who had it. What changes nothing is not remembered.

        Errors: `ZaakNotFound`; `BehandelaarChanged` when somebody else has it by now; `ZaakRejected` for a
        closed zaak and a team that does not exist.
        """

    @abstractmethod
    def get_verdeling(self, identificatie: str) -> Verdeling:
        """Who has it, and what decides who may see it. Errors: `ZaakNotFound`."""

    @abstractmethod
    def list_werklast(self, *, bereik: Bereik, op: date) -> tuple[Werklast, ...]:
        """The open zaken within reach, counted by behandelaar: who has most comes first."""


class Noterend(ABC):
    """Ability: keeps notes that no resident ever sees."""

    @abstractmethod
    def add_notitie(self, identificatie: str, nieuw: NieuweNotitie, *, now: datetime) -> None:
        """Add a note, also to a closed zaak. Errors: `ZaakNotFound`; `ZaakRejected` for an empty one."""


class Behandelend(Opschortend, Aanvullend, Zienswijzend, Beslissend, Toewijzend, Noterend, ABC):
    """Ability: zaken are handled in eloket itself, not in another system.

    These calls are for employees and know no resident: who may call them is the screen's business.
    """

    @abstractmethod
    def list_werkvoorraad(
        self, *, filter: Werkfilter, bereik: Bereik, page: int, page_size: int
    ) -> Pagina[Werkstuk]:
        """Zaken to work on, of those within reach. Beyond `WERK_MAXIMUM` they are not counted, only there."""

    @abstractmethod
    def count_werkvoorraad(self, *, filter: Werkfilter, bereik: Bereik, maximum: int) -> int:
        """How many there are, counted no further than `maximum`."""

    @abstractmethod
    def list_geschiedenis(self, identificatie: str) -> tuple[Gebeurtenis, ...]:
        """What happened to the zaak, the last first. Errors: `ZaakNotFound`."""

    @abstractmethod
    def list_zaaktypenamen(self, *, bereik: Bereik) -> list[tuple[str, str]]:
        """The zaaktypen within reach, by identificatie and name; also those that ended."""

    @abstractmethod
    def list_statusnamen(self, *, bereik: Bereik) -> list[str]:
        """The omschrijvingen of statustypen of zaaktypen within reach, to choose from."""

    @abstractmethod
    def get_dossier(self, identificatie: str) -> Dossier:
        """The zaak with what belongs to it. Errors: `ZaakNotFound`."""

    @abstractmethod
    def get_initiator(self, identificatie: str) -> Partij | None:
        """Whose zaak it is, to reach them; None when the register does not know. No screen shows this.

        Errors: `ZaakNotFound`.
        """

    @abstractmethod
    def open_dossierstuk(self, identificatie: str, id: str) -> tuple[Document, Iterator[bytes]]:
        """A document of this zaak and its bytes, whatever its status. Errors: `DocumentNotFound`."""

    @abstractmethod
    def list_archiefuitkomsten(self, identificatie: str, *, op: date) -> tuple[Archiefuitkomst, ...]:
        """What each resultaattype would mean if the zaak ended on that day. Errors: `ZaakNotFound`."""

    @abstractmethod
    def set_status(self, identificatie: str, nieuw: NieuweStatus, *, now: datetime) -> Zaak:
        """Set a status; the eindstatus also records the resultaat and closes the zaak.

        Errors: `ZaakNotFound`; `StatusChanged` when `huidig` is no longer the current status; `ZaakRejected`
        for a closed zaak, an unknown volgnummer, a moment in the future or one that was used before, and an
        eindstatus without a resultaattype of this zaaktype.
        """
