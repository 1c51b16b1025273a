"""A soort says on public pages what the counter hands over: when it changes, what was kept is out of date."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from eloket.uitgifte.models import Productsoort
from eloket.website.services import bump_version


def connect() -> None:
    """Called once, when all apps are loaded."""
    for signal in (post_save, post_delete):
        signal.connect(on_change, sender=Productsoort, dispatch_uid="uitgifte.versie")


def on_change(sender: Any, **kwargs: Any) -> None:
    bump_version()
