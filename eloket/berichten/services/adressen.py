"""Addresses that mail no longer reaches."""

from datetime import datetime

from eloket.berichten.models import Bericht, Voorkeur
from eloket.lib.versleuteling import keyed_hash, keyed_hashes


def adres_sleutel(email: str) -> str:
    """The keyed hash under which an address is kept."""
    return keyed_hash(_adres(email))


def adres_sleutels(email: str) -> list[str]:
    """The same under every key, to look for."""
    return keyed_hashes(_adres(email))


def mark_broken(bericht: Bericht, *, now: datetime) -> None:
    """Whoever has this address as theirs reads in Mijn zaken that it does not work."""
    if bericht.persoon and bericht.adres:
        rows = Voorkeur.objects.filter(adres_sleutel__in=adres_sleutels(bericht.adres), werkt_niet_sinds=None)
        rows.update(werkt_niet_sinds=now)


def _adres(email: str) -> str:
    return f"mail:{email.strip().lower()}"
