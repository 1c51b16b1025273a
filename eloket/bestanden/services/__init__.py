"""The door of bestanden: receive, keep, read, serve and remove the files that belong to people."""

from eloket.bestanden.backends.base import ScannerError
from eloket.bestanden.models import Staat
from eloket.bestanden.services.bewaren import (
    BestandHeld,
    BestandInfo,
    BestandNotFound,
    Bestandsinhoud,
    list_bestanden,
    open_bestand,
    read_bestand,
    serve_bestand,
    serve_chunks,
    store_bestand,
    store_stream,
)
from eloket.bestanden.services.ontvangen import (
    Grenzen,
    Ontvangen,
    all_soorten,
    inspect_upload,
    keep_upload,
    receive_upload,
)
from eloket.bestanden.services.scannen import check_scanner, uses_scanner
from eloket.bestanden.services.verwijderen import delete_bestand, purge_deleted, purge_orphans
from eloket.bestanden.services.vreemd import serve_foreign
from eloket.bestanden.weigering import Reden, UploadRefused

__all__ = [
    "BestandHeld",
    "BestandInfo",
    "BestandNotFound",
    "Bestandsinhoud",
    "Grenzen",
    "Ontvangen",
    "Reden",
    "ScannerError",
    "Staat",
    "UploadRefused",
    "all_soorten",
    "check_scanner",
    "delete_bestand",
    "inspect_upload",
    "keep_upload",
    "list_bestanden",
    "open_bestand",
    "purge_deleted",
    "purge_orphans",
    "read_bestand",
    "receive_upload",
    "serve_bestand",
    "serve_chunks",
    "serve_foreign",
    "store_bestand",
    "store_stream",
    "uses_scanner",
]
