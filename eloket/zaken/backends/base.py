"""The port of the zaakregister, in the ZGW information model.

One ABC that fits two screens; what only some registers can do is an ABC of its own (`Behandelend`). Nothing
here needs a ZGW address or a synchronous answer, so that a StUF-ZKN backend fits as well.

Errors are four, and each method may raise the first two: `RegisterUnavailable` (temporary: try later),
`RegisterMisconfigured` (a person must set something right), `ZaakRejected` (the register refuses, with
reasons), `ZaakNotFound` (not there, or not yours: the same answer).
An outage is an error and never an empty list.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar, Generic, TypeVar

from django.utils.translation import get_language

from eloket.lib.partij import Identificerend, Partij
from eloket.lib.tekst import in_language

T = TypeVar("T")

# Field lengths of ZGW; every register behind the port keeps to them.
IDENTIFICATIE_LENGTE = 40
OMSCHRIJVING_LENGTE = 80
TOELICHTING_LENGTE = 1000


class RegisterError(Exception):
    """Whatever goes wrong between eloket and the zaakregister."""


class RegisterUnavailable(RegisterError):
    """Temporary: down, too slow, or overloaded. The same call may succeed later."""


class RegisterMisconfigured(RegisterError):
    """Trying again will not help: an address, a secret or a right is wrong."""


class ZaakRejected(RegisterError):
    """The register refuses this, and says why."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


class StatusChanged(ZaakRejected):
    """Somebody else set a status since this screen was opened."""


class ZaakNotFound(RegisterError):
    """There is no such zaak, or it is not this person's: nobody can tell which."""


class DocumentNotFound(RegisterError):
    """There is no such document with this zaak."""


@dataclass(frozen=True, slots=True)
class Tekst:
    """Words for the resident. A register that knows one language leaves `en` empty."""

    nl: str
    en: str = ""

    def __str__(self) -> str:
        return in_language(self.nl, self.en, get_language() or "nl")


@dataclass(frozen=True, slots=True)
class Medewerker:
    """An employee who enters something for somebody else; `identificatie` is the login name (≤ 24 in ZGW)."""

    identificatie: str


@dataclass(frozen=True, slots=True)
class Statustype:
    """One step of a zaaktype; `statustekst` tells the resident what happens in it."""

    volgnummer: int
    omschrijving: Tekst
    statustekst: Tekst
    is_eind: bool


@dataclass(frozen=True, slots=True)
class Resultaattype:
    omschrijving: Tekst


@dataclass(frozen=True, slots=True)
class Zaaktype:
    """One version of a zaaktype. Durations are ISO 8601 (`P8W`); statustypen stand in order of volgnummer."""

    identificatie: str
    omschrijving: str
    omschrijving_burger: Tekst
    begin_geldigheid: date
    doorlooptijd: str
    servicenorm: str
    vertrouwelijkheidaanduiding: str
    statustypen: tuple[Statustype, ...]
    resultaattypen: tuple[Resultaattype, ...]
    eigenschappen: tuple[str, ...]
    informatieobjecttypen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """A statustype that was set. `id` is the register's own and tells one status from the next."""

    id: str
    statustype: Statustype
    gezet_op: datetime
    toelichting: str
    door: str = ""


@dataclass(frozen=True, slots=True)
class Resultaat:
    omschrijving: Tekst
    toelichting: str


@dataclass(frozen=True, slots=True)
class Zaak:
    """A zaak as a screen needs it. `statussen`: oldest first; empty when the register gives none."""

    identificatie: str
    omschrijving: str
    zaaktype: Zaaktype
    startdatum: date
    registratiedatum: date
    einddatum_gepland: date | None
    uiterlijke_einddatum_afdoening: date | None
    einddatum: date | None
    statussen: tuple[Status, ...]
    resultaat: Resultaat | None
    kanaal: str
    email: str = field(default="", repr=False)
    taal: str = "nl"

    @property
    def status(self) -> Status | None:
        """The current one: that with the latest tijdstip."""
        return self.statussen[-1] if self.statussen else None

    @property
    def naam(self) -> str:
        """What stands above it for the resident. A register describes a zaak in Dutch only."""
        return str(Tekst(self.omschrijving, self.zaaktype.omschrijving_burger.en))

    @property
    def is_open(self) -> bool:
        return self.einddatum is None


@dataclass(frozen=True, slots=True)
class NieuweZaak:
    """What is needed to open a zaak.

    `zaaktype`: its identificatie, empty for the default. `belanghebbende`: whose zaak it is (the initiator of
    ZGW); None when the reporter gave nothing. `handelende`: who filled it in when that was somebody else.
    `niveau`: betrouwbaarheidsniveau of the login. `email`: where news of the zaak goes; may be empty.
    """

    identificatie: str
    omschrijving: str
    startdatum: date
    zaaktype: str = ""
    belanghebbende: Partij | None = None
    handelende: Partij | Medewerker | None = None
    niveau: int = 0
    machtiging: str = ""
    kanaal: str = "website"
    eigenschappen: Mapping[str, str] = field(default_factory=dict, repr=False)
    email: str = field(default="", repr=False)
    taal: str = "nl"


@dataclass(frozen=True, slots=True)
class NieuweStatus:
    """A status to set. `resultaat` names the resultaattype when this is the eindstatus.

    `huidig`: the id of the status that the screen showed; empty to set it whatever happened since.
    """

    volgnummer: int
    gezet_op: datetime
    toelichting: str = ""
    resultaat: str = ""
    door: str = ""
    huidig: str = ""


@dataclass(frozen=True, slots=True)
class Betrokkene:
    """Somebody with a rol in a zaak; never a name or number, which stay where they are encrypted."""

    rol: str
    soort: str


@dataclass(frozen=True, slots=True)
class NieuwDocument:
    """A file to add to a zaak. `id`: a uuid of whoever hands it in; `open` gives its bytes, once per call.

    `titel` is a file name, `formaat` a media type; `informatieobjecttype` may be empty.
    """

    id: str
    titel: str = field(repr=False)
    formaat: str
    informatieobjecttype: str
    open: Callable[[], Iterator[bytes]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a zaak, without its bytes. `omvang` in bytes."""

    id: str
    titel: str = field(repr=False)
    formaat: str
    omvang: int
    informatieobjecttype: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A zaak as the behandelaar sees it."""

    zaak: Zaak
    betrokkenen: tuple[Betrokkene, ...]
    eigenschappen: Mapping[str, str] = field(repr=False)
    documenten: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Pagina(Generic[T]):
    """One page of a list; `page` counts from 1."""

    items: tuple[T, ...]
    page: int
    page_size: int
    total: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.page_size))

    @property
    def previous(self) -> int | None:
        return self.page - 1 if self.page > 1 else None

    @property
    def next(self) -> int | None:
        return self.page + 1 if self.page < self.pages else None


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
