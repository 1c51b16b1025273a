"""Work of uitgifte that comes back."""

from datetime import datetime

from eloket.lib.periodiek import elke
from eloket.uitgifte.services import expire_due


@elke(name="uitgifte.expire_due", minutes=10)
def expire(*, now: datetime) -> None:
    expire_due(now=now)
