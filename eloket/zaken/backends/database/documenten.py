"""Documents in our own tables, their bytes in bestanden."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from eloket.bestanden.services import (
    BestandNotFound,
    delete_bestand,
    list_bestanden,
    open_bestand,
    store_stream,
)
from eloket.zaken import models
from eloket.zaken.backends.base import Document, DocumentNotFound, NieuwDocument, ZaakNotFound


def add_document(identificatie: str, nieuw: NieuwDocument, *, now: datetime) -> None:
    """A copy of our own, so that what happens to the aanvraag later takes nothing from the zaak."""
    zaak = models.Zaak.objects.filter(identificatie=identificatie).first()
    if zaak is None:
        raise ZaakNotFound(identificatie)
    if models.Document.objects.filter(pk=nieuw.id).exists():
        return
    with transaction.atomic():
        bestand = store_stream(chunks=nieuw.open(), naam=nieuw.titel, mimetype=nieuw.formaat, now=now)
        _row, is_new = models.Document.objects.get_or_create(
            pk=nieuw.id,
            defaults={
                "zaak": zaak,
                "bestand": bestand,
                "informatieobjecttype": nieuw.informatieobjecttype[:80],
                "created_at": now,
            },
        )
        if not is_new:  # another worker was first
            delete_bestand(bestand)


def list_documenten(identificatie: str) -> tuple[Document, ...]:
    rows = list(models.Document.objects.filter(zaak__identificatie=identificatie))
    infos = list_bestanden(row.bestand for row in rows)
    return tuple(
        Document(
            id=str(row.pk),
            titel=infos[row.bestand].naam,
            formaat=infos[row.bestand].mimetype,
            omvang=infos[row.bestand].grootte,
            informatieobjecttype=row.informatieobjecttype,
        )
        for row in rows
        if row.bestand in infos
    )


def open_document(identificatie: str, id: str) -> tuple[Document, Iterator[bytes]]:
    found = next((each for each in list_documenten(identificatie) if each.id == id), None)
    row = models.Document.objects.filter(pk=found.id).first() if found else None
    if found is None or row is None:
        raise DocumentNotFound(id)
    try:
        return found, open_bestand(row.bestand)
    except BestandNotFound as error:
        raise DocumentNotFound(id) from error
