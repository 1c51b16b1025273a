"""What betalingen does by itself."""

from datetime import datetime

from eloket.betalingen.tabel.concept import purge_concepten
from eloket.lib.periodiek import elke


@elke(name="betalingen.ruim_tabellen_op", minutes=24 * 60)
def ruim_tabellen_op(*, now: datetime) -> None:
    """Remove tables that were read in and not confirmed in time."""
    purge_concepten(now=now)
