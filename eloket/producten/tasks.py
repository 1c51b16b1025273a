"""What the catalogue does by itself."""

from datetime import datetime

from eloket.lib.periodiek import elke
from eloket.producten.waarderingen.bewaren import purge_waarderingen


@elke(name="producten.vergeet_waarderingen", minutes=24 * 60)
def vergeet_waarderingen(*, now: datetime) -> None:
    """Remove what visitors said of a page two years ago."""
    purge_waarderingen(now=now)
