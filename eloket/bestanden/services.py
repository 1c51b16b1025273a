"""The door of bestanden: keep, read, serve and remove the files that belong to people."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import transaction
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from eloket.bestanden.models import Bestand
from eloket.bestanden.namen import clean_naam
from eloket.lib import klok
from eloket.lib.versleuteling import NotDecryptable, decrypt, encrypt

__all__ = [
    "BestandNotFound",
    "Bestandsinhoud",
    "delete_bestand",
    "purge_deleted",
    "purge_orphans",
    "read_bestand",
    "serve_bestand",
    "store_bestand",
]

log = structlog.get_logger()

ORPHAN_AGE = timedelta(days=1)  # longer than any transaction


class BestandNotFound(Exception):
    """There is no such file, or its bytes are gone or damaged (the log says which)."""


@dataclass(frozen=True, slots=True)
class Bestandsinhoud:
    """A kept file: the cleaned name, the media type and the plain bytes."""

    naam: str
    mimetype: str
    inhoud: bytes = field(repr=False)


def store_bestand(*, inhoud: bytes, naam: str, mimetype: str, now: datetime) -> str:
    """Keep these bytes, encrypted; the answer is the file's id (a uuid).

    `mimetype` is what we established ourselves, never what a browser said. The bytes are written before the
    row, so that a row never points at nothing; when the caller's transaction fails afterwards, the bytes
    that nobody points at are swept away (`purge_orphans`).
    """
    bestand = Bestand(
        naam=clean_naam(naam),
        mimetype=mimetype,
        grootte=len(inhoud),
        sha256=hashlib.sha256(inhoud).hexdigest(),
        created_at=now,
    )
    _storage().save(bestand.pad, ContentFile(encrypt(inhoud)))
    try:
        bestand.save(force_insert=True)
    except Exception:
        _storage().delete(bestand.pad)
        raise
    return str(bestand.pk)


def read_bestand(id: str) -> Bestandsinhoud:
    """The file with its plain bytes, checked against what was stored. Errors: `BestandNotFound`."""
    bestand = _get(id)
    inhoud = _read_bytes(bestand)
    return Bestandsinhoud(naam=bestand.naam, mimetype=bestand.mimetype, inhoud=inhoud)


def serve_bestand(id: str, *, als: str) -> HttpResponse:
    """An answer that a browser saves as `als` and never opens as a page. Errors: `BestandNotFound`.

    The caller has checked whose file it is.
    """
    bestand = read_bestand(id)
    disposition = content_disposition_header(as_attachment=True, filename=clean_naam(als))
    return HttpResponse(
        bestand.inhoud,
        content_type=bestand.mimetype,
        headers={
            "Content-Disposition": disposition or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "private, no-store",
            "Cross-Origin-Resource-Policy": "same-origin",
        },
    )


def delete_bestand(id: str) -> None:
    """Remove the file: unreadable at once, its bytes gone after the commit. A second call does nothing."""
    if (pk := _uuid(id)) is None:
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
        folders, _ = _storage().listdir("")
    except FileNotFoundError:  # nothing was ever stored
        return 0
    return sum(_purge_folder(folder, before=now - ORPHAN_AGE) for folder in folders)


def _purge_folder(folder: str, *, before: datetime) -> int:
    _, names = _storage().listdir(folder)
    known = {
        pk.hex
        for pk in Bestand.objects.filter(pk__in=filter(None, map(_uuid, names))).values_list("pk", flat=True)
    }
    orphans = [
        f"{folder}/{name}"
        for name in names
        if name not in known and _storage().get_modified_time(f"{folder}/{name}") < before
    ]
    for pad in orphans:
        _storage().delete(pad)
    return len(orphans)


def _remove(pk: UUID) -> bool:
    """Bytes first, then the row: when the first fails, the row still tells that it must be done."""
    bestand = Bestand.objects.filter(pk=pk, deleted_at__isnull=False).first()
    if bestand is None:
        return False
    try:
        _storage().delete(bestand.pad)
    except Exception as error:  # whatever the storage raises; the next sweep tries again
        log.warning("bestand_niet_verwijderd", bestand=str(pk), error=type(error).__name__)
        return False
    bestand.delete()
    return True


def _get(id: str) -> Bestand:
    pk = _uuid(id)
    bestand = Bestand.objects.filter(pk=pk, deleted_at=None).first() if pk else None
    if bestand is None:
        raise BestandNotFound("geen bestand met deze id")
    return bestand


def _read_bytes(bestand: Bestand) -> bytes:
    try:
        with _storage().open(bestand.pad) as file:
            inhoud = decrypt(file.read())
    except (
        FileNotFoundError,
        NotDecryptable,
    ) as error:  # a storage out of reach is another matter: it raises
        log.error("bestand_onleesbaar", bestand=str(bestand.pk), error=type(error).__name__)
        raise BestandNotFound("de inhoud van dit bestand is er niet meer") from None
    if hashlib.sha256(inhoud).hexdigest() != bestand.sha256:
        log.error("bestand_verwisseld", bestand=str(bestand.pk))
        raise BestandNotFound("de inhoud van dit bestand klopt niet")
    return inhoud


def _storage() -> Storage:
    return storages["bestanden"]


def _uuid(id: str) -> UUID | None:
    try:
        return UUID(str(id))
    except ValueError:
        return None
