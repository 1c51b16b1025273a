"""The GETs that may write: view name → (tables, reason). Any other GET that writes fails its test."""

SCHRIJVENDE_GETS: dict[str, tuple[set[str], str]] = {}
