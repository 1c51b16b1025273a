"""Hours and soorten stand on public pages: whatever way they change, what was kept of them is out of date."""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save

from eloket.afspraken.models import (
    Afspraaklocatie,
    Afspraaksoort,
    Agenda,
    Openingsregel,
    Uitzondering,
    Vaardigheid,
)
from eloket.website.services import bump_version


def connect() -> None:
    """Called once, when all apps are loaded. Bulk writes send no signal and bump by themselves."""
    for model in (Afspraaklocatie, Afspraaksoort, Agenda, Openingsregel, Uitzondering, Vaardigheid):
        for signal in (post_save, post_delete):
            signal.connect(on_change, sender=model, dispatch_uid="afspraken.versie")
    for model in (Afspraaksoort, Agenda, Openingsregel):
        through = model.vaardigheden.through
        m2m_changed.connect(on_change, sender=through, dispatch_uid="afspraken.versie")


def on_change(sender: Any, **kwargs: Any) -> None:
    bump_version()
