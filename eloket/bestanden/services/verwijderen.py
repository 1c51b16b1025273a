"""Removing files: unreadable at once, the bytes after the commit, and what was cut off is finished later."""

from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.db import transaction

from eloket.bestanden.models import Bestand, read_uuid
from eloket.bestanden.opslag import get_storage
from eloket.lib import klok

log = structlog.get_logger()

ORPHAN_AGE = timedelta(days=1)  # longer than any transaction


def delete_bestand(id: str) -> None:
    """Remove the file: unreadable at once, its bytes gone after the commit. A second call does nothing."""
    if (pk := read_uuid(id)) is None:
        return
    Bestand.objects.filter(pk=pk, deleted_at=None).update(deleted_at=klok.now())
    transaction.on_commit(lambda: _remove(pk), robust=True)


def purge_deleted(*, now: datetime) -> int:
    """Remove what `delete_bestand` marked but could not finish; the number of files removed."""
    waiting = list(
        Bestand.objects.filter(deleted_at__lte=now)
        .order_by("deleted_at", "pk")
        .values_list("pk", flat=True)[:500]
    )
    return sum(_remove(pk) for pk in waiting)


def purge_orphans(*, now: datetime) -> int:
    """Remove bytes of more than a day old without a row: their transaction failed. The number removed."""
    try:
        folders, _ = get_storage().listdir("")
    except FileNotFoundError:  # nothing was ever stored
        return 0
    return sum(_purge_folder(folder, before=now - ORPHAN_AGE) for folder in folders)


def _purge_folder(folder: str, *, before: datetime) -> int:
    _, names = get_storage().listdir(folder)
    known = {
        pk.hex
        for pk in Bestand.objects.filter(pk__in=filter(None, map(read_uuid, names))).values_list(
            "pk", flat=True
        )
    }
    orphans = [
        f"{folder}/{name}"
        for name in names
        if name not in known and get_storage().get_modified_time(f"{folder}/{name}") < before
    ]
    for pad in orphans:
        get_storage().delete(pad)
    return len(orphans)


def _remove(pk: UUID) -> bool:
    """Bytes first, then the row: when the first fails, the row still tells that it must be done."""
    bestand = Bestand.objects.filter(pk=pk, deleted_at__isnull=False).first()
    if bestand is None:
        return False
    try:
        get_storage().delete(bestand.pad)
    except Exception as error:  # whatever the storage raises; the next sweep tries again
        log.warning("bestand_niet_verwijderd", bestand=str(pk), error=type(error).__name__)
        return False
    bestand.delete()
    return True
