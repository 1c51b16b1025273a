"""A zaak and what belongs to it, as a screen needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, TypeVar

from eloket.zaken.backends.base.catalogus import Besluittype, Statustype, Tekst, Zaaktype
from eloket.zaken.backends.base.nieuw import Volgorde
from eloket.zaken.backends.base.relatie import Verwant
from eloket.zaken.backends.base.uitstel import Uitstel
from eloket.zaken.regels import Documentstatus, Vertrouwelijkheid
from eloket.zaken.termijnen import Opschorting, Verlenging

T = TypeVar("T")


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
    """A zaak as a screen needs it. `statussen`: oldest first; empty when the register gives none.

    `is_opgeschort`: the clock stands still now; `opschortingen` may be empty all the same, for a register
    that keeps no days. `hersteltermijn`: the last day to answer what was asked.
    `archiefnominatie` and `archiefactiedatum` come with the resultaat. `termijn_vanaf`: see `NieuweZaak`.
    `zienswijze_tot`: up to when the aanvrager may say what they think of it (Awb 4:7); None when not asked.
    """

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
    te_controleren: bool = False  # who somebody says to be; only told to employees
    is_ingekomen: bool = False  # a request to withdraw or an ingebrekestelling waits; on a worklist
    vertrouwelijkheidaanduiding: str = Vertrouwelijkheid.ZAAKVERTROUWELIJK.value
    is_opgeschort: bool = False
    hersteltermijn: date | None = None
    opschortingen: tuple[Opschorting, ...] = ()
    verlengingen: tuple[Verlenging, ...] = ()
    archiefnominatie: str = ""
    archiefactiedatum: date | None = None
    termijn_vanaf: date | None = None
    zienswijze_tot: date | None = None
    bron: str = ""  # where it stands, by its name in `ELOKET_ZAKEN`; empty when there is one register only

    @property
    def status(self) -> Status | None:
        """The current one: that with the latest tijdstip."""
        return self.statussen[-1] if self.statussen else None

    @property
    def naam(self) -> str:
        """What stands above it for the resident. A register describes a zaak in Dutch only, if at all."""
        dutch = self.omschrijving or self.zaaktype.omschrijving_burger.nl or self.zaaktype.omschrijving
        return str(Tekst(dutch or self.identificatie, self.zaaktype.omschrijving_burger.en))

    @property
    def is_open(self) -> bool:
        return self.einddatum is None


@dataclass(frozen=True, slots=True)
class Archiefuitkomst:
    """What closing with this resultaat would mean. `nominatie` is empty when nobody said it.

    `datum`: when it is destroyed or handed over, None when only a person can tell. `bezwaar`: why closing
    with it cannot be done yet, or "".
    """

    resultaat: str
    nominatie: str = ""
    datum: date | None = None
    bezwaar: str = ""


@dataclass(frozen=True, slots=True)
class Betrokkene:
    """Somebody with a rol in a zaak; never the number of a person, which stays where it is encrypted.

    `naam` as the login told it, `hoedanigheid` as what they act (`lib.hoedanigheid`). `kvk`: what a
    vereniging says its number is. `controle`: "", "open", "klopt" or "klopt_niet", by whom and when.
    """

    rol: str
    soort: str
    naam: str = field(default="", repr=False)
    hoedanigheid: str = ""
    kvk: str = field(default="", repr=False)
    controle: str = ""
    gecontroleerd_door: str = ""
    gecontroleerd_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a zaak, without its bytes. `omvang` in bytes.

    `tonen_aan_initiator` alone does not open it for the resident: its status, its type and its
    vertrouwelijkheidaanduiding must allow it too.
    """

    id: str
    titel: str = field(repr=False)
    formaat: str
    omvang: int
    informatieobjecttype: str
    status: str = Documentstatus.DEFINITIEF.value
    vertrouwelijkheidaanduiding: str = Vertrouwelijkheid.ZAAKVERTROUWELIJK.value
    tonen_aan_initiator: bool = False
    registratiedatum: date | None = None


@dataclass(frozen=True, slots=True)
class Besluit:
    """A decision in a zaak. `verzenddatum`: the day of bekendmaking, None before that.

    `uiterlijke_reactiedatum`: the last day for bezwaar; None when there is no bezwaar or no bekendmaking yet.
    `document`: the id of a document of the zaak, or empty.
    """

    identificatie: str
    omschrijving: Tekst
    datum: date
    ingangsdatum: date
    vervaldatum: date | None
    verzenddatum: date | None
    uiterlijke_reactiedatum: date | None
    toelichting: str = field(default="", repr=False)
    document: str = ""
    uitstel: tuple[Uitstel, ...] = ()  # how an outage moved the last day for bezwaar


@dataclass(frozen=True, slots=True)
class Notitie:
    """What a colleague wrote about a zaak, for colleagues only."""

    tekst: str = field(repr=False)
    door: str
    geschreven_op: datetime


@dataclass(frozen=True, slots=True)
class Verzoek:
    """What the gemeente asked the aanvrager for, and the answer.

    `hersteltermijn`: the last day to answer. `beantwoord_op`: None as long as there is no answer.
    `documenten`: ids of the documents that came with it. `informatieobjecttype`: the kind that was asked for,
    may be empty. `door`: who asked, empty for a resident. `is_gezien`: a colleague looked at how it ended.
    """

    id: str
    vraag: str = field(repr=False)
    gevraagd_op: date
    hersteltermijn: date
    informatieobjecttype: str = ""
    antwoord: str = field(default="", repr=False)
    beantwoord_op: datetime | None = None
    documenten: tuple[str, ...] = ()
    door: str = ""
    is_gezien: bool = False
    uitstel: tuple[Uitstel, ...] = ()  # how an outage moved the last day to answer

    @property
    def is_beantwoord(self) -> bool:
        return self.beantwoord_op is not None

    def is_verstreken(self, vandaag: date) -> bool:
        """True when the last day to answer has passed without an answer."""
        return not self.is_beantwoord and vandaag > self.hersteltermijn

    def wants_attention(self, vandaag: date) -> bool:
        """True when there is an answer, or none in time, that no colleague looked at yet."""
        return not self.is_gezien and (self.is_beantwoord or self.is_verstreken(vandaag))


@dataclass(frozen=True, slots=True)
class Dossier:
    """A zaak as the behandelaar sees it. `behandelaar`: a login name, empty when nobody has it.

    `betreft`: the zaken that this one is about; `ingekomen`: those about this one, oldest first.
    """

    zaak: Zaak
    betrokkenen: tuple[Betrokkene, ...]
    eigenschappen: Mapping[str, str] = field(repr=False)
    documenten: tuple[Document, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    notities: tuple[Notitie, ...] = ()
    behandelaar: str = ""
    besluittypen: tuple[Besluittype, ...] = ()
    informatieobjecttypen: tuple[str, ...] = ()
    betreft: tuple[Verwant, ...] = ()
    ingekomen: tuple[Verwant, ...] = ()
    verzoeken: tuple[Verzoek, ...] = ()
    intern: frozenset[str] = frozenset()  # informatieobjecttypen that no resident sees


@dataclass(frozen=True, slots=True)
class Pagina(Generic[T]):
    """One page of a list; `page` counts from 1.

    `volgorde`: how it is sorted where the register could not do what was asked.
    """

    items: tuple[T, ...]
    page: int
    page_size: int
    total: int
    volgorde: Volgorde | None = None

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.page_size))

    @property
    def previous(self) -> int | None:
        return self.page - 1 if self.page > 1 else None

    @property
    def next(self) -> int | None:
        return self.page + 1 if self.page < self.pages else None
