"""Stopping the clock, letting it go on, and taking more time."""

from datetime import date, datetime, timedelta

from django.db import transaction

from eloket.zaken import models
from eloket.zaken.backends.base import (
    REDEN_LENGTE,
    NieuweOpschorting,
    NieuweVerlenging,
    ZaakRejected,
)
from eloket.zaken.backends.database.data import recompute
from eloket.zaken.backends.database.vinden import lock_zaak
from eloket.zaken.termijnen import InvalidDuur, compute_einddatum, day_of, resume_day


def suspend(identificatie: str, nieuw: NieuweOpschorting, *, now: datetime) -> None:
    with transaction.atomic():
        zaak = _lock_open(identificatie)
        _check_reden(nieuw.reden)
        if not zaak.zaaktype.opschorting_mogelijk:
            raise ZaakRejected("bij dit zaaktype mag de termijn niet stilstaan")
        if zaak.opschortingen.filter(tot__isnull=True).exists():
            raise ZaakRejected("de termijn staat al stil")
        _check_van(zaak, nieuw, now)
        zaak.opschortingen.create(
            van=nieuw.van, reden=nieuw.reden, hersteltermijn=nieuw.hersteltermijn, door=nieuw.door
        )


def resume(identificatie: str, *, tot: date, now: datetime) -> None:
    with transaction.atomic():
        zaak = _lock_open(identificatie)
        current = zaak.opschortingen.filter(tot__isnull=True).first()
        if current is None:
            raise ZaakRejected("de termijn staat niet stil")
        if tot < current.van:
            raise ZaakRejected("de termijn kan niet verder lopen voor hij stilstond")
        if tot > day_of(now) + timedelta(days=1):
            raise ZaakRejected("de termijn loopt op zijn laatst morgen verder")
        current.tot = resume_day(tot, van=current.van, hersteltermijn=current.hersteltermijn)
        current.save(update_fields=["tot"])
        recompute(zaak, vandaag=day_of(now))


def extend(identificatie: str, nieuw: NieuweVerlenging, *, now: datetime) -> None:
    with transaction.atomic():
        zaak = _lock_open(identificatie)
        _check_reden(nieuw.reden)
        if zaak.verlengingen.exists():
            raise ZaakRejected("de termijn is al een keer verlengd")
        _check_duur(zaak, nieuw.duur)
        recompute(zaak, vandaag=day_of(now))  # a clock that stands still has moved the last day on
        _check_op(zaak, nieuw.op, now)
        zaak.verlengingen.create(duur=nieuw.duur, reden=nieuw.reden, op=nieuw.op, door=nieuw.door)
        recompute(zaak, vandaag=day_of(now))


def end_suspension(zaak: models.Zaak, einddatum: date) -> None:
    """A closed zaak has no clock that stands still."""
    for row in zaak.opschortingen.filter(tot__isnull=True):
        row.tot = max(row.van, einddatum)
        row.save(update_fields=["tot"])


def _lock_open(identificatie: str) -> models.Zaak:
    zaak = lock_zaak(identificatie)
    if zaak.einddatum is not None:
        raise ZaakRejected("de zaak is gesloten")
    return zaak


def _check_reden(reden: str) -> None:
    if not 0 < len(reden.strip()) <= REDEN_LENGTE:
        raise ZaakRejected(f"reden: 1 tot {REDEN_LENGTE} tekens")


def _check_van(zaak: models.Zaak, nieuw: NieuweOpschorting, now: datetime) -> None:
    if not zaak.startdatum <= nieuw.van <= day_of(now) + timedelta(days=1):
        raise ZaakRejected("de termijn gaat stilstaan na de start van de zaak, en op zijn laatst morgen")
    last = zaak.opschortingen.order_by("-tot").values_list("tot", flat=True).first()
    if last is not None and nieuw.van < last:
        raise ZaakRejected("in die dagen stond de termijn al stil")
    if nieuw.hersteltermijn is not None and nieuw.hersteltermijn < nieuw.van:
        raise ZaakRejected("de laatste dag om te antwoorden ligt voor de dag waarop de termijn stilstaat")


def _check_duur(zaak: models.Zaak, duur: str) -> None:
    if not zaak.zaaktype.verlenging_mogelijk:
        raise ZaakRejected("bij dit zaaktype mag de termijn niet langer worden")
    try:
        longer = compute_einddatum(zaak.startdatum, duur)
    except InvalidDuur as error:
        raise ZaakRejected(str(error)) from None
    longest = compute_einddatum(zaak.startdatum, zaak.zaaktype.verlengingstermijn)
    if longer is None or longer <= zaak.startdatum:
        raise ZaakRejected("een verlenging duurt ten minste een dag")
    if longest is not None and longer > longest:
        raise ZaakRejected(f"een verlenging duurt ten hoogste {zaak.zaaktype.verlengingstermijn}")


def _check_op(zaak: models.Zaak, op: date, now: datetime) -> None:
    if not zaak.startdatum <= op <= day_of(now):
        raise ZaakRejected("de dag van de verlenging ligt na de start van de zaak, en niet in de toekomst")
    end = zaak.uiterlijke_einddatum_afdoening
    if end is not None and op > end:
        raise ZaakRejected("de termijn is al voorbij: verlengen kan niet meer")
