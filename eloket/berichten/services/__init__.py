"""The door of berichten: reaching people. A bericht is a row first; the outbox sends it."""

from eloket.berichten.services.bezorgen import deliver_bericht
from eloket.berichten.services.grootboek import (
    BerichtInfo,
    BerichtNotFound,
    Boeking,
    get_bericht,
    list_berichten,
    note_gelezen,
)
from eloket.berichten.services.sturen import InvalidAdres, send_bericht, tell_beheerders
from eloket.berichten.services.vergeten import forget_berichten
from eloket.berichten.soorten import Aard

__all__ = [
    "Aard",
    "BerichtInfo",
    "BerichtNotFound",
    "Boeking",
    "InvalidAdres",
    "deliver_bericht",
    "forget_berichten",
    "get_bericht",
    "list_berichten",
    "note_gelezen",
    "send_bericht",
    "tell_beheerders",
]
