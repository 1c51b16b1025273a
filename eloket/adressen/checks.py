"""What must be right about the source of addresses before an installation goes to work."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from eloket.adressen.instellingen import DEMO


def check_adressen(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Production refuses the made-up streets of the demo."""
    if not settings.PRODUCTIE or settings.ELOKET_ADRESSEN["default"]["BACKEND"] != DEMO:
        return []
    hint = "Zet ELOKET_ADRESSEN=pdok, of haal de instelling weg."
    return [Error("De adressen komen uit de lijst van de demo.", hint=hint, id="adressen.E001")]
