"""Does what was decided once still hold? Asked again before a product is renewed or gets another kenteken."""

from collections.abc import Mapping
from datetime import datetime

from eloket.uitgifte.models import UitgegevenProduct


def require_unchanged(row: UitgegevenProduct, claims: Mapping[str, str], *, now: datetime) -> None:
    """Let the rules of its soort look once more. Errors: `MedewerkerNodig`, never a refusal (AVG art. 22)."""
