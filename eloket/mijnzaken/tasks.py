"""The durable work of Mijn zaken. Each handler may run twice."""

from datetime import datetime

from eloket.lib.periodiek import elke
from eloket.mijnzaken.services import bezorgen, opvangen
from eloket.outbox.services import handler, on


@handler(bezorgen.HANDLER)
def bezorg(ids: dict[str, str], *, now: datetime) -> None:
    """Bring what a resident sent to the zaakregister."""
    bezorgen.deliver(ids["inzending"], now=now)


@on("bestand.vrijgegeven", name="mijnzaken.hear_vrijgegeven")
def hear_vrijgegeven(ids: dict[str, str], *, now: datetime) -> None:
    """A held file turned out clean: it goes to its zaak."""
    bezorgen.hear_scanner(ids["id"], now=now)


@on("bestand.geweigerd", name="mijnzaken.hear_geweigerd")
def hear_geweigerd(ids: dict[str, str], *, now: datetime) -> None:
    """A held file was refused: its sender reads so at the zaak."""
    bezorgen.hear_scanner(ids["id"], now=now)


@elke(name="mijnzaken.ruim_op", minutes=60)
def ruim_op(*, now: datetime) -> None:
    """Remove drafts and caught answers that nobody came back for."""
    opvangen.tidy(now=now)
