"""Work of uitgifte: making documents, and what comes back."""

from datetime import datetime

from eloket.lib.periodiek import elke
from eloket.outbox.services import handler
from eloket.uitgifte.services import expire_due, make_document


@handler("uitgifte.make_document")
def make(ids: dict[str, str], *, now: datetime) -> None:
    make_document(ids["product"], now=now)


@elke(name="uitgifte.expire_due", minutes=10)
def expire(*, now: datetime) -> None:
    expire_due(now=now)
