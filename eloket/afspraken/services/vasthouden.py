"""A time that stays somebody's while they fill in their name."""

from datetime import datetime

from eloket.afspraken.backends import get_backend
from eloket.afspraken.backends.base import AfsprakenBackend, Bezoek, Houvast, TijdBezet, Vasthoudend, Vol
from eloket.afspraken.services.plaatsen import find_plaats
from eloket.afspraken.services.systemen import note_keuze, read_keuze


def hold_tijd(
    bezoek: Bezoek, locatie: str, begin: datetime, *, houder: str, verzoek: str, now: datetime
) -> Houvast:
    """Keep a time; for the same form (`verzoek`) and choice once. An earlier hold of `houder` is given up.

    Errors: `TijdBezet`, `Vol` (also for a place that is not in use), `NietBereikbaar`.
    """
    plaats = find_plaats(locatie)
    if plaats is None:
        raise Vol("no such place in use")
    backend = get_backend(plaats.systeem)
    if isinstance(backend, Vasthoudend):
        return backend.hold(bezoek, locatie, begin, houder=houder, verzoek=verzoek, now=now)
    return note_keuze(backend, bezoek, locatie, begin, now=now)


def get_houvast(sleutel: str, locatie: str) -> Houvast:
    """The hold, also past its `tot` while nobody took it.

    Errors: `TijdBezet`, `OnbekendeBoeking`, `NietBereikbaar`.
    """
    backend = _get_backend(locatie)
    return backend.get_houvast(sleutel) if isinstance(backend, Vasthoudend) else read_keuze(sleutel)


def prolong_houvast(sleutel: str, locatie: str, *, now: datetime) -> Houvast:
    """Give somebody more time. Errors: `TijdBezet`, `OnbekendeBoeking`, `NietBereikbaar`."""
    backend = _get_backend(locatie)
    return backend.prolong(sleutel, now=now) if isinstance(backend, Vasthoudend) else read_keuze(sleutel)


def release_houvast(sleutel: str, locatie: str) -> None:
    """Give up a hold; nothing happens when it is booked or gone. Errors: `NietBereikbaar`."""
    try:
        backend = _get_backend(locatie)
    except TijdBezet:
        return
    if isinstance(backend, Vasthoudend):
        backend.release(sleutel)


def _get_backend(locatie: str) -> AfsprakenBackend:
    """Errors: `TijdBezet` where the place is not in use any more."""
    plaats = find_plaats(locatie)
    if plaats is None:
        raise TijdBezet("no such place in use")
    return get_backend(plaats.systeem)
