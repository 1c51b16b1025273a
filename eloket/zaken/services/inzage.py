"""One zaak as its resident reads it, from a register that gives it at once or piece by piece."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import structlog

from eloket.lib import klok
from eloket.lib.partij import Identificerend
from eloket.zaken.backends import find_bron
from eloket.zaken.backends.base import (
    Aanvullend,
    Besluitend,
    Documenterend,
    Inzage,
    Inzagegevend,
    RegisterError,
    ZaakBackend,
)
from eloket.zaken.services.geheugen import Geheugen
from eloket.zaken.services.lezen import with_bron
from eloket.zaken.services.stilte import hear, note_part

logger = structlog.get_logger(__name__)
T = TypeVar("T")
_INZAGEN: Geheugen[Inzage] = Geheugen(
    lambda found: [found.zaak.identificatie], whole=lambda found: found.is_complete
)


def get_inzage(identificatie: str, *, voor: Identificerend) -> Inzage:
    """The zaak with documents, besluiten and what was asked, as far as this register gives them.

    When it gives the zaak and falls silent over the rest, that part is None. Errors: `ZaakNotFound`.
    """
    bron = find_bron(identificatie)
    op = klok.today()

    def fetch() -> Inzage:
        with hear(bron.naam):
            found = _read(bron.register, identificatie, voor, op)
        note_part(bron.naam, whole=found.is_complete)
        return found

    found = _INZAGEN.recall(bron, voor, (identificatie, op), fetch)
    return replace(found, zaak=with_bron(found.zaak, bron))


def _read(backend: ZaakBackend, identificatie: str, voor: Identificerend, op: date) -> Inzage:
    if isinstance(backend, Inzagegevend):
        return backend.get_inzage(identificatie, voor=voor, op=op)
    return _read_apart(backend, identificatie, voor, op)


def _read_apart(backend: ZaakBackend, identificatie: str, voor: Identificerend, op: date) -> Inzage:
    zaak = backend.get_zaak(identificatie, voor=voor)
    return Inzage(
        zaak=zaak,
        documenten=_ask(lambda: backend.list_documenten(identificatie, voor=voor))
        if isinstance(backend, Documenterend)
        else (),
        besluiten=_ask(lambda: backend.list_besluiten(identificatie, voor=voor, op=op))
        if isinstance(backend, Besluitend)
        else (),
        verzoeken=_ask(lambda: backend.list_verzoeken(identificatie, voor=voor))
        if isinstance(backend, Aanvullend)
        else (),
    )


def _ask(question: Callable[[], tuple[T, ...]]) -> tuple[T, ...] | None:
    """What the register answers; None when it does not."""
    try:
        return question()
    except RegisterError as error:
        logger.warning("zaak_not_whole", error=type(error).__name__)
        return None
