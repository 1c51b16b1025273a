"""What must be right about the sources of persons and companies before an installation goes to work."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from eloket.personen.instellingen import BACKENDS


def check_personen(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Made-up people in production, a source without an address, a certificate that is not there."""
    found: list[CheckMessage] = []
    for port, config in settings.ELOKET_PERSONEN.items():
        name = f"ELOKET_{port.upper()}"
        if settings.PRODUCTIE and config["BACKEND"] == BACKENDS[port]["demo"]:
            hint = f"Zet {name} op een echte bron, of op geen."
            found.append(Error(f"{name} geeft verzonnen mensen.", hint=hint, id="personen.E001"))
        found += _check_options(name, config["OPTIONS"])
    return found


def _check_options(name: str, options: dict[str, Any]) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    url = options.get("URL")
    if url is not None and not url.startswith("https://" if settings.PRODUCTIE else "http"):
        hint = f"Zet {name}_URL op het adres dat u van de bron kreeg; het begint met https://."
        found.append(Error(f"{name}_URL ontbreekt of is niet versleuteld.", hint=hint, id="personen.E002"))
    for option in ("CERTIFICAAT", "SLEUTEL", "CA"):
        path = options.get(option)
        if path and not Path(path).is_file():
            hint = "Schrijf het pad van een bestand dat het loket mag lezen."
            found.append(Error(f"{name}_{option} is er niet: {path}", hint=hint, id="personen.E003"))
    return found
