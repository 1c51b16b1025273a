"""What kinds of zaak there are, as a screen needs it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from eloket.lib.tekst import in_language


@dataclass(frozen=True, slots=True)
class Tekst:
    """Words for the resident. A register that knows one language leaves `en` empty."""

    nl: str
    en: str = ""

    def __str__(self) -> str:
        return in_language(self.nl, self.en, get_language() or "nl")


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
