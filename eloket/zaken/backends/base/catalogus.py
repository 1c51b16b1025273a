"""What kinds of zaak there are, as a screen needs it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from eloket.lib.tekst import in_language
from eloket.zaken.termijnen import Termijnbron


@dataclass(frozen=True, slots=True)
class Tekst:
    """Words for the resident. A register that knows one language leaves `en` empty."""

    nl: str
    en: str = ""

    def __str__(self) -> str:
        return in_language(self.nl, self.en, get_language() or "nl")


@dataclass(frozen=True, slots=True)
class Statustype:
    """One step of a zaaktype; `statustekst` tells the resident what happens in it.

    `informeren`: whether the resident gets a message when a zaak comes into this step.
    """

    volgnummer: int
    omschrijving: Tekst
    statustekst: Tekst
    is_eind: bool
    informeren: bool = True


@dataclass(frozen=True, slots=True)
class Resultaattype:
    """How a zaak can end; `archiefnominatie` is empty when nobody has said it yet."""

    omschrijving: Tekst
    archiefnominatie: str = ""
    archiefactietermijn: str = ""


@dataclass(frozen=True, slots=True)
class Roltype:
    """A part somebody can have; `generiek` is the omschrijvingGeneriek of ZGW."""

    omschrijving: str
    generiek: str


@dataclass(frozen=True, slots=True)
class Besluittype:
    """A decision that can be taken; `reactietermijn` (ISO 8601) is empty when no bezwaar is possible."""

    omschrijving: Tekst
    reactietermijn: str


@dataclass(frozen=True, slots=True)
class Zaaktype:
    """One version of a zaaktype, as far as its zaken show it.

    Durations are ISO 8601 (`P8W`); statustypen stand in order of volgnummer. A register that does not know
    where a term comes from leaves `termijnbron` at the law. `dwangsom_mogelijk`: whether being late can cost
    the gemeente money (Awb 4:17), as with a besluit op aanvraag and not with a klacht.
    """

    identificatie: str
    omschrijving: str
    omschrijving_burger: Tekst
    begin_geldigheid: date
    doorlooptijd: str
    servicenorm: str
    vertrouwelijkheidaanduiding: str
    statustypen: tuple[Statustype, ...]
    resultaattypen: tuple[Resultaattype, ...]
    termijnbron: Termijnbron = Termijnbron.WET
    atw_van_toepassing: bool = False
    grondslag: str = ""
    opschorting_mogelijk: bool = True
    verlenging_mogelijk: bool = False
    verlengingstermijn: str = ""
    dwangsom_mogelijk: bool = True


@dataclass(frozen=True, slots=True)
class VolledigZaaktype(Zaaktype):
    """A zaaktype with all that the catalogus holds: what a form or a behandelaar chooses from."""

    eigenschappen: tuple[str, ...] = ()
    informatieobjecttypen: tuple[str, ...] = ()
    roltypen: tuple[Roltype, ...] = ()
    besluittypen: tuple[Besluittype, ...] = ()
