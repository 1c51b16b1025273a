"""Telling the resident that something happened in their zaak: a message that there is news, not which."""

from datetime import date, datetime

import structlog
from django.urls import reverse
from django.utils.translation import override

from eloket.berichten.services import InvalidAdres, send_bericht
from eloket.zaken.backends.base import Zaak

logger = structlog.get_logger(__name__)


def tell(zaak: Zaak, sjabloon: str, *, key: str, now: datetime, uiterlijk: date | None = None) -> None:
    """A message of kind `sjabloon`; once for each `key`. A wrong address stops nothing.

    `uiterlijk`: the last day on which the resident can react.
    """
    if not zaak.email:
        return
    with override(zaak.taal):
        link = reverse("mijnzaken:zaak", args=[zaak.identificatie])
    try:
        send_bericht(
            sjabloon=sjabloon,
            email=zaak.email,
            gegevens={"reference": zaak.identificatie, "link": link},
            taal=zaak.taal,
            key=f"{sjabloon}:{key}",
            uiterlijk=uiterlijk,
            now=now,
        )
    except InvalidAdres:
        logger.warning(
            "zaak_not_mailed", zaak=zaak.identificatie, sjabloon=sjabloon, reason="invalid address"
        )
