"""The demo's forms: real ones, with and without a login, for residents and for businesses."""

from datetime import datetime

from eloket.demo.bron import form_names, read
from eloket.formulieren.services import import_formulier


def load_formulieren(now: datetime) -> None:
    """Publish the demo's forms; a second time changes nothing."""
    for name in form_names():
        import_formulier(read(f"formulieren/{name}"), now=now)
