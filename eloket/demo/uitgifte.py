"""What Rietwaard hands over itself, and the zones in which one needs a permit."""

from typing import Any

from django.apps import apps
from django.db import transaction

from eloket.demo.bron import read


def load_uitgifte() -> None:
    """Once; what a redacteur changed or removed stays so. Something that may not be stops the demo."""
    data = read("uitgifte")
    with transaction.atomic():
        for values in data["zones"]:
            _ensure("Zone", values)
        for values in data["soorten"]:
            _ensure("Productsoort", values)


def _ensure(model: str, values: dict[str, Any]) -> None:
    rows = apps.get_model("uitgifte", model)
    if rows.objects.filter(code=values["code"]).exists():
        return
    row = rows(**values)
    row.full_clean()
    row.save()
