"""Receiving a stranger's file: bounded, told apart by its content, scanned, read anew, and then kept.

In two halves, because the first takes seconds and the second stands in the caller's transaction.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any

import structlog
from django.conf import settings
from django.core.files.base import File
from django.utils.translation import gettext, ngettext

from eloket.bestanden.backends import get_scanner
from eloket.bestanden.backends.base import ScannerError
from eloket.bestanden.herlezen import reread
from eloket.bestanden.models import Bestand, Staat
from eloket.bestanden.namen import clean_naam, with_extensie
from eloket.bestanden.services.bewaren import BestandInfo, keep, to_info
from eloket.bestanden.services.scannen import enqueue_scan
from eloket.bestanden.soorten import BEELD, HEAD, SOORTEN, Soort, find_soort
from eloket.bestanden.weigering import Reden, UploadRefused

log = structlog.get_logger()

CHUNK = 64 * 1024
MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Grenzen:
    """What one field takes: codes of `soorten.SOORTEN`, and the largest file in MB (0: as we take)."""

    soorten: tuple[str, ...] = tuple(SOORTEN)
    max_mb: int = 0

    @property
    def mb(self) -> int:
        most = int(settings.ELOKET_UPLOAD_MAX_MB)
        return min(self.max_mb or most, most)

    @property
    def accept(self) -> str:
        """For the accept attribute of the field. Without HEIC: then an iPhone makes a JPEG of it itself."""
        known = [SOORTEN[code] for code in self.soorten if code != "heic"]
        return ",".join([soort.mimetype for soort in known] + [f".{e}" for s in known for e in s.extensies])

    @property
    def namen(self) -> str:
        """The kinds in words, in the active language: "pdf, jpg of png"."""
        names = [str(SOORTEN[code].naam) for code in self.soorten]
        if len(names) < 2:
            return "".join(names)
        return gettext("%(eerst)s of %(laatst)s") % {"eerst": ", ".join(names[:-1]), "laatst": names[-1]}

    def tell(self, aantal: int) -> str:
        """What may be sent, in one line, in the active language."""
        text = ngettext(
            "U kunt %(aantal)d bestand meesturen: %(soorten)s, hooguit %(mb)d MB.",
            "U kunt %(aantal)d bestanden meesturen: %(soorten)s, elk hooguit %(mb)d MB.",
            aantal,
        ) % {"aantal": aantal, "soorten": self.namen, "mb": self.mb}
        return text.replace(" MB", "\N{NO-BREAK SPACE}MB")


@dataclass(slots=True)
class Ontvangen:
    """A file that may be kept, and is not yet. Close it, or use it as a context."""

    naam: str
    mimetype: str
    staat: str
    inhoud: IO[bytes] = field(repr=False)

    def __enter__(self) -> "Ontvangen":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.inhoud.close()


def receive_upload(upload: "File[Any]", *, grenzen: Grenzen, now: datetime) -> BestandInfo:
    """`inspect_upload` and `keep_upload` in one. Errors: `UploadRefused`."""
    with inspect_upload(upload, grenzen=grenzen) as ontvangen:
        return keep_upload(ontvangen, now=now)


def inspect_upload(upload: "File[Any]", *, grenzen: Grenzen) -> Ontvangen:
    """Read, judge and rewrite a file; the database is not asked. Errors: `UploadRefused`.

    A scanner that does not answer refuses nothing: the file is then held (`Staat.WACHT`) until it has spoken.
    """
    naam = clean_naam(upload.name or "")
    params = {"naam": naam, "max_mb": grenzen.mb, "soorten": grenzen.namen}
    try:
        with _spool(upload, grenzen) as source:
            soort = _tell(source, grenzen)
            staat = _scan(source)
            inhoud = reread(source, soort=soort.code)
        kept = _kept_as(inhoud)
    except UploadRefused as refused:
        log.info("upload_geweigerd", reden=refused.reden.value)
        raise UploadRefused(refused.reden, **params) from None
    except OSError as error:  # no room for a temporary file
        log.error("upload_niet_bewaard", error=type(error).__name__)
        raise UploadRefused(Reden.OPSLAG, **params) from error
    drop = [each for code in BEELD for each in SOORTEN[code].extensies] if soort.code in BEELD else []
    return Ontvangen(with_extensie(naam, kept.extensies, drop=drop), kept.mimetype, staat, inhoud)


def keep_upload(ontvangen: Ontvangen, *, now: datetime) -> BestandInfo:
    """Keep it, in the caller's transaction; what waits for the scanner is offered again by the outbox.

    Errors: `UploadRefused` when the storage does not take it now.
    """
    bestand = Bestand(naam=ontvangen.naam, mimetype=ontvangen.mimetype, staat=ontvangen.staat, created_at=now)
    try:
        keep(bestand, _chunks(ontvangen.inhoud))
    except OSError as error:
        log.error("upload_niet_bewaard", error=type(error).__name__)
        raise UploadRefused(Reden.OPSLAG, naam=ontvangen.naam) from error
    if bestand.staat == Staat.WACHT:
        enqueue_scan(bestand, now=now)
    return to_info(bestand)


def _spool(upload: "File[Any]", grenzen: Grenzen) -> IO[bytes]:
    """What was sent, in a file without a name that is gone when the process is. Stops at the limit.

    Errors: `UploadRefused`, `OSError`.
    """
    if getattr(upload, "mislukt", False):  # no room while it came in (`upload.py`)
        raise UploadRefused(Reden.OPSLAG)
    spool, size = TemporaryFile(), 0  # noqa: SIM115 — the caller closes it
    try:
        for chunk in upload.chunks(CHUNK):
            size += len(chunk)
            if size > grenzen.mb * MB:
                raise UploadRefused(Reden.TE_GROOT)
            spool.write(chunk)
        if not size:
            raise UploadRefused(Reden.LEEG)
        spool.flush()
    except BaseException:
        spool.close()
        raise
    return spool


def _tell(source: IO[bytes], grenzen: Grenzen) -> Soort:
    soort = find_soort(_read_at(source, 0, HEAD))
    if soort is None or soort.code not in grenzen.soorten:
        raise UploadRefused(Reden.SOORT)
    return soort


def _scan(source: IO[bytes]) -> str:
    """On what was sent, before it is rewritten: that is what somebody meant to bring in."""
    try:
        oordeel = get_scanner().scan(_chunks(source))
    except ScannerError as error:
        log.warning("scanner_zonder_oordeel", error=type(error).__name__)
        return Staat.WACHT
    if not oordeel.schoon:
        log.warning("virus_gevonden", gevonden=oordeel.gevonden)
        raise UploadRefused(Reden.VIRUS)
    return Staat.SCHOON


def _kept_as(inhoud: IO[bytes]) -> Soort:
    """What the program that read it made of it."""
    soort = find_soort(_read_at(inhoud, 0, HEAD))
    if soort is None:
        inhoud.close()
        raise UploadRefused(Reden.BESCHADIGD)
    return soort


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    place = 0
    while chunk := _read_at(file, place, CHUNK):
        place += len(chunk)
        yield chunk


def _read_at(file: IO[bytes], place: int, size: int) -> bytes:
    """Without moving the place in the file, which is shared with the program that reads it."""
    return os.pread(file.fileno(), size, place)


def all_soorten() -> Sequence[Soort]:
    """Every kind that can be taken, to choose from."""
    return tuple(SOORTEN.values())
