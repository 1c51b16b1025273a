"""Telling a register that its resident opened a zaak, where it keeps that."""

from datetime import datetime

from eloket.outbox.services import enqueue
from eloket.zaken.backends import get_backend_of
from eloket.zaken.backends.base import Leesbevestigend

NOTE_GEOPEND = "zaken.note_geopend"


def note_geopend(identificatie: str, *, now: datetime) -> None:
    """Let a worker say so, at most once an hour; a resident never waits for it.

    The caller has shown the zaak to its initiator. Nothing for a register that does not keep it.
    """
    backend = get_backend_of(identificatie)
    if isinstance(backend, Leesbevestigend) and backend.keeps_geopend():
        ids = {"zaak": identificatie, "moment": now.isoformat()}
        enqueue(handler=NOTE_GEOPEND, ids=ids, key=f"{NOTE_GEOPEND}:{identificatie}:{now:%Y%m%d%H}", now=now)


def tell_geopend(identificatie: str, *, moment: datetime) -> None:
    """Errors: `RegisterUnavailable`."""
    backend = get_backend_of(identificatie)
    if isinstance(backend, Leesbevestigend):
        backend.note_geopend(identificatie, moment=moment)
