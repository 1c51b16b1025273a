"""A price stands on public pages: whatever way a row changes or goes, what was kept is out of date."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from eloket.betalingen.models import Tarief, TariefBedrag
from eloket.website.services import bump_version


def connect() -> None:
    """Called once, when all apps are loaded. Bulk writes send no signal and bump by themselves."""
    for model in (Tarief, TariefBedrag):
        for signal in (post_save, post_delete):
            signal.connect(on_change, sender=model, dispatch_uid="betalingen.versie")


def on_change(sender: Any, **kwargs: Any) -> None:
    bump_version()
