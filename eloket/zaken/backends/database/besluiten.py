"""Recording besluiten, and telling the resident those that were made known."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from eloket.zaken import models
from eloket.zaken.backends.base import BESLUIT_LENGTE, Besluit, NieuwBesluit, ZaakRejected
from eloket.zaken.backends.database.vertaling import to_besluit
from eloket.zaken.backends.database.vinden import lock_zaak
from eloket.zaken.termijnen import compute_reactiedatum, day_of


def take(identificatie: str, nieuw: NieuwBesluit, *, now: datetime) -> Besluit:
    with transaction.atomic():
        zaak = lock_zaak(identificatie)
        known = models.Besluit.objects.select_related("besluittype").filter(identificatie=nieuw.identificatie)
        row = known.first() or _create(zaak, nieuw, now)
    if row.zaak_id != zaak.pk:
        raise ZaakRejected("dit nummer heeft een besluit in een andere zaak")
    return to_besluit(row)


def announce(identificatie: str, besluit: str, *, verzenddatum: date, now: datetime) -> Besluit:
    with transaction.atomic():
        zaak = lock_zaak(identificatie)
        row = zaak.besluiten.select_related("besluittype").filter(identificatie=besluit).first()
        if row is None:
            raise ZaakRejected(f"deze zaak heeft geen besluit {besluit}")
        if row.verzenddatum is None:
            _check_verzenddatum(row.datum, verzenddatum, now)
            row.verzenddatum = verzenddatum
            row.uiterlijke_reactiedatum = _reactiedatum(row.besluittype, verzenddatum)
            row.save(update_fields=["verzenddatum", "uiterlijke_reactiedatum"])
    return to_besluit(row)


def list_known(zaken: models.zaak.ZaakQuerySet, *, op: date) -> tuple[Besluit, ...]:
    """Those of these zaken that were made known on that day or before."""
    rows = models.Besluit.objects.filter(zaak__in=zaken, verzenddatum__lte=op)
    return tuple(to_besluit(row) for row in rows.select_related("besluittype"))


def list_all(identificatie: str) -> tuple[Besluit, ...]:
    rows = models.Besluit.objects.filter(zaak__identificatie=identificatie)
    return tuple(to_besluit(row) for row in rows.select_related("besluittype"))


def _create(zaak: models.Zaak, nieuw: NieuwBesluit, now: datetime) -> models.Besluit:
    _check(zaak, nieuw, now)
    soort = _find_besluittype(zaak, nieuw)
    sent = nieuw.verzenddatum
    return models.Besluit.objects.create(
        identificatie=nieuw.identificatie,
        zaak=zaak,
        besluittype=soort,
        datum=nieuw.datum,
        ingangsdatum=nieuw.ingangsdatum,
        vervaldatum=nieuw.vervaldatum,
        verzenddatum=sent,
        uiterlijke_reactiedatum=_reactiedatum(soort, sent) if sent else None,
        toelichting=nieuw.toelichting,
        document=_find_document(zaak, nieuw.document),
        door=nieuw.door,
        created_at=now,
    )


def _check(zaak: models.Zaak, nieuw: NieuwBesluit, now: datetime) -> None:
    if zaak.einddatum is not None:
        raise ZaakRejected("de zaak is gesloten")
    if not 0 < len(nieuw.identificatie) <= BESLUIT_LENGTE:
        raise ZaakRejected(f"identificatie: 1 tot {BESLUIT_LENGTE} tekens")
    if not zaak.startdatum <= nieuw.datum <= day_of(now):
        raise ZaakRejected("een besluit valt na de start van de zaak, en niet in de toekomst")
    if nieuw.vervaldatum is not None and nieuw.vervaldatum < nieuw.ingangsdatum:
        raise ZaakRejected("een besluit kan niet vervallen voor het ingaat")
    if nieuw.verzenddatum is not None:
        _check_verzenddatum(nieuw.datum, nieuw.verzenddatum, now)


def _check_verzenddatum(datum: date, verzenddatum: date, now: datetime) -> None:
    if not datum <= verzenddatum <= day_of(now):
        raise ZaakRejected("een besluit wordt bekend na de dag van het besluit, en niet in de toekomst")


def _find_besluittype(zaak: models.Zaak, nieuw: NieuwBesluit) -> models.Besluittype:
    soort = models.Besluittype.objects.filter(
        zaaktype=zaak.zaaktype_id, omschrijving=nieuw.besluittype
    ).first()
    if soort is None:
        raise ZaakRejected(f"dit zaaktype heeft geen besluit {nieuw.besluittype!r}")
    return soort


def _find_document(zaak: models.Zaak, id: str) -> models.Document | None:
    if not id:
        return None
    try:
        found = zaak.documenten.filter(pk=id).first()
    except ValidationError:
        found = None
    if found is None:
        raise ZaakRejected("het document van het besluit hoort niet bij deze zaak")
    return found


def _reactiedatum(soort: models.Besluittype, verzenddatum: date) -> date | None:
    """The last day for bezwaar; None when the besluittype has no such term."""
    if not soort.reactietermijn:
        return None
    return compute_reactiedatum(soort.reactietermijn, verzenddatum).einddatum
