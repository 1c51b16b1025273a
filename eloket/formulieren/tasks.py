"""The durable work of formulieren. Each handler may run twice."""

from datetime import datetime

from eloket.formulieren.services import (
    afronden,
    bevestigen,
    bewaren,
    bijlagen,
    documenten,
    hervatten,
    hulp,
    kopie,
    leveren,
    mailverzoeken,
    registercontrole,
    registreren,
    storingen,
    verhuizingen,
)
from eloket.lib.periodiek import elke
from eloket.outbox.services import handler, on


@handler("formulieren.register", probe=registreren.probe_register)
def register(ids: dict[str, str], *, now: datetime) -> None:
    """Bring an aanvraag into the zaakregister."""
    registreren.register_aanvraag(ids["aanvraag"], now=now)


@handler("formulieren.make_kopie")
def make_kopie(ids: dict[str, str], *, now: datetime) -> None:
    """Make the PDF copy of an aanvraag."""
    kopie.make_kopie(ids["aanvraag"], now=now)


@handler("formulieren.deliver_bijlage")
def deliver_bijlage(ids: dict[str, str], *, now: datetime) -> None:
    """Hand one file of an aanvraag to the zaakregister."""
    documenten.deliver_bijlage(ids["bijlage"], now=now)


@handler(documenten.DELIVER_KOPIE)
def deliver_kopie(ids: dict[str, str], *, now: datetime) -> None:
    """Hand the copy of an aanvraag to a zaakregister elsewhere."""
    documenten.deliver_kopie(ids["aanvraag"], now=now)


@handler(afronden.HANDLER)
def complete_zaak(ids: dict[str, str], *, now: datetime) -> None:
    """Give a zaak in a register elsewhere its first status."""
    afronden.complete_aanvraag(ids["aanvraag"], now=now)


@handler("formulieren.send_ontvangst")
def send_ontvangst(ids: dict[str, str], *, now: datetime) -> None:
    """Send the mail that says that we have the aanvraag."""
    bevestigen.send_ontvangst(ids["aanvraag"], now=now)


@handler(leveren.TEAM)
def lever_team(ids: dict[str, str], *, now: datetime) -> None:
    """Tell the team of an aanvraag."""
    leveren.lever_team(ids["aanvraag"], now=now)


@handler(leveren.WEBHOOK)
def lever_webhook(ids: dict[str, str], *, now: datetime) -> None:
    """Tell another system of an aanvraag."""
    leveren.lever_webhook(ids["aanvraag"], now=now)


@on("bestand.vrijgegeven", name="formulieren.hear_vrijgegeven")
def hear_vrijgegeven(ids: dict[str, str], *, now: datetime) -> None:
    """A held file turned out clean: its draft may link to it, its zaak gets it."""
    documenten.settle_bijlage(bijlagen.refresh_bijlage(ids["id"]), now=now)


@on("bestand.geweigerd", name="formulieren.hear_geweigerd")
def hear_geweigerd(ids: dict[str, str], *, now: datetime) -> None:
    """A held file was refused: whoever sent it is told, on the page of the draft or by mail."""
    documenten.settle_bijlage(bijlagen.refresh_bijlage(ids["id"]), now=now)


@elke(name="formulieren.controleer_register", minutes=30)
def controleer_register(*, now: datetime) -> None:
    """Compare every live form with the zaakregister, once a night."""
    registercontrole.check_nightly(now=now)


@elke(name="formulieren.ruim_concepten_op", minutes=60)
def ruim_concepten_op(*, now: datetime) -> None:
    """Remove what was kept long enough: drafts, personal data of aanvragen, and what was kept around them."""
    bewaren.tidy(now=now)
    hervatten.purge_opvang(now=now)
    hulp.purge_hulpcodes(now=now)
    mailverzoeken.purge_mailverzoeken(now=now)
    bijlagen.purge_bijlagen()


@on("storing.bevestigd", name="formulieren.prolong_concepten")
def prolong_concepten(ids: dict[str, str], *, now: datetime) -> None:
    """A draft whose last day fell in an outage is kept a little longer."""
    storingen.prolong_concepten(int(ids["id"]))


@on("zaak.status_gezet", name="formulieren.hear_verhuizing")
def hear_verhuizing(ids: dict[str, str], *, now: datetime) -> None:
    """A verhuizing that was handled may end what somebody holds for their old address."""
    verhuizingen.hear_status(ids["id"], now=now)
