"""A form from one JSON file."""

from datetime import datetime
from typing import Any

from eloket.formulieren.definitie import read_definitie


def import_formulier(definitie: dict[str, Any], *, now: datetime) -> None:
    """Make or change the form with this slug and publish it. Errors: `InvalidDefinitie`."""
    read_definitie(definitie)
