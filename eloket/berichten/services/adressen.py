"""Addresses that mail no longer reaches."""

from datetime import datetime

from eloket.berichten.models import Bericht, Voorkeur
from eloket.lib.mailcode import adres_sleutels


def mark_broken(bericht: Bericht, *, now: datetime) -> None:
    """Whoever has this address as theirs reads in Mijn zaken that it does not work."""
    if bericht.adres:
        rows = Voorkeur.objects.filter(adres_sleutel__in=adres_sleutels(bericht.adres), werkt_niet_sinds=None)
        rows.update(werkt_niet_sinds=now)


def mark_working(bericht: Bericht) -> None:
    """A mail arrived after all: the fault was not in the address."""
    Voorkeur.objects.filter(adres_sleutel__in=adres_sleutels(bericht.adres)).update(werkt_niet_sinds=None)
