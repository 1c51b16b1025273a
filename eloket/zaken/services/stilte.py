"""Since when a register gives no answer, so that a page can say so, and nobody waits for one that hangs.

Kept in the cache, so that with Redis all web processes tell the same; without it each process tells what it
knows. Only that and since when: never whose page it was. What nobody met again for a while is forgotten.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import structlog
from django.core.cache import cache

from eloket.lib import klok
from eloket.lib.zekering import Zekering
from eloket.zaken.backends import find_bron, list_bronnen
from eloket.zaken.backends.base import RegisterError, RegisterMisconfigured, RegisterUnavailable

log = structlog.get_logger(__name__)
VERGEET_SECONDEN = 15 * 60
DEEL = ":deel"
# Who waited so long in vain spares the next visitors it; a failure that comes at once costs nobody anything.
TRAAG_SECONDEN = 4.0


@dataclass(frozen=True, slots=True)
class Stilte:
    """A register that gives no answer. `bron`: its name in `ELOKET_ZAKEN`; `sinds`: as far as we know."""

    bron: str
    sinds: datetime


@contextmanager
def hear(bron: str) -> Iterator[None]:
    """Note what becomes of a question to this register; its errors go through.

    That it does not know a zaak, or refuses something, is an answer. While it hangs one visitor in twenty
    seconds asks it, and the others get `RegisterUnavailable` at once.
    """
    zekering, began = Zekering(f"zaken:{bron}"), time.monotonic()
    if not zekering.allows():
        raise RegisterUnavailable("het zaakregister antwoordde zonet niet")
    try:
        yield
    except (RegisterUnavailable, RegisterMisconfigured):
        note_stil(bron)
        if time.monotonic() - began >= TRAAG_SECONDEN:
            zekering.trip()
        raise
    except Exception:
        note_antwoord(bron)
        zekering.reset()
        raise
    note_antwoord(bron)
    zekering.reset()


def note_stil(bron: str) -> Stilte:
    """It gave no answer now; since when that is so."""
    now = klok.now()
    try:
        cache.add(_key(bron), now, VERGEET_SECONDEN)
        cache.touch(_key(bron), VERGEET_SECONDEN)
    except Exception as error:
        _warn(error)
    return Stilte(bron, _since(bron) or now)


def note_antwoord(bron: str) -> None:
    """It answers."""
    try:
        cache.delete(_key(bron))
    except Exception as error:
        _warn(error)


def note_part(bron: str, *, whole: bool) -> None:
    """It gave a zaak; whether with all that belongs to it."""
    if whole:
        note_antwoord(f"{bron}{DEEL}")
    else:
        note_stil(f"{bron}{DEEL}")


def find_stilte(identificatie: str) -> Stilte | None:
    """Since when the register of this zaak gives no answer, or not a whole one. Asks no other system."""
    try:
        naam = find_bron(identificatie).naam
    except RegisterError:
        return None
    known = (_since(naam), _since(f"{naam}{DEEL}"))
    sinds = next((moment for moment in known if moment is not None), None)
    return Stilte(naam, sinds) if sinds else None


def list_stil() -> tuple[Stilte, ...]:
    """The registers that gave no answer when they were last asked. Errors: `RegisterMisconfigured`."""
    since = ((bron.naam, _since(bron.naam)) for bron in list_bronnen())
    return tuple(Stilte(naam, sinds) for naam, sinds in since if sinds is not None)


def _since(bron: str) -> datetime | None:
    try:
        found = cache.get(_key(bron))
    except Exception as error:
        _warn(error)
        return None
    return found if isinstance(found, datetime) else None


def _key(bron: str) -> str:
    return f"zaakregister:stil:{bron}"


def _warn(error: Exception) -> None:
    """A cache out of reach changes no page but the moment that it names."""
    log.warning("stilte_onbekend", error=type(error).__name__)
