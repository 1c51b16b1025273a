"""The work of this app that comes back."""

from datetime import datetime

from eloket.lib.periodiek import elke
from eloket.personen import services


@elke(name="personen.purge", minutes=24 * 60)
def purge(*, now: datetime) -> None:
    services.purge_raadplegingen(now=now)
