"""Setting a status, under the rules of ZGW."""

from datetime import datetime

from django.db import transaction

from eloket.zaken import models
from eloket.zaken.backends.base import (
    TOELICHTING_LENGTE,
    NieuweStatus,
    StatusChanged,
    ZaakNotFound,
    ZaakRejected,
)
from eloket.zaken.backends.database.archief import derive_archief
from eloket.zaken.backends.database.stilstand import end_suspension
from eloket.zaken.backends.database.vinden import lock_zaak
from eloket.zaken.regels import Controle
from eloket.zaken.termijnen import day_of


def set_status(identificatie: str, nieuw: NieuweStatus, *, now: datetime) -> models.Zaak:
    """Set it under a lock on the zaak: of two people at once, the second is told. Errors: see the port."""
    with transaction.atomic():
        zaak = lock_zaak(identificatie)
        _check_current(zaak, nieuw)
        statustype = _find_statustype(zaak, nieuw)
        _check_moment(zaak, nieuw, now)
        if _is_eind(zaak, statustype):
            _close(zaak, nieuw)
        zaak.statussen.create(
            statustype=statustype, gezet_op=nieuw.gezet_op, toelichting=nieuw.toelichting, door=nieuw.door
        )
        _note_current(zaak)
    return zaak


def set_controle(identificatie: str, *, klopt: bool, door: str, now: datetime) -> None:
    """Who was first has noted it; the same again changes nothing. Errors: `ZaakNotFound`."""
    if not models.Zaak.objects.filter(identificatie=identificatie).exists():
        raise ZaakNotFound(identificatie)
    waiting = models.Rol.objects.filter(zaak__identificatie=identificatie, controle=Controle.OPEN)
    outcome = Controle.KLOPT if klopt else Controle.KLOPT_NIET
    waiting.update(controle=outcome, gecontroleerd_door=door, gecontroleerd_at=now)


def _check_current(zaak: models.Zaak, nieuw: NieuweStatus) -> None:
    current = zaak.statussen.order_by("-gezet_op").first()
    if nieuw.huidig and (current is None or str(current.pk) != nieuw.huidig):
        raise StatusChanged("de status is intussen veranderd")
    if zaak.einddatum is not None:
        raise ZaakRejected("de zaak is gesloten")


def _note_current(zaak: models.Zaak) -> None:
    """Keep the latest status with the zaak too: one with an earlier moment changes nothing."""
    zaak.statustype = zaak.statussen.select_related("statustype").latest("gezet_op").statustype
    zaak.save(update_fields=["statustype"])


def _find_statustype(zaak: models.Zaak, nieuw: NieuweStatus) -> models.Statustype:
    statustype = models.Statustype.objects.filter(
        zaaktype=zaak.zaaktype_id, volgnummer=nieuw.volgnummer
    ).first()
    if statustype is None:
        raise ZaakRejected(f"dit zaaktype heeft geen status {nieuw.volgnummer}")
    return statustype


def _check_moment(zaak: models.Zaak, nieuw: NieuweStatus, now: datetime) -> None:
    if nieuw.gezet_op > now:
        raise ZaakRejected("een status kan niet in de toekomst liggen")
    if zaak.statussen.filter(gezet_op=nieuw.gezet_op).exists():
        raise ZaakRejected("op dit tijdstip is al een status gezet")
    if len(nieuw.toelichting) > TOELICHTING_LENGTE:
        raise ZaakRejected(f"toelichting: ten hoogste {TOELICHTING_LENGTE} tekens")


def _is_eind(zaak: models.Zaak, statustype: models.Statustype) -> bool:
    higher = models.Statustype.objects.filter(zaaktype=zaak.zaaktype_id, volgnummer__gt=statustype.volgnummer)
    return not higher.exists()


def _close(zaak: models.Zaak, nieuw: NieuweStatus) -> None:
    resultaattype = models.Resultaattype.objects.filter(
        zaaktype=zaak.zaaktype_id, omschrijving=nieuw.resultaat
    ).first()
    if resultaattype is None:
        raise ZaakRejected("een zaak sluit met een resultaat van zijn zaaktype")
    einddatum = day_of(nieuw.gezet_op)
    if einddatum < zaak.startdatum:
        raise ZaakRejected("een zaak kan niet eindigen voor hij begint")
    archief = derive_archief(zaak, resultaattype, einddatum)
    zaak.resultaattype = resultaattype
    zaak.einddatum = einddatum
    zaak.archiefnominatie = archief.nominatie
    zaak.startdatum_bewaartermijn = archief.start
    zaak.archiefactiedatum = archief.actie
    zaak.save(
        update_fields=[
            "resultaattype",
            "einddatum",
            "archiefnominatie",
            "startdatum_bewaartermijn",
            "archiefactiedatum",
        ]
    )
    end_suspension(zaak, einddatum)
