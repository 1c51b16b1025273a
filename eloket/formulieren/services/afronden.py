"""The end of opening a zaak in a register elsewhere: its first status, as soon as its documents are there.

The work for it is planned when the zaak is begun, for the last moment; the last document brings it forward.
"""

from datetime import datetime, timedelta

from django.db import transaction

from eloket.bestanden.services import Staat, list_bestanden
from eloket.formulieren.models import Aanvraag, Bijlage
from eloket.formulieren.services.registerfouten import told_to_the_outbox
from eloket.outbox.services import enqueue, hasten
from eloket.zaken.services import complete_zaak, has_documenten

HANDLER = "formulieren.complete_zaak"
#: No longer than this a zaak waits for a document that cannot come yet, such as one that the scanner holds.
UITERLIJK = timedelta(hours=24)


def plan_afronding(aanvraag: Aanvraag, *, now: datetime) -> None:
    """Write the work for the last step, in the caller's transaction."""
    enqueue(
        handler=HANDLER,
        ids={"aanvraag": str(aanvraag.pk), "formulier": aanvraag.versie.definitie.slug},
        key=_key(aanvraag),
        now=now,
        not_before=now + (UITERLIJK if has_documenten() else timedelta()),
    )


def complete_aanvraag(uuid: str, *, now: datetime) -> None:
    """Tell the world that the zaak is complete, once. Errors: `TryLater`, `NeedsPerson`."""
    aanvraag = Aanvraag.objects.only("zaak_id", "compleet_at").get(pk=uuid)
    if aanvraag.compleet_at:
        return
    with told_to_the_outbox():
        complete_zaak(aanvraag.zaak_id, now=now)
    Aanvraag.objects.filter(pk=aanvraag.pk).update(compleet_at=now)


def note_kopie(aanvraag: Aanvraag, *, now: datetime) -> None:
    """The register took the copy."""
    with transaction.atomic():
        _lock(aanvraag)
        Aanvraag.objects.filter(pk=aanvraag.pk).update(kopie_bezorgd_at=now)
        hasten_when_whole(aanvraag, now=now)


def note_bijlage(bijlage: Bijlage, aanvraag: Aanvraag, *, now: datetime) -> None:
    """The register took this file."""
    with transaction.atomic():
        _lock(aanvraag)
        Bijlage.objects.filter(pk=bijlage.pk).update(bezorgd_at=now)
        hasten_when_whole(aanvraag, now=now)


def hasten_when_whole(aanvraag: Aanvraag, *, now: datetime) -> None:
    """Bring the last step forward when nothing is still to come. A file that was refused never comes."""
    if _has_kopie(aanvraag) and not _awaits_bijlage(aanvraag):
        hasten(key=_key(aanvraag), now=now)


def _has_kopie(aanvraag: Aanvraag) -> bool:
    return Aanvraag.objects.filter(pk=aanvraag.pk, kopie_bezorgd_at__isnull=False).exists()


def _awaits_bijlage(aanvraag: Aanvraag) -> bool:
    left = Bijlage.objects.undelivered().filter(aanvraag=aanvraag).values_list("bestand", flat=True)
    return any(info.staat != Staat.GEWEIGERD for info in list_bestanden(list(left)).values())


def _lock(aanvraag: Aanvraag) -> None:
    """Of two documents that come at once, the second sees the first."""
    Aanvraag.objects.select_for_update().only("pk").get(pk=aanvraag.pk)


def _key(aanvraag: Aanvraag) -> str:
    return f"{HANDLER}:{aanvraag.pk}"
