"""What an issued product says: typed claims, the one source for the PDF, the pages and the API.

A claimtype has a name that stays the same for ever; another meaning is another number. What may stand on the
page that everybody can read is told here, once: a redacteur chooses among it and can add nothing.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LENGTE = 500
KENTEKEN = re.compile(r"[A-Z0-9]{2,12}")
ZONE = re.compile(r"[A-Z0-9-]{1,20}")


class InvalidClaims(ValueError):
    """Names of fields that are missing, unknown or of another form."""


class Vorm(StrEnum):
    TEKST = "tekst"
    NAAM = "naam"  # of whom it is: text, and found by it
    DATUM = "datum"
    MOMENT = "moment"
    KENTEKEN = "kenteken"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Claimveld:
    """One thing that is said. `toonbaar`: may stand on the page for everybody."""

    naam: str
    label: "_StrPromise"
    vorm: Vorm = Vorm.TEKST
    verplicht: bool = True
    toonbaar: bool = False


@dataclass(frozen=True, slots=True)
class Claimtype:
    """A kind of claims: its name in JSON and on a screen, and its fields in the order of the document.

    `einde`: the field that tells when a product of this type is over, "" when the soort tells it.
    """

    naam: str
    label: "_StrPromise"
    velden: tuple[Claimveld, ...]
    einde: str = ""

    def veld(self, vorm: Vorm) -> Claimveld | None:
        """The field of this form, such as the kenteken, if there is one."""
        return next((veld for veld in self.velden if veld.vorm == vorm), None)

    @property
    def toonbaar(self) -> tuple[Claimveld, ...]:
        return tuple(veld for veld in self.velden if veld.toonbaar)


CLAIMTYPEN: dict[str, Claimtype] = {
    each.naam: each
    for each in (
        Claimtype(
            "urn:eloket:parkeervergunning:1",
            _("parkeervergunning"),
            (
                Claimveld("kenteken", _("Kenteken"), Vorm.KENTEKEN),
                Claimveld("zone", _("Zone"), Vorm.ZONE, toonbaar=True),
                Claimveld("naam", _("Op naam van"), Vorm.NAAM, verplicht=False),
                Claimveld("adres", _("Adres"), verplicht=False),
            ),
        ),
        Claimtype(
            "urn:eloket:evenementenvergunning:1",
            _("evenementenvergunning"),
            (
                Claimveld("evenement", _("Evenement"), toonbaar=True),
                Claimveld("plaats", _("Waar"), toonbaar=True),
                Claimveld("begin", _("Begint"), Vorm.MOMENT, toonbaar=True),
                Claimveld("eind", _("Eindigt"), Vorm.MOMENT, toonbaar=True),
                Claimveld("organisator", _("Organisator"), Vorm.NAAM, verplicht=False),
                Claimveld("voorwaarden", _("Voorwaarden"), verplicht=False),
            ),
            einde="eind",
        ),
        Claimtype(
            "urn:eloket:uittreksel:1",
            _("uittreksel"),
            (
                Claimveld("stand", _("Stand van zaken op"), Vorm.DATUM, toonbaar=True),
                Claimveld("naam", _("Naam"), Vorm.NAAM),
                Claimveld("geboortedatum", _("Geboortedatum"), Vorm.DATUM, verplicht=False),
                Claimveld("adres", _("Adres"), verplicht=False),
                Claimveld("sinds", _("Woont hier sinds"), Vorm.DATUM, verplicht=False),
            ),
        ),
    )
}


def clean_claims(claimtype: str, claims: Mapping[str, object]) -> dict[str, str]:
    """The claims in the form in which they are kept, without what is empty. Errors: `InvalidClaims`."""
    if claimtype not in CLAIMTYPEN:
        raise InvalidClaims(f"onbekend claimtype {claimtype}")
    velden = {veld.naam: veld for veld in CLAIMTYPEN[claimtype].velden}
    wrong = set(claims) - set(velden)
    kept: dict[str, str] = {}
    for naam, veld in velden.items():
        try:
            value = _clean(veld.vorm, claims.get(naam))
        except ValueError:
            wrong.add(naam)
            continue
        if value:
            kept[naam] = value
        elif veld.verplicht:
            wrong.add(naam)
    if wrong:
        raise InvalidClaims(", ".join(sorted(wrong)))
    return kept


def clean_kenteken(typed: str) -> str:
    """As it is kept: capitals and digits. Errors: `ValueError` when it cannot be one."""
    kenteken = re.sub(r"[\s-]", "", typed).upper()
    if not KENTEKEN.fullmatch(kenteken):
        raise ValueError("geen kenteken")
    return kenteken


def clean_zone(typed: str) -> str:
    """As it is kept. Errors: `ValueError` when it cannot be one."""
    zone = typed.strip().upper()
    if not ZONE.fullmatch(zone):
        raise ValueError("geen zone")
    return zone


def naam_tekst(naam: str) -> str:
    """What a name is hashed by: the same with or without capitals, accents and double spaces."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", naam) if not unicodedata.combining(sign))
    return f"naam:{' '.join(plain.casefold().split())}"


def _clean(vorm: Vorm, value: object) -> str:
    if value is None or value == "":
        return ""
    if vorm == Vorm.KENTEKEN:
        return clean_kenteken(str(value))
    if vorm == Vorm.ZONE:
        return clean_zone(str(value))
    if vorm == Vorm.DATUM:
        return (value if isinstance(value, date) else date.fromisoformat(str(value))).isoformat()
    if vorm == Vorm.MOMENT:
        return _clean_moment(value if isinstance(value, datetime) else datetime.fromisoformat(str(value)))
    return _clean_text(value)


def _clean_moment(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("een moment zonder tijdzone")
    return moment.isoformat(timespec="minutes")


def _clean_text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LENGTE:
        raise ValueError("geen tekst, of te lang")
    return "".join(sign for sign in value if sign.isprintable() or sign == "\n").strip()
