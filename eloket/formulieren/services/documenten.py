"""The files of an aanvraag and its copy, handed to the zaakregister one by one after the zaak is there."""

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from django.utils import translation

from eloket.berichten.services import send_bericht
from eloket.bestanden.services import Staat, list_bestanden, open_bestand
from eloket.formulieren.models import SCAN, Aanvraag, Bijlage, Status
from eloket.formulieren.services.afronden import hasten_when_whole, note_bijlage, note_kopie
from eloket.formulieren.services.kopie import make_kopie
from eloket.formulieren.services.registerfouten import told_to_the_outbox
from eloket.lib.partij import from_dict
from eloket.outbox.services import NeedsPerson, enqueue
from eloket.zaken.services import NieuwDocument, add_document, has_documenten

HANDLER = "formulieren.deliver_bijlage"
DELIVER_KOPIE = "formulieren.deliver_kopie"


def enqueue_bijlagen(aanvraag: Aanvraag, *, now: datetime) -> None:
    """One row of work for each file; none where the register takes no documents."""
    if not has_documenten():
        return
    for pk in aanvraag.bijlagen.values_list("pk", flat=True):
        ids = {"bijlage": str(pk), "formulier": aanvraag.versie.definitie.slug}
        enqueue(handler=HANDLER, ids=ids, key=f"{HANDLER}:{pk}", now=now)


def deliver_bijlage(id: str, *, now: datetime) -> None:
    """Hand one file to the register; a held one waits until the scanner has spoken (`settle_bijlage`).

    Errors: `TryLater`, `NeedsPerson`.
    """
    bijlage = Bijlage.objects.select_related("aanvraag__versie").filter(pk=id).first()
    aanvraag = bijlage.aanvraag if bijlage else None
    if bijlage is None or aanvraag is None or aanvraag.status != Status.GEREGISTREERD:
        return  # gone, or not sent; when the zaak comes, so does this
    info = list_bestanden([bijlage.bestand]).get(bijlage.bestand)
    if info is None or info.staat == Staat.WACHT or bijlage.bezorgd_at:
        return
    if info.staat == Staat.GEWEIGERD:
        _ask_person(bijlage, aanvraag, now=now)
        return
    nieuw = NieuwDocument(
        id=str(bijlage.pk),
        titel=f"Brief - {info.naam}" if bijlage.veld == SCAN else info.naam,
        formaat=info.mimetype,
        informatieobjecttype=_soort_document(aanvraag, bijlage.veld),
        open=lambda: open_bestand(info.id),
        tonen_aan_initiator=True,  # what they sent themselves
    )
    with told_to_the_outbox():
        add_document(aanvraag.zaak_id, nieuw, now=now)
    note_bijlage(bijlage, aanvraag, now=now)


def deliver_kopie(uuid: str, *, now: datetime) -> None:
    """Hand the copy to a register elsewhere: who handles the zaak there sees no aanvraag of ours.

    Errors: `TryLater`, `NeedsPerson`.
    """
    make_kopie(uuid, now=now)
    aanvraag = Aanvraag.objects.defer("antwoorden").get(pk=uuid)
    if aanvraag.kopie_bezorgd_at or aanvraag.gewist_at:
        return
    nieuw = NieuwDocument(
        id=str(uuid5(NAMESPACE_URL, f"kopie:{aanvraag.pk}")),
        titel=f"{aanvraag.identificatie}.pdf",
        formaat="application/pdf",
        informatieobjecttype="",
        open=lambda: open_bestand(aanvraag.kopie),
        tonen_aan_initiator=True,
    )
    with told_to_the_outbox():
        add_document(aanvraag.zaak_id, nieuw, now=now)
    note_kopie(aanvraag, now=now)


def _ask_person(bijlage: Bijlage, aanvraag: Aanvraag, *, now: datetime) -> None:
    """Once: who has read it and acted says "Opnieuw", and the row is done. Errors: `NeedsPerson`."""
    if Bijlage.objects.filter(pk=bijlage.pk, gemeld_at=None).update(gemeld_at=now):
        raise NeedsPerson(
            f"{aanvraag.identificatie}: de virusscanner weigerde een bestand. Vraag de aanvrager om een "
            "nieuw, en kies daarna “Opnieuw”."
        )


def settle_bijlage(bijlage: Bijlage | None, *, now: datetime) -> None:
    """The scanner has spoken of a file that was sent: it goes to the zaak, or its sender hears of it."""
    aanvraag = bijlage.aanvraag if bijlage else None
    if bijlage is None or aanvraag is None:
        return
    if has_documenten():
        key = f"{HANDLER}:{bijlage.pk}:gescand"  # the first row found it held
        enqueue(handler=HANDLER, ids={"bijlage": str(bijlage.pk)}, key=key, now=now)
    info = list_bestanden([bijlage.bestand]).get(bijlage.bestand)
    if info is None or info.staat != Staat.GEWEIGERD:
        return
    hasten_when_whole(aanvraag, now=now)
    if aanvraag.email:
        _tell_refused(aanvraag, bijlage, now=now)


def _tell_refused(aanvraag: Aanvraag, bijlage: Bijlage, *, now: datetime) -> None:
    with translation.override(aanvraag.taal):
        send_bericht(
            sjabloon="bestand_geweigerd",
            email=aanvraag.email,
            gegevens={
                "reference": aanvraag.identificatie,
                "product": str(aanvraag.versie.definitie.titel),
            },
            taal=aanvraag.taal,
            key=f"bestand_geweigerd:{bijlage.pk}",
            now=now,
            partij=from_dict(aanvraag.belanghebbende) if aanvraag.belanghebbende else None,
        )


def _soort_document(aanvraag: Aanvraag, sleutel: str) -> str:
    velden = aanvraag.versie.definitie.velden
    return next((veld.informatieobjecttype for veld in velden if veld.sleutel == sleutel), "")
