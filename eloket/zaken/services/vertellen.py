"""Telling the resident that something happened in their zaak: a message that there is news, not which."""

from datetime import date, datetime

import structlog
from django.urls import reverse
from django.utils.translation import override

from eloket.berichten.services import InvalidAdres, send_bericht
from eloket.lib.partij import Partij, identifies
from eloket.zaken.backends import get_backend_of
from eloket.zaken.backends.base import Behandelend, Zaak

logger = structlog.get_logger(__name__)


def tell(zaak: Zaak, sjabloon: str, *, key: str, now: datetime, uiterlijk: date | None = None) -> None:
    """A message of kind `sjabloon`; once for each `key`. A wrong address stops nothing.

    `uiterlijk`: the last day on which the resident can react. Who left no e-mail address finds it in Mijn
    zaken, and gets a letter when the law asks for one.
    """
    tell_initiator(zaak, _initiator(zaak), sjabloon, key=key, now=now, uiterlijk=uiterlijk)


def tell_initiator(
    zaak: Zaak,
    voor: Partij | None,
    sjabloon: str,
    *,
    key: str,
    now: datetime,
    uiterlijk: date | None = None,
) -> None:
    """The same, when it is known who the initiator is."""
    if not zaak.email and voor is None:
        return
    try:
        send_bericht(
            sjabloon=sjabloon,
            email=zaak.email,
            gegevens={"reference": zaak.identificatie, "link": _link(zaak) if identifies(voor) else ""},
            taal=zaak.taal,
            key=f"{sjabloon}:{key}",
            uiterlijk=uiterlijk,
            partij=voor,
            now=now,
        )
    except InvalidAdres:
        logger.warning(
            "zaak_not_mailed", zaak=zaak.identificatie, sjabloon=sjabloon, reason="invalid address"
        )


def _initiator(zaak: Zaak) -> Partij | None:
    backend = get_backend_of(zaak.identificatie)
    return backend.get_initiator(zaak.identificatie) if isinstance(backend, Behandelend) else None


def _link(zaak: Zaak) -> str:
    """Mijn zaken; whoever cannot log in as the initiator has nothing to open there."""
    with override(zaak.taal):
        return reverse("mijnzaken:zaak", args=[zaak.identificatie])
