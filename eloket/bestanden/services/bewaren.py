"""Keeping a file, reading it and serving it: always piece by piece, so that its size costs no memory."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

import structlog
from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from eloket.bestanden import opslag
from eloket.bestanden.models import Bestand, Staat, read_uuid
from eloket.bestanden.namen import clean_naam
from eloket.lib.versleuteling import NotDecryptable

log = structlog.get_logger()


class BestandNotFound(Exception):
    """There is no such file, or its bytes are gone or damaged (the log says which)."""


class BestandHeld(BestandNotFound):
    """It is there, and not given to anybody: it waits for the virus scanner, or that refused it."""


@dataclass(frozen=True, slots=True)
class BestandInfo:
    """What may be told of a file. `grootte` in bytes; `staat` one of `Staat`."""

    id: str
    naam: str
    mimetype: str
    grootte: int
    staat: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Bestandsinhoud:
    """A kept file: the cleaned name, the media type and the plain bytes."""

    naam: str
    mimetype: str
    inhoud: bytes = field(repr=False)


def store_bestand(*, inhoud: bytes, naam: str, mimetype: str, now: datetime) -> str:
    """Keep these bytes, encrypted; the answer is the file's id (a uuid). As `store_stream`."""
    return store_stream(chunks=(inhoud,), naam=naam, mimetype=mimetype, now=now)


def store_stream(*, chunks: Iterable[bytes], naam: str, mimetype: str, now: datetime) -> str:
    """Keep what these chunks hold, encrypted on the way; the answer is the file's id (a uuid).

    `mimetype` is what we established ourselves, never what a browser said. The bytes are written before the
    row, so that a row never points at nothing; when the caller's transaction fails afterwards, the bytes
    that nobody points at are swept away (`purge_orphans`). Errors: whatever the storage raises.
    """
    bestand = Bestand(naam=clean_naam(naam), mimetype=mimetype, created_at=now)
    keep(bestand, chunks)
    return str(bestand.pk)


def keep(bestand: Bestand, chunks: Iterable[bytes]) -> None:
    """The bytes, then the row. Errors: whatever the storage raises; then neither stays."""
    written = opslag.write(bestand.pad, chunks, context=str(bestand.pk))
    bestand.grootte, bestand.sha256 = written.grootte, written.sha256
    try:
        bestand.save(force_insert=True)
    except Exception:
        opslag.remove_quietly(bestand.pad)
        raise


def list_bestanden(ids: Iterable[str]) -> dict[str, BestandInfo]:
    """What may be told of these files, by id; without those that are gone. One query at most."""
    keys = [pk for pk in map(read_uuid, ids) if pk]
    if not keys:
        return {}
    return {str(row.pk): to_info(row) for row in Bestand.objects.filter(pk__in=keys, deleted_at=None)}


def to_info(bestand: Bestand) -> BestandInfo:
    return BestandInfo(
        id=str(bestand.pk),
        naam=bestand.naam,
        mimetype=bestand.mimetype,
        grootte=bestand.grootte,
        staat=bestand.staat,
        sha256=bestand.sha256,
    )


def read_bestand(id: str) -> Bestandsinhoud:
    """The file with its plain bytes, whole in memory: for what we know to be small.

    Errors: `BestandNotFound`.
    """
    bestand = _get(id)
    return Bestandsinhoud(bestand.naam, bestand.mimetype, b"".join(_stream(bestand)))


def open_bestand(id: str) -> Iterator[bytes]:
    """The plain bytes, piece by piece. Errors: `BestandNotFound`, at the call or at a damaged piece."""
    return _begin(_stream(_get(id)))


def serve_bestand(id: str, *, als: str = "") -> StreamingHttpResponse:
    """An answer that a browser saves (as `als`, else under its own name) and never opens as a page.

    Errors: `BestandNotFound`.

    The caller has checked whose file it is. A file that turns out damaged on the way is cut off there, and
    the browser sees that it is shorter than was said.
    """
    bestand = _get(id)
    return serve_chunks(
        _begin(_stream(bestand)), naam=als or bestand.naam, mimetype=bestand.mimetype, grootte=bestand.grootte
    )


def serve_chunks(chunks: Iterator[bytes], *, naam: str, mimetype: str, grootte: int) -> StreamingHttpResponse:
    """The same, for a file that stands elsewhere. `grootte` in bytes."""
    disposition = content_disposition_header(as_attachment=True, filename=clean_naam(naam))
    return StreamingHttpResponse(
        chunks,
        content_type=mimetype,
        headers={
            "Content-Length": str(grootte),
            "Content-Disposition": disposition or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "private, no-store",
            "Cross-Origin-Resource-Policy": "same-origin",
        },
    )


def _get(id: str) -> Bestand:
    pk = read_uuid(id)
    bestand = Bestand.objects.filter(pk=pk, deleted_at=None).first() if pk else None
    if bestand is None:
        raise BestandNotFound("geen bestand met deze id")
    if bestand.staat != Staat.SCHOON:
        raise BestandHeld(bestand.staat)
    return bestand


def _begin(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same, with the first piece read already: what is not there is told before an answer begins."""
    first = next(chunks, b"")
    return chain((first,), chunks)


def _stream(bestand: Bestand) -> Iterator[bytes]:
    """Errors: `BestandNotFound`. A storage out of reach is another matter: it raises what it raises."""
    try:
        yield from _check_sha256(bestand, opslag.read(bestand.pad, context=str(bestand.pk)))
    except (FileNotFoundError, NotDecryptable) as error:
        log.error("bestand_onleesbaar", bestand=str(bestand.pk), error=type(error).__name__)
        raise BestandNotFound("de inhoud van dit bestand is er niet meer") from None


def _check_sha256(bestand: Bestand, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same; the last piece comes only when all of it is what was stored.

    What was kept before files were encrypted piece by piece is one piece, and does not know whose it is.
    """
    digest, held = hashlib.sha256(), b""
    for chunk in chunks:
        digest.update(chunk)
        if held:
            yield held
        held = chunk
    if digest.hexdigest() != bestand.sha256:
        log.error("bestand_verwisseld", bestand=str(bestand.pk))
        raise BestandNotFound("de inhoud van dit bestand klopt niet")
    yield held
