"""From here to the zaakregister: what a resident sent is brought there, once, however often it is tried."""

import uuid as uuid_module
from collections.abc import Iterator
from datetime import datetime

import structlog
from django.db import transaction

from eloket.bestanden.services import BestandInfo, Staat, delete_bestand, list_bestanden, open_bestand
from eloket.lib import partij
from eloket.lib.partij import Identificerend
from eloket.mijnzaken.models import Inzending, Inzendingsbestand, Stand
from eloket.outbox.services import NeedsPerson, TryLater, enqueue
from eloket.zaken.services import (
    NieuwDocument,
    RegisterError,
    RegisterUnavailable,
    ZaakNotFound,
    ZaakRejected,
    add_document,
    answer_aanvulling,
    registers_in_transaction,
)

HANDLER = "mijnzaken.bezorg"
log = structlog.get_logger(__name__)


def deliver_at_once(inzending: Inzending, *, now: datetime) -> None:
    """Into the built-in register in the caller's transaction; into another, or later, by the worker."""
    if registers_in_transaction(inzending.zaak):
        try:
            with transaction.atomic():
                _deliver(Inzending.objects.get(pk=inzending.pk), now=now)
        except RegisterError as error:
            log.warning("inzending_later", inzending=str(inzending.pk), error=type(error).__name__)
        else:
            return
    enqueue_bezorging(inzending, now=now)


def enqueue_bezorging(inzending: Inzending, *, now: datetime, turn: str = "") -> None:
    """Work for the worker; `turn` tells one time from the next."""
    key = f"{HANDLER}:{inzending.pk}:{turn}"
    enqueue(handler=HANDLER, ids={"inzending": str(inzending.pk)}, key=key, now=now)


def deliver(id: str, *, now: datetime) -> None:
    """The worker's way. Errors: `TryLater` when the register is away, `NeedsPerson` when it refuses."""
    inzending = Inzending.objects.filter(pk=id, stand=Stand.VERSTUURD).first()
    if inzending is None:
        return
    try:
        _deliver(inzending, now=now)
    except RegisterUnavailable as error:
        raise TryLater(f"zaakregister: {error}") from error
    except RegisterError as error:
        raise NeedsPerson(f"{inzending.zaak}: zaakregister: {error}") from error


def hear_scanner(bestand: str, *, now: datetime) -> None:
    """A held file was freed or refused: what it belongs to goes on, when it was sent."""
    row = Inzendingsbestand.objects.select_related("inzending").filter(bestand=bestand).first()
    if row is not None and row.inzending.stand == Stand.VERSTUURD:
        enqueue_bezorging(row.inzending, now=now, turn=str(row.pk))


def _deliver(inzending: Inzending, *, now: datetime) -> None:
    files = list(inzending.bestanden.all())
    infos = list_bestanden(file.bestand for file in files)
    clean = [file for file in files if file.bestand in infos and infos[file.bestand].staat == Staat.SCHOON]
    documenten = [_to_document(file, infos[file.bestand]) for file in clean]
    if inzending.verzoek and inzending.beantwoord_at is None:
        _answer(inzending, documenten, now=now)
    else:
        for document in documenten:
            add_document(inzending.zaak, document, now=now)
    with transaction.atomic():
        for file in clean:
            delete_bestand(file.bestand)
            file.delete()
        _settle(inzending, waits=any(info.staat == Staat.WACHT for info in infos.values()), now=now)


def _answer(inzending: Inzending, documenten: list[NieuwDocument], *, now: datetime) -> None:
    """As of the moment at which it was sent: that is when the clock of the gemeente goes on.

    A question that was answered otherwise or a zaak that was closed meanwhile throws nothing away: the words
    then go to the zaak as a document.
    """
    sent = inzending.verstuurd_at or now
    try:
        answer_aanvulling(
            inzending.zaak,
            inzending.verzoek,
            inzending.tekst,
            documenten,
            voor=_belanghebbende(inzending),
            now=sent,
        )
    except ZaakNotFound:
        raise
    except ZaakRejected as error:
        log.warning("antwoord_als_document", inzending=str(inzending.pk), error=str(error))
        for document in [*documenten, *_words(inzending)]:
            add_document(inzending.zaak, document, now=now)
    inzending.beantwoord_at = sent


def _settle(inzending: Inzending, *, waits: bool, now: datetime) -> None:
    """It is there. What waits for the scanner comes later; the words here are no longer needed."""
    inzending.tekst = ""
    if not waits:
        inzending.stand, inzending.bezorgd_at = Stand.BEZORGD, now
    inzending.save(update_fields=["tekst", "stand", "bezorgd_at", "beantwoord_at"])


def _to_document(file: Inzendingsbestand, info: BestandInfo) -> NieuwDocument:
    return NieuwDocument(
        id=str(file.pk),
        titel=info.naam,
        formaat=info.mimetype,
        informatieobjecttype="",
        open=lambda: open_bestand(info.id),
        tonen_aan_initiator=True,  # what they sent themselves
    )


def _words(inzending: Inzending) -> list[NieuwDocument]:
    """What was typed, as a document of its own."""
    if not inzending.tekst.strip():
        return []

    def read() -> Iterator[bytes]:
        return iter([words])

    words = inzending.tekst.encode()
    return [
        NieuwDocument(
            id=str(uuid_module.uuid5(inzending.pk, "tekst")),
            titel="Antwoord van de inwoner.txt",
            formaat="text/plain",
            informatieobjecttype="",
            open=read,
            tonen_aan_initiator=True,
        )
    ]


def _belanghebbende(inzending: Inzending) -> Identificerend:
    found = partij.from_dict(inzending.partij)
    if not isinstance(found, Identificerend):
        raise TypeError("only who identifies has a zaak to answer in")
    return found
