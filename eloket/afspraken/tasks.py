"""The work of afspraken that comes back."""

from datetime import datetime

from eloket.afspraken.services.momentopname import take_momentopname
from eloket.lib.periodiek import elke


@elke(name="afspraken.momentopname", minutes=60)
def note_eerste_mogelijkheid(*, now: datetime) -> None:
    """The first run of a day takes the snapshot of that day."""
    take_momentopname(now=now)
