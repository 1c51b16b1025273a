"""Where the holder of a product lives now, beside the door and the zone for which they got it."""

from datetime import datetime
from enum import StrEnum

from eloket.lib.versleuteling import keyed_hashes
from eloket.personen.services import Aanleiding, Adressoort, PersonenbronError, Registeradres
from eloket.uitgifte.claims import CLAIMTYPEN, Vorm
from eloket.uitgifte.models import UitgegevenProduct
from eloket.uitgifte.services.feiten import ask_adres, write_adres
from eloket.uitgifte.services.zones import find_zone


class Woonplek(StrEnum):
    """Unknown is not moved: also a secret address, one under investigation, a door that we never knew."""

    ZELFDE = "zelfde"  # the same door
    ANDERE_DEUR = "andere_deur"  # in the same zone, or nobody can tell in which
    ELDERS = "elders"
    ONBEKEND = "onbekend"


def find_woonplek(row: UitgegevenProduct, *, doel: str, now: datetime) -> Woonplek:
    """As the basisregistratie has it now; a source that gives no answer is unknown. The look-up is noted."""
    try:
        return ask_woonplek(row, doel=doel, now=now)
    except PersonenbronError:
        return Woonplek.ONBEKEND


def ask_woonplek(row: UitgegevenProduct, *, doel: str, now: datetime) -> Woonplek:
    """The same. Errors: `PersonenbronError`."""
    if not row.adres_sleutel:
        return Woonplek.ONBEKEND
    adres = ask_adres(row.partij, Aanleiding(doel), now)
    return Woonplek.ONBEKEND if adres is None else _compare(row, adres)


def _compare(row: UitgegevenProduct, adres: Registeradres) -> Woonplek:
    if adres.soort == Adressoort.BUITENLAND:
        return Woonplek.ELDERS
    if adres.briefadres or not adres.huisnummer or not adres.postcode:
        return Woonplek.ONBEKEND
    parts = {"postcode": adres.postcode, "huisnummer": adres.huisnummer, "toevoeging": adres.toevoeging}
    if row.adres_sleutel in keyed_hashes(f"adres:{write_adres(parts)}"):
        return Woonplek.ZELFDE
    return _compare_zone(row, find_zone(adres.postcode, adres.huisnummer))


def _compare_zone(row: UitgegevenProduct, zone: str | None) -> Woonplek:
    """Of another door; `zone` None: nobody set any zones."""
    if zone is None or CLAIMTYPEN[row.claimtype].veld(Vorm.ZONE) is None:
        return Woonplek.ANDERE_DEUR
    return Woonplek.ANDERE_DEUR if zone == row.gebied else Woonplek.ELDERS
