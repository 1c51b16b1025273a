"""Who has a zaak, and who had it before."""

from datetime import datetime

from django.db import transaction

from eloket.zaken import models
from eloket.zaken.backends.base import (
    BehandelaarChanged,
    NieuweToewijzing,
    Verdeling,
    ZaakNotFound,
    ZaakRejected,
)
from eloket.zaken.backends.database.vinden import lock_zaak


def assign(identificatie: str, nieuw: NieuweToewijzing, *, now: datetime) -> None:
    """Under a lock on the zaak: of two people at once, the second is told. Errors: see the port."""
    with transaction.atomic():
        zaak = lock_zaak(identificatie)
        if nieuw.huidig is not None and zaak.behandelaar != nieuw.huidig:
            raise BehandelaarChanged("iemand anders heeft de zaak intussen")
        if zaak.einddatum is not None:
            raise ZaakRejected("de zaak is gesloten")
        team = zaak.team if nieuw.team is None else _find_team(nieuw.team)
        if (zaak.behandelaar, zaak.team) == (nieuw.behandelaar, team):
            return
        zaak.toewijzingen.create(
            van=zaak.behandelaar,
            naar=nieuw.behandelaar,
            team=team.naam if team else "",
            reden=nieuw.reden,
            door=nieuw.door,
            created_at=now,
        )
        zaak.behandelaar, zaak.team = nieuw.behandelaar, team
        zaak.save(update_fields=["behandelaar", "team"])


def get_verdeling(identificatie: str) -> Verdeling:
    """Errors: `ZaakNotFound`."""
    rows = models.Zaak.objects.select_related("zaaktype", "team").filter(identificatie=identificatie)
    row = rows.first()
    if row is None:
        raise ZaakNotFound(identificatie)
    return Verdeling(
        identificatie=identificatie,
        zaaktype=row.zaaktype.identificatie,
        vertrouwelijkheidaanduiding=row.vertrouwelijkheidaanduiding,
        behandelaar=row.behandelaar,
        team=row.team.naam if row.team else "",
        is_open=row.einddatum is None,
    )


def _find_team(naam: str) -> models.Team | None:
    """Errors: `ZaakRejected`."""
    if not naam:
        return None
    team = models.Team.objects.filter(naam=naam).first()
    if team is None:
        raise ZaakRejected(f"team {naam!r} bestaat niet")
    return team
