"""What the register does by itself."""

from datetime import datetime

from eloket.lib.periodiek import elke
from eloket.zaken.services import resume_verstreken


@elke(name="zaken.hervat_verstreken", minutes=60)
def hervat_verstreken(*, now: datetime) -> None:
    """Let the clock go on once the last day to answer has passed."""
    resume_verstreken(now=now)
