"""Work of uitgifte: making documents, and what comes back."""

from datetime import datetime

from eloket.lib.periodiek import elke
from eloket.outbox.services import handler, on
from eloket.uitgifte.services import (
    check_adres,
    decide,
    expire_due,
    make_document,
    open_herkeuring,
    plan_checks,
    purge_gegevens,
    purge_raadplegingen,
    remind_due,
    settle_zaak,
    withdraw_voorstel,
)


@handler("uitgifte.make_document")
def make(ids: dict[str, str], *, now: datetime) -> None:
    make_document(ids["product"], now=now)


@handler("uitgifte.decide")
def decide_aanvraag(ids: dict[str, str], *, now: datetime) -> None:
    """What the request that sent the aanvraag did not finish, or a register elsewhere made wait."""
    decide(ids["aanvraag"], now=now)


@handler("uitgifte.open_herkeuring")
def open_zaak(ids: dict[str, str], *, now: datetime) -> None:
    """Somebody wants an employee to look again."""
    open_herkeuring(ids["aanvraag"], now=now)


@handler("uitgifte.withdraw_voorstel")
def withdraw(ids: dict[str, str], *, now: datetime) -> None:
    withdraw_voorstel(ids["voorstel"], now=now)


@elke(name="uitgifte.purge_raadplegingen", minutes=24 * 60)
def purge(*, now: datetime) -> None:
    purge_raadplegingen(now=now)


@on("zaak.status_gezet", name="uitgifte.hear_status")
def hear_status(ids: dict[str, str], *, now: datetime) -> None:
    """A zaak got a status, perhaps the last one: what it was about can be handed over."""
    settle_zaak(ids["id"], now=now)


@on("zaak.besluit_bekend", name="uitgifte.hear_besluit")
def hear_besluit(ids: dict[str, str], *, now: datetime) -> None:
    """The besluit came after the zaak was closed."""
    settle_zaak(ids["id"], now=now)


@elke(name="uitgifte.expire_due", minutes=10)
def expire(*, now: datetime) -> None:
    expire_due(now=now)


@elke(name="uitgifte.remind_due", minutes=60)
def remind(*, now: datetime) -> None:
    remind_due(now=now)


@handler("uitgifte.check_adres")
def look_at_adres(ids: dict[str, str], *, now: datetime) -> None:
    check_adres(ids["product"], now=now)


@elke(name="uitgifte.plan_checks", minutes=60)
def look_at_adressen(*, now: datetime) -> None:
    plan_checks(now=now)


@elke(name="uitgifte.purge_gegevens", minutes=24 * 60)
def purge_antwoorden(*, now: datetime) -> None:
    purge_gegevens(now=now)
