"""Does what was decided once still hold? Asked again before a product is renewed or gets another kenteken.

Only what can have changed is looked up: where the holder lives, and whose the car is. What is not certain an
employee looks at, never a refusal by machine (AVG art. 22).
"""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from eloket.uitgifte.beslisregels import Uitslag
from eloket.uitgifte.beslisregels.adres import AdresInZone, WoontOpAdres
from eloket.uitgifte.beslisregels.kenteken import UITLEG, UITSLAG, KentekenVanAanvrager
from eloket.uitgifte.claims import CLAIMTYPEN, Vorm
from eloket.uitgifte.models import Levering, Productsoort, UitgegevenProduct
from eloket.uitgifte.services.feiten import ask_tenaamstelling
from eloket.uitgifte.services.gegevens import UitgifteError
from eloket.uitgifte.services.woonplek import Woonplek, find_woonplek

ADRESREGELS = frozenset({AdresInZone.naam, WoontOpAdres.naam})


class MedewerkerNodig(UitgifteError):
    """The counter may not decide this by itself. `redenen`: why, in words for the holder."""

    def __init__(self, redenen: list[str]) -> None:
        super().__init__("; ".join(redenen))
        self.redenen = redenen


def require_unchanged(row: UitgegevenProduct, *, now: datetime) -> None:
    """Before it is renewed. Asks other systems: hold no transaction. Errors: `MedewerkerNodig`."""
    _require_rules(row.soort)
    redenen = [*_doubt_adres(row, now=now), *_doubt_kenteken(row, row.claims)]
    if redenen:
        raise MedewerkerNodig(redenen)


def require_kenteken(row: UitgegevenProduct, claims: Mapping[str, str]) -> None:
    """Before the kenteken of `claims` comes on it. As above."""
    _require_rules(row.soort)
    if redenen := _doubt_kenteken(row, claims):
        raise MedewerkerNodig(redenen)


def is_of_adres(soort: Productsoort) -> bool:
    """Is it for who lives somewhere?"""
    return bool(ADRESREGELS & _names(soort))


def _require_rules(soort: Productsoort) -> None:
    """As with the aanvraag: without rules only a person decides."""
    if soort.levering != Levering.DIRECT or not soort.regels:
        raise MedewerkerNodig([_("Een medewerker beslist hierover.")])


def _names(soort: Productsoort) -> set[str]:
    return {each.regel.naam for each in soort.regels}


def _doubt_adres(row: UitgegevenProduct, *, now: datetime) -> list[str]:
    if not is_of_adres(row.soort):
        return []
    found = find_woonplek(row, doel=_("Verlengen van uw %(naam)s") % {"naam": row.soort.naam}, now=now)
    if found == Woonplek.ZELFDE:
        return []
    if found == Woonplek.ONBEKEND:
        return [_("Wij konden niet zien op welk adres u nu staat ingeschreven.")]
    return [_("U staat niet meer ingeschreven op het adres waarvoor u dit kreeg.")]


def _doubt_kenteken(row: UitgegevenProduct, claims: Mapping[str, str]) -> list[str]:
    veld = CLAIMTYPEN[row.claimtype].veld(Vorm.KENTEKEN)
    if veld is None or KentekenVanAanvrager.naam not in _names(row.soort):
        return []
    found = ask_tenaamstelling(claims[veld.naam], row.partij)
    return [] if UITSLAG[found] == Uitslag.GOED else [str(UITLEG[found])]
