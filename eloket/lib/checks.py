"""What an installation must be told about its settings, whichever room they belong to."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage


def check_namen(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A variable with our prefix that nothing reads; its value is never shown, for it may be a secret."""
    return [
        checks.Warning(
            f"De instelling {name} bestaat niet en doet dus niets.",
            hint=f"Bedoelt u {nearest}?" if nearest else "docs/installeren.md noemt alle namen.",
            id="eloket.W001",
        )
        for name, nearest in settings.ELOKET_ONBEKEND.items()
    ]
