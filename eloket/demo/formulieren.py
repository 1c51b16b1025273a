"""The demo's forms: one with DigiD, one that anybody can fill in."""

import json
from datetime import datetime
from pathlib import Path

from eloket.formulieren.services import import_formulier

DEFINITIES = Path(__file__).parent / "formulieren.json"


def load_formulieren(now: datetime) -> None:
    """Publish the demo's forms; a second time changes nothing."""
    for definitie in json.loads(DEFINITIES.read_text(encoding="utf-8")):
        import_formulier(definitie, now=now)
