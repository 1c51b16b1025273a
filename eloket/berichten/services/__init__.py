"""The door of berichten: reaching people. A bericht is a row first; the outbox sends it."""

from eloket.berichten.services.bezorgen import deliver_bericht
from eloket.berichten.services.grootboek import (
    Berichtenlijst,
    BerichtInfo,
    Boeking,
    list_berichten,
    note_gelezen,
)
from eloket.berichten.services.inhalen import withdraw_berichten
from eloket.berichten.services.meenemen import export_csv, export_json
from eloket.berichten.services.sturen import InvalidAdres, send_bericht, tell_beheerders
from eloket.berichten.services.vergeten import forget_berichten, forget_nummers
from eloket.berichten.services.voorkeuren import (
    AdresNodig,
    ToestemmingInfo,
    TooManyCodes,
    Voorkeuren,
    ask_adres,
    confirm_adres,
    get_voorkeuren,
    remove_adres,
    save_keuzes,
)
from eloket.berichten.soorten import Aard

__all__ = [
    "Aard",
    "AdresNodig",
    "BerichtInfo",
    "Berichtenlijst",
    "Boeking",
    "InvalidAdres",
    "ToestemmingInfo",
    "TooManyCodes",
    "Voorkeuren",
    "ask_adres",
    "confirm_adres",
    "deliver_bericht",
    "export_csv",
    "export_json",
    "forget_berichten",
    "forget_nummers",
    "get_voorkeuren",
    "list_berichten",
    "note_gelezen",
    "remove_adres",
    "save_keuzes",
    "send_bericht",
    "tell_beheerders",
    "withdraw_berichten",
]
