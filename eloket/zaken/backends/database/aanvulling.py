"""Asking the aanvrager for what is missing, and taking the answer."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from eloket.zaken import models
from eloket.zaken.backends.base import (
    ANTWOORD_LENGTE,
    VRAAG_LENGTE,
    AlBeantwoord,
    NieuwAntwoord,
    NieuweOpschorting,
    NieuwVerzoek,
    Verzoek,
    ZaakNotFound,
    ZaakRejected,
)
from eloket.zaken.backends.database import stilstand
from eloket.zaken.backends.database.documenten import add_document
from eloket.zaken.backends.database.vertaling import to_uitstel
from eloket.zaken.backends.database.vinden import lock_zaak
from eloket.zaken.regels import Richting
from eloket.zaken.termijnen import day_of

# What "Waarom deze datum?" says of it; the question itself may be long and private.
REDEN = "Wij vroegen om een aanvulling."


def request(identificatie: str, nieuw: NieuwVerzoek, *, now: datetime) -> Verzoek:
    with transaction.atomic():
        zaak = lock_zaak(identificatie)
        known = _find(models.Verzoek.objects.all(), nieuw.id)
        if known is None:
            known = _create(zaak, nieuw, now)
        elif known.zaak_id != zaak.pk:
            raise ZaakRejected("dit verzoek hoort bij een andere zaak")
    return to_verzoek(known)


def answer(identificatie: str, id: str, antwoord: NieuwAntwoord, *, now: datetime) -> Verzoek:
    """The caller has checked whose zaak it is."""
    with transaction.atomic():
        zaak = lock_zaak(identificatie)
        row = _find(zaak.verzoeken.all(), id)
        if row is None:
            raise ZaakNotFound(identificatie)
        if row.beantwoord_at is None:
            _check_antwoord(zaak, antwoord)
            _keep(zaak, row, antwoord, now)
            _let_go_on(zaak, row, now)
        elif not _is_same(row, antwoord):
            raise AlBeantwoord("op deze vraag is al geantwoord")
    return replace(to_verzoek(row), door="")


def list_verzoeken(identificatie: str) -> tuple[Verzoek, ...]:
    rows = models.Verzoek.objects.filter(zaak__identificatie=identificatie)
    return tuple(to_verzoek(row) for row in rows.prefetch_related("documenten"))


def list_vragen(identificatie: str) -> tuple[Verzoek, ...]:
    """The same for a resident: without who asked, and without which documents came with each answer."""
    rows = models.Verzoek.objects.filter(zaak__identificatie=identificatie)
    return tuple(replace(to_verzoek(row, documenten=()), door="") for row in rows)


def list_verstreken(*, op: date, limit: int) -> tuple[str, ...]:
    stil = models.Opschorting.objects.filter(
        tot__isnull=True, hersteltermijn__lt=op, zaak__einddatum__isnull=True
    )
    return tuple(stil.order_by("hersteltermijn", "pk").values_list("zaak__identificatie", flat=True)[:limit])


def set_gezien(identificatie: str, id: str, *, door: str, now: datetime) -> None:
    row = _find(models.Verzoek.objects.filter(zaak__identificatie=identificatie), id)
    if row is None:
        raise ZaakNotFound(identificatie)
    models.Verzoek.objects.filter(pk=row.pk, gezien_at__isnull=True).update(gezien_at=now, gezien_door=door)


def to_verzoek(row: models.Verzoek, *, documenten: tuple[str, ...] | None = None) -> Verzoek:
    """`documenten`: their ids, where the caller does not want them looked up."""
    if documenten is None:
        documenten = tuple(str(document.pk) for document in row.documenten.all())
    return Verzoek(
        id=str(row.pk),
        vraag=row.vraag,
        gevraagd_op=row.gevraagd_op,
        hersteltermijn=row.hersteltermijn,
        informatieobjecttype=row.informatieobjecttype,
        antwoord=row.antwoord,
        beantwoord_op=row.beantwoord_at,
        documenten=documenten,
        door=row.door,
        is_gezien=row.gezien_at is not None,
        uitstel=to_uitstel(row.uitstel),
    )


def _find(rows: models.verzoek.VerzoekQuerySet, id: str) -> models.Verzoek | None:
    try:
        return rows.filter(pk=id).first()
    except ValidationError:  # no uuid at all
        return None


def _create(zaak: models.Zaak, nieuw: NieuwVerzoek, now: datetime) -> models.Verzoek:
    _check_vraag(zaak, nieuw)
    today = day_of(now)
    van = today + timedelta(days=1)
    stop = NieuweOpschorting(van, REDEN, hersteltermijn=nieuw.hersteltermijn, door=nieuw.door)
    stilstand.suspend(zaak.identificatie, stop, now=now)
    return models.Verzoek.objects.create(
        uuid=nieuw.id,
        zaak=zaak,
        vraag=nieuw.vraag,
        informatieobjecttype=nieuw.informatieobjecttype,
        gevraagd_op=today,
        hersteltermijn=nieuw.hersteltermijn,
        door=nieuw.door,
    )


def _check_vraag(zaak: models.Zaak, nieuw: NieuwVerzoek) -> None:
    if not 0 < len(nieuw.vraag.strip()) <= VRAAG_LENGTE:
        raise ZaakRejected(f"vraag: 1 tot {VRAAG_LENGTE} tekens")
    if zaak.opschortingen.filter(tot__isnull=True, hersteltermijn__isnull=False).exists():
        raise ZaakRejected("er staat al een vraag open: wacht op het antwoord")
    soorten = zaak.zaaktype.informatieobjecttypen.exclude(richting=Richting.INTERN)
    soort = nieuw.informatieobjecttype
    if soort and not soorten.filter(omschrijving=soort).exists():
        raise ZaakRejected(f"dit zaaktype vraagt een inwoner niet om een document {soort!r}")


def _check_antwoord(zaak: models.Zaak, antwoord: NieuwAntwoord) -> None:
    if zaak.einddatum is not None:
        raise ZaakRejected("de zaak is gesloten")
    if not antwoord.tekst.strip() and not antwoord.documenten:
        raise ZaakRejected("een antwoord heeft tekst of documenten")
    if len(antwoord.tekst) > ANTWOORD_LENGTE:
        raise ZaakRejected(f"antwoord: ten hoogste {ANTWOORD_LENGTE} tekens")


def _keep(zaak: models.Zaak, row: models.Verzoek, antwoord: NieuwAntwoord, now: datetime) -> None:
    """The documents are the resident's own: they see them, as the kind that was asked for."""
    for document in antwoord.documenten:
        soort = document.informatieobjecttype or row.informatieobjecttype
        own = replace(document, informatieobjecttype=soort, tonen_aan_initiator=True)
        add_document(zaak.identificatie, own, now=now)
    # Only what is in this zaak: an id of somebody else's document brings nothing here.
    row.documenten.set(zaak.documenten.filter(pk__in=[document.id for document in antwoord.documenten]))
    row.antwoord, row.beantwoord_at = antwoord.tekst, now
    row.save(update_fields=["antwoord", "beantwoord_at"])


def _let_go_on(zaak: models.Zaak, row: models.Verzoek, now: datetime) -> None:
    """Unless the clock runs already: somebody let it go on, or the last day passed."""
    stil = zaak.opschortingen.filter(tot__isnull=True, hersteltermijn=row.hersteltermijn).first()
    if stil is not None:
        # Answered on the day of the request itself: not one day stands still.
        stilstand.resume(zaak.identificatie, tot=max(day_of(now), stil.van), now=now)


def _is_same(row: models.Verzoek, antwoord: NieuwAntwoord) -> bool:
    sent = {document.id for document in antwoord.documenten}
    return row.antwoord == antwoord.tekst and sent == {str(each.pk) for each in row.documenten.all()}
