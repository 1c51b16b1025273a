"""Asking the aanvrager what they think of what the gemeente wants to decide."""

from datetime import date, datetime

from django.db import transaction

from eloket.zaken.backends.base import ZaakRejected
from eloket.zaken.backends.database.vinden import lock_zaak
from eloket.zaken.termijnen import day_of


def request(identificatie: str, *, tot: date, now: datetime) -> None:
    with transaction.atomic():
        zaak = lock_zaak(identificatie)
        if zaak.zienswijze_tot == tot:
            return
        if zaak.einddatum is not None:
            raise ZaakRejected("de zaak is gesloten")
        if tot <= day_of(now):
            raise ZaakRejected("de laatste dag om te reageren ligt na vandaag")
        zaak.zienswijze_tot = tot
        zaak.save(update_fields=["zienswijze_tot"])
