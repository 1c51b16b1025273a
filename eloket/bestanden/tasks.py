"""What bestanden does by itself."""

from datetime import datetime

from eloket.bestanden.services import purge_deleted, purge_orphans, scannen
from eloket.lib.periodiek import elke
from eloket.outbox.services import handler


@handler(scannen.HANDLER)
def scan(ids: dict[str, str], *, now: datetime) -> None:
    """Offer a held file to the scanner again."""
    scannen.scan_bestand(ids["bestand"], now=now)


@elke(name="bestanden.ruim_op", minutes=60)
def ruim_op(*, now: datetime) -> None:
    """Finish removals that a crash or a storage out of reach cut off."""
    purge_deleted(now=now)


@elke(name="bestanden.ruim_wezen_op", minutes=24 * 60)
def ruim_wezen_op(*, now: datetime) -> None:
    """Remove bytes that no row points at."""
    purge_orphans(now=now)
