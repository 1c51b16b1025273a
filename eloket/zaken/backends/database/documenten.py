"""Documents in our own tables, their bytes in bestanden."""

from collections.abc import Iterator
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from eloket.bestanden.services import (
    BestandNotFound,
    delete_bestand,
    list_bestanden,
    open_bestand,
    store_stream,
)
from eloket.zaken import models
from eloket.zaken.backends.base import (
    Document,
    DocumentNotFound,
    NieuwDocument,
    ZaakNotFound,
    ZaakRejected,
)
from eloket.zaken.models.document import DocumentQuerySet
from eloket.zaken.regels import Documentstatus, Vertrouwelijkheid
from eloket.zaken.termijnen import day_of


def add_document(identificatie: str, nieuw: NieuwDocument, *, now: datetime) -> None:
    """A copy of our own, so that what happens to the aanvraag later takes nothing from the zaak."""
    zaak = models.Zaak.objects.filter(identificatie=identificatie).first()
    if zaak is None:
        raise ZaakNotFound(identificatie)
    _check(zaak, nieuw)
    if models.Document.objects.filter(pk=nieuw.id).exists():
        return
    with transaction.atomic():
        bestand = store_stream(chunks=nieuw.open(), naam=nieuw.titel, mimetype=nieuw.formaat, now=now)
        _row, is_new = models.Document.objects.get_or_create(
            pk=nieuw.id,
            defaults={
                "zaak": zaak,
                "bestand": bestand,
                "informatieobjecttype": nieuw.informatieobjecttype,
                "status": nieuw.status,
                "vertrouwelijkheidaanduiding": nieuw.vertrouwelijkheidaanduiding,
                "tonen_aan_initiator": nieuw.tonen_aan_initiator,
                "created_at": now,
            },
        )
        if not is_new:  # another worker was first
            delete_bestand(bestand)


def list_documenten(rows: DocumentQuerySet) -> tuple[Document, ...]:
    """These documents, oldest first, without those whose bytes are gone."""
    found = list(rows.order_by("created_at", "pk"))
    infos = list_bestanden(row.bestand for row in found)
    return tuple(
        Document(
            id=str(row.pk),
            titel=infos[row.bestand].naam,
            formaat=infos[row.bestand].mimetype,
            omvang=infos[row.bestand].grootte,
            informatieobjecttype=row.informatieobjecttype,
            status=row.status,
            vertrouwelijkheidaanduiding=row.vertrouwelijkheidaanduiding,
            tonen_aan_initiator=row.tonen_aan_initiator,
            registratiedatum=day_of(row.created_at),
        )
        for row in found
        if row.bestand in infos
    )


def open_document(rows: DocumentQuerySet, id: str) -> tuple[Document, Iterator[bytes]]:
    """The one with this id among `rows`. Errors: `DocumentNotFound`."""
    try:
        row = rows.filter(pk=id).first()
    except ValidationError:  # no uuid at all
        row = None
    found = list_documenten(rows.filter(pk=row.pk)) if row else ()
    if row is None or not found:
        raise DocumentNotFound(id)
    try:
        return found[0], open_bestand(row.bestand)
    except BestandNotFound as error:
        raise DocumentNotFound(id) from error


def _check(zaak: models.Zaak, nieuw: NieuwDocument) -> None:
    soort = nieuw.informatieobjecttype
    if soort and not zaak.zaaktype.informatieobjecttypen.filter(omschrijving=soort).exists():
        raise ZaakRejected(f"dit zaaktype kent geen document {soort!r}")
    if nieuw.status not in Documentstatus.values:
        raise ZaakRejected(f"status {nieuw.status!r} van een document bestaat niet")
    if nieuw.vertrouwelijkheidaanduiding not in Vertrouwelijkheid.values:
        raise ZaakRejected(f"vertrouwelijkheidaanduiding {nieuw.vertrouwelijkheidaanduiding!r} bestaat niet")
