"""Name and address of the business that comes, by its number, where there is a source to ask."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from eloket.lib.partij import Kvk
from eloket.personen.services import (
    Aanleiding,
    Adressoort,
    Bron,
    PersonenbronError,
    PersoonNotFound,
    Registeradres,
    find_bedrijf,
    list_bronnen,
)

AFDELING = "Klantcontactcentrum"  # what a business reads of an employee who looked it up


class Uitkomst(StrEnum):
    GEVONDEN = "gevonden"
    ONBEKEND = "onbekend"  # no such number, or it ended
    STORING = "storing"  # no source, or it does not answer


@dataclass(frozen=True, slots=True)
class Opgezocht:
    """What the Handelsregister says; the address is empty when it is shielded, abroad or in words only."""

    uitkomst: Uitkomst
    naam: str = ""
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""

    def tell(self) -> str:
        """Name and address in one line."""
        street, town = f"{self.straat} {self.huisnummer}", f"{self.postcode} {self.plaats}"
        return ", ".join([self.naam, street, town] if self.adresvakken else [self.naam])

    @property
    def adresvakken(self) -> dict[str, str]:
        """The address by box; empty for none."""
        parts = {
            "straat": self.straat,
            "huisnummer": self.huisnummer,
            "postcode": self.postcode,
            "plaats": self.plaats,
        }
        return parts if all(parts.values()) else {}


def has_bedrijvenbron() -> bool:
    """Whether there is anybody to ask, so that a page need not offer what cannot be."""
    try:
        return Bron.KVK in list_bronnen()
    except PersonenbronError:
        return False


def look_up_bedrijf(kvk: Kvk, *, voor: str, door: str = "", now: datetime) -> Opgezocht:
    """Ask once. Never an error: without an answer people type it themselves.

    `voor`: what the afspraak is for, in words. `door`: the login name of an employee, "" for who comes.
    """
    aanleiding = Aanleiding(f"Afspraak: {voor}", door, AFDELING if door else "")
    try:
        bedrijf = find_bedrijf(kvk, aanleiding=aanleiding, now=now)
    except PersoonNotFound:
        return Opgezocht(Uitkomst.ONBEKEND)
    except PersonenbronError:
        return Opgezocht(Uitkomst.STORING)
    if bedrijf.opgeheven:
        return Opgezocht(Uitkomst.ONBEKEND)
    return Opgezocht(Uitkomst.GEVONDEN, bedrijf.naam, **_read_adres(bedrijf.adres))


def _read_adres(adres: Registeradres | None) -> dict[str, str]:
    if adres is None or adres.soort != Adressoort.BINNENLAND or not adres.huisnummer:
        return {}
    postcode = adres.postcode.replace(" ", "")
    return {
        "straat": adres.straat,
        "huisnummer": f"{adres.huisnummer}{adres.toevoeging}",
        "postcode": f"{postcode[:4]} {postcode[4:]}",
        "plaats": adres.woonplaats,
    }
