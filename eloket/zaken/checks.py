"""Do we still know the days on which a term of the law does not end?"""

from typing import Any

from django.core import checks
from django.core.checks import CheckMessage

from eloket.lib import klok
from eloket.zaken.termijnen import LAATSTE_BEKENDE_JAAR


def check_feestdagen(**kwargs: Any) -> list[CheckMessage]:
    """A warning from the last year on whose feestdagen are all known (docs/termijnen.md)."""
    if klok.today().year < LAATSTE_BEKENDE_JAAR:
        return []
    hint = "Neem een nieuwere versie van eloket, of voeg het nieuwe besluit toe (docs/termijnen.md)."
    told = f"Extra feestdagen zijn bekend tot en met {LAATSTE_BEKENDE_JAAR}: latere datums zijn onzeker."
    return [checks.Warning(told, hint=hint, id="zaken.W001")]
