"""What goes into a register."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from eloket.lib.partij import Partij

# Field lengths of ZGW; every register behind the port keeps to them.
IDENTIFICATIE_LENGTE = 40
OMSCHRIJVING_LENGTE = 80
TOELICHTING_LENGTE = 1000


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
    the belanghebbende says to be. Names as a login or a register told them; may be empty.
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

    `titel` is a file name, `formaat` a media type; `informatieobjecttype` may be empty.
    """

    id: str
    titel: str = field(repr=False)
    formaat: str
    informatieobjecttype: str
    open: Callable[[], Iterator[bytes]] = field(repr=False)
