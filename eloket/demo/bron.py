"""Reading the demo's texts: one JSON file per product and per form, one per kind of the rest."""

import json
from pathlib import Path
from typing import Any

INHOUD = Path(__file__).parent / "inhoud"


def read(name: str) -> Any:
    """What stands in `inhoud/<name>.json`."""
    return json.loads((INHOUD / f"{name}.json").read_text(encoding="utf-8"))


def product_names() -> list[str]:
    """The products, by file name."""
    return sorted(path.stem for path in (INHOUD / "producten").glob("*.json"))


def form_names() -> list[str]:
    """The forms, by file name."""
    return sorted(path.stem for path in (INHOUD / "formulieren").glob("*.json"))
