"""A held file: offered to the scanner until it has spoken, then released or thrown away."""

from datetime import datetime

import structlog
from django.db import transaction

from eloket.bestanden import opslag
from eloket.bestanden.backends import get_scanner
from eloket.bestanden.backends.base import Oordeel, ScannerMisconfigured, ScannerUnavailable
from eloket.bestanden.models import Bestand, Staat
from eloket.lib.versleuteling import NotDecryptable
from eloket.outbox.services import NeedsPerson, TryLater, enqueue, publish

log = structlog.get_logger()

HANDLER = "bestanden.scan"


def enqueue_scan(bestand: Bestand, *, now: datetime) -> None:
    id_ = str(bestand.pk)
    enqueue(handler=HANDLER, ids={"bestand": id_}, key=f"{HANDLER}:{id_}", now=now)


def scan_bestand(id: str, *, now: datetime) -> None:
    """What the worker does with a held file; again is no more than a look.

    Publishes `bestand.vrijgegeven` or `bestand.geweigerd`. Errors: `TryLater`, `NeedsPerson`.
    """
    bestand = Bestand.objects.filter(pk=id, deleted_at=None, staat=Staat.WACHT).first()
    if bestand is None:
        return
    try:
        oordeel = get_scanner().scan(opslag.read(bestand.pad, context=id))
    except ScannerUnavailable as error:
        raise TryLater(f"virusscanner: {error}") from error
    except ScannerMisconfigured as error:
        raise NeedsPerson(f"virusscanner: {error}") from error
    except (FileNotFoundError, NotDecryptable) as error:
        raise NeedsPerson("de inhoud van dit bestand is er niet meer") from error
    _settle(bestand, oordeel, now=now)


def _settle(bestand: Bestand, oordeel: Oordeel, *, now: datetime) -> None:
    """The verdict in one transaction; the bytes of what is refused go after it, the row stays to tell why."""
    id_ = str(bestand.pk)
    staat = Staat.SCHOON if oordeel.schoon else Staat.GEWEIGERD
    with transaction.atomic():
        held = Bestand.objects.filter(pk=bestand.pk, staat=Staat.WACHT, deleted_at=None)
        if not held.update(staat=staat):
            return
        if oordeel.schoon:
            publish("bestand.vrijgegeven", id_, now=now)
            return
        log.warning("virus_gevonden", bestand=id_, gevonden=oordeel.gevonden)
        publish("bestand.geweigerd", id_, now=now)
        transaction.on_commit(lambda: opslag.remove_quietly(bestand.pad), robust=True)


def uses_scanner() -> bool:
    """True when a scanner looks at what comes in, as far as the settings can be read."""
    try:
        return get_scanner().looks
    except ScannerMisconfigured:
        return True  # somebody meant to


def check_scanner() -> None:
    """Nothing when the scanner answers (for /readyz). Errors: `ScannerError`."""
    get_scanner().check()
