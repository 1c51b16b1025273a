"""What goes into a register."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from eloket.lib.partij import Partij
from eloket.zaken.backends.base.relatie import Relatie
from eloket.zaken.regels import Documentstatus, Vertrouwelijkheid

# Field lengths of ZGW; every register behind the port keeps to them.
IDENTIFICATIE_LENGTE = 40
OMSCHRIJVING_LENGTE = 80
TOELICHTING_LENGTE = 1000
REDEN_LENGTE = 200
BESLUIT_LENGTE = 50
VRAAG_LENGTE = 2000
ANTWOORD_LENGTE = 4000


@dataclass(frozen=True, slots=True)
class Medewerker:
    """An employee who enters something for somebody else; `identificatie` is the login name (≤ 24 in ZGW)."""

    identificatie: str


@dataclass(frozen=True, slots=True)
class NieuweZaak:
    """What is needed to open a zaak.

    `zaaktype`: its identificatie, empty for the default. `belanghebbende`: whose zaak it is (the initiator of
    ZGW); None when the reporter gave nothing. `handelende`: who filled it in when that was somebody else.
    `niveau`: betrouwbaarheidsniveau of the login. `email`: where news of the zaak goes; may be empty.
    `hoedanigheid` (`lib.hoedanigheid`): as what the handelende acts. `te_controleren`: nobody vouched for who
    the belanghebbende says to be, or that the handelende may act for them. Names as a login or a register
    told them; may be empty.
    `relatie`: the zaak that this one is about. `termijn_vanaf`: the day that the legal term counts from when
    that is later than the startdatum: for a bezwaar the last day to object (Awb 7:10).
    """

    identificatie: str
    omschrijving: str
    startdatum: date
    zaaktype: str = ""
    belanghebbende: Partij | None = None
    handelende: Partij | Medewerker | None = None
    niveau: int = 0
    machtiging: str = ""
    hoedanigheid: str = ""
    te_controleren: bool = False
    belanghebbende_naam: str = field(default="", repr=False)
    handelende_naam: str = field(default="", repr=False)
    kanaal: str = "website"
    eigenschappen: Mapping[str, str] = field(default_factory=dict, repr=False)
    email: str = field(default="", repr=False)
    taal: str = "nl"
    relatie: Relatie | None = None
    termijn_vanaf: date | None = None

    def list_too_long(self) -> list[str]:
        """Which of its texts no register takes, in words; [] when all fit."""
        reasons = []
        if not 0 < len(self.identificatie) <= IDENTIFICATIE_LENGTE:
            reasons.append(f"identificatie: 1 tot {IDENTIFICATIE_LENGTE} tekens")
        if len(self.omschrijving) > OMSCHRIJVING_LENGTE:
            reasons.append(f"omschrijving: ten hoogste {OMSCHRIJVING_LENGTE} tekens")
        return reasons


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
class NieuwDocument:
    """A file to add to a zaak. `id`: a uuid of whoever hands it in; `open` gives its bytes, once per call.

    `titel` is a file name, `formaat` a media type; `informatieobjecttype` may be empty. The resident sees it
    only when `tonen_aan_initiator` says so, and its status and vertrouwelijkheidaanduiding allow it.
    """

    id: str
    titel: str = field(repr=False)
    formaat: str
    informatieobjecttype: str
    open: Callable[[], Iterator[bytes]] = field(repr=False)
    status: str = Documentstatus.DEFINITIEF.value
    vertrouwelijkheidaanduiding: str = Vertrouwelijkheid.ZAAKVERTROUWELIJK.value
    tonen_aan_initiator: bool = False


@dataclass(frozen=True, slots=True)
class NieuweOpschorting:
    """The clock stops: `van` is the first day that does not count, the day after the request (Awb 4:15).

    `hersteltermijn`: the last day on which the aanvrager can answer; None when nothing is asked of them.
    """

    van: date
    reden: str
    hersteltermijn: date | None = None
    door: str = ""


@dataclass(frozen=True, slots=True)
class NieuwVerzoek:
    """To ask the aanvrager for what is missing (Awb 4:5). The clock stands still from the day after it.

    `id`: a uuid of whoever asks, so that the same one twice is one verzoek. `vraag`: what is missing, in
    plain words that the resident reads. `hersteltermijn`: the last day to answer. `informatieobjecttype`: the
    kind of document that is asked for, one of the zaaktype; may be empty. `door`: the employee's name.
    """

    id: str
    vraag: str = field(repr=False)
    hersteltermijn: date
    informatieobjecttype: str = ""
    door: str = ""


@dataclass(frozen=True, slots=True)
class NieuwAntwoord:
    """What the aanvrager answers: words, documents, or both. Each document has an id of its own."""

    tekst: str = field(default="", repr=False)
    documenten: tuple[NieuwDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class NieuweVerlenging:
    """More time. `duur` is ISO 8601; `op` the day on which the aanvrager was told."""

    duur: str
    reden: str
    op: date
    door: str = ""


@dataclass(frozen=True, slots=True)
class NieuwBesluit:
    """A decision to record. `identificatie` is the caller's, so that the same one twice is one besluit.

    `besluittype`: the omschrijving of one of the zaaktype. `verzenddatum`: the day of bekendmaking; None
    keeps it inside. `document`: the id of a document of this zaak, or empty.
    """

    identificatie: str
    besluittype: str
    datum: date
    ingangsdatum: date
    vervaldatum: date | None = None
    verzenddatum: date | None = None
    toelichting: str = field(default="", repr=False)
    document: str = ""
    door: str = ""


@dataclass(frozen=True, slots=True)
class NieuweNotitie:
    """For colleagues only. `door`: the employee's name."""

    tekst: str = field(repr=False)
    door: str


class Volgorde(StrEnum):
    """How a resident's list is sorted."""

    OPEN_EERST = "open"  # and then the newest
    NIEUWSTE = "nieuwste"
    OUDSTE = "oudste"


@dataclass(frozen=True, slots=True)
class Zaakfilter:
    """Which of a resident's zaken. `zoek`: part of the number or the omschrijving, in any case.

    `open_zaken`: True for open ones, False for closed ones, None for both. `identificaties`: only those with
    one of these numbers, which may be none; None for all.
    """

    zoek: str = ""
    open_zaken: bool | None = None
    volgorde: Volgorde = Volgorde.OPEN_EERST
    identificaties: frozenset[str] | None = None
