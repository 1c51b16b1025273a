"""The door of bestanden: keep, read, serve and remove the files that belong to people."""

from eloket.bestanden.services.bewaren import (
    BestandNotFound,
    Bestandsinhoud,
    open_bestand,
    read_bestand,
    serve_bestand,
    store_bestand,
    store_stream,
)
from eloket.bestanden.services.verwijderen import delete_bestand, purge_deleted, purge_orphans

__all__ = [
    "BestandNotFound",
    "Bestandsinhoud",
    "delete_bestand",
    "open_bestand",
    "purge_deleted",
    "purge_orphans",
    "read_bestand",
    "serve_bestand",
    "store_bestand",
    "store_stream",
]
