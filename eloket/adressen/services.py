"""The door of adressen: which address belongs to this postcode and huisnummer?

An outage is `AdresBronUnavailable` and never "no such address": a form then lets people type street and place
themselves. Nobody waits longer than the backend's deadline, and during an outage hardly anybody waits at all
(`lib.zekering`). The same house asked twice in a day costs one call.
"""

import re
from dataclasses import asdict

import structlog
from django.core.cache import cache

from eloket.adressen.backends import get_backend
from eloket.adressen.backends.base import Adres, AdresBronMisconfigured, AdresBronUnavailable
from eloket.lib.zekering import Zekering

__all__ = [
    "Adres",
    "AdresBronMisconfigured",
    "AdresBronUnavailable",
    "MeerAdressen",
    "find_adres",
    "list_adressen",
]

log = structlog.get_logger()
zekering = Zekering("adressen")

KEEP_SECONDS = 24 * 60 * 60
KEEP_NOTHING_SECONDS = 10 * 60  # a new street should not stay unknown for a day


class MeerAdressen(Exception):
    """Nobody can tell which of `adressen` is meant: ask for the huisletter or toevoeging."""

    def __init__(self, adressen: tuple[Adres, ...]) -> None:
        super().__init__(f"{len(adressen)} adressen")
        self.adressen = adressen


def find_adres(*, postcode: str, huisnummer: int, toevoeging: str = "") -> Adres | None:
    """The one address that is meant; None when there is no such address.

    `toevoeging`: huisletter and toevoeging together, as people write them: "a", "A-2", "bis".
    Errors: `AdresBronUnavailable`; `MeerAdressen` when the house has several and none was chosen.
    """
    adressen = list_adressen(postcode=postcode, huisnummer=huisnummer)
    exact = [adres for adres in adressen if _plain(adres.toevoeging) == _plain(toevoeging)]
    if exact:
        return exact[0]
    if adressen and not toevoeging.strip():
        raise MeerAdressen(adressen)
    return None


def list_adressen(*, postcode: str, huisnummer: int) -> tuple[Adres, ...]:
    """All addresses with this number, in the order of their toevoeging; none for what is no postcode.

    Errors: `AdresBronUnavailable`.
    """
    postcode = re.sub(r"\s", "", postcode).upper()
    if not re.fullmatch(r"[1-9][0-9]{3}[A-Z]{2}", postcode) or not 1 <= huisnummer <= 99999:
        return ()
    key = f"adressen:{postcode}:{huisnummer}"
    kept = _read_kept(key)
    if kept is None:
        kept = _ask(postcode, huisnummer)
        _keep(key, kept)
    return kept


def _plain(toevoeging: str) -> str:
    """As people mean it: "A 2", "a-2" and "A2" are the same door."""
    return re.sub(r"[\W_]", "", toevoeging).casefold()


def _ask(postcode: str, huisnummer: int) -> tuple[Adres, ...]:
    if not zekering.allows():
        raise AdresBronUnavailable("de adresbron was zojuist niet te bereiken")
    try:
        found = get_backend().list_adressen(postcode=postcode, huisnummer=huisnummer)
    except AdresBronUnavailable as error:
        zekering.trip()
        log.warning("adresbron_onbereikbaar", soort=type(error).__name__, reden=str(error))
        raise
    zekering.reset()
    return tuple(sorted(found, key=lambda adres: _plain(adres.toevoeging)))


def _read_kept(key: str) -> tuple[Adres, ...] | None:
    try:
        rows = cache.get(key)
    except Exception as error:
        log.warning("adressen_cache_onbereikbaar", error=type(error).__name__)
        return None
    return None if rows is None else tuple(Adres(**row) for row in rows)


def _keep(key: str, adressen: tuple[Adres, ...]) -> None:
    seconds = KEEP_SECONDS if adressen else KEEP_NOTHING_SECONDS
    try:
        cache.set(key, [asdict(adres) for adres in adressen], seconds)
    except Exception as error:
        log.warning("adressen_cache_onbereikbaar", error=type(error).__name__)
