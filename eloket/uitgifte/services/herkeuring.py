"""Letting an employee look again at what a machine decided (AVG art. 22 lid 3)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import translation
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from eloket.outbox.services import NeedsPerson, TryLater, enqueue
from eloket.uitgifte.models import Beslissing, Uitkomst
from eloket.zaken.services import (
    AardRelatie,
    NieuweZaak,
    RegisterError,
    RegisterUnavailable,
    Relatie,
    create_zaak,
    mint_identificatie,
)

HANDLER = "uitgifte.open_herkeuring"
OMSCHRIJVING = 80


def ask_herkeuring(aanvraag: str, *, now: datetime) -> str:
    """A zaak in which an employee looks again; its number, "" when no machine decided. Twice it is one.

    The product holds in the meantime.
    """
    with transaction.atomic():
        row = Beslissing.objects.select_for_update().filter(aanvraag=aanvraag).first()
        if row is None or row.uitkomst != Uitkomst.VERLEEND or row.herkeuring:
            return row.herkeuring if row else ""
        row.herkeuring = mint_identificatie(now=now)
        row.save(update_fields=["herkeuring"])
        enqueue(handler=HANDLER, ids={"aanvraag": aanvraag}, key=f"{HANDLER}:{aanvraag}", now=now)
        return row.herkeuring


def open_herkeuring(aanvraag: str, *, now: datetime) -> None:
    """Open it in the register; idempotent, because the register knows our number.

    Errors: `TryLater`, `NeedsPerson`.
    """
    row = Beslissing.objects.select_related("soort").filter(aanvraag=aanvraag).first()
    if row is None or not row.herkeuring:
        return
    try:
        create_zaak(_to_zaak(row, op=now.astimezone(get_default_timezone()).date()), now=now)
    except RegisterUnavailable as error:
        raise TryLater(f"zaakregister: {error}") from error
    except RegisterError as error:
        raise NeedsPerson(f"zaakregister: {error}") from error


def _to_zaak(row: Beslissing, *, op: date) -> NieuweZaak:
    with translation.override("nl"):  # employees read it too
        words = _("Opnieuw kijken: %(naam)s (%(zaak)s)") % {"naam": row.soort.naam, "zaak": row.zaak}
    return NieuweZaak(
        identificatie=row.herkeuring,
        zaaktype=row.soort.zaaktype,
        omschrijving=words[:OMSCHRIJVING],
        startdatum=op,
        belanghebbende=row.partij,
        niveau=int(row.gegevens.get("niveau", 0)),
        belanghebbende_naam=row.gegevens.get("naam", ""),
        email=row.gegevens.get("email", ""),
        taal=row.gegevens.get("taal", "nl"),
        relatie=Relatie(row.zaak, AardRelatie.VERVOLG),
    )
