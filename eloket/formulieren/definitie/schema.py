"""The numbers that the shape of a stored form has had, and the way up from each.

A draft and an aanvraag keep the version that they were started with for years, so a change of the shape of
the JSON comes with a function in `UPGRADES` that lifts the older shape; nothing stored is ever rewritten.
"""

from collections.abc import Callable
from typing import Any

SCHEMA = 2

Json = dict[str, Any]


class InvalidDefinitie(ValueError):
    """The JSON is no form that this version of eloket can read."""


def _add_regels(data: Json) -> Json:
    """2: rules at the top level, and questions inside a question."""
    return {**data, "schema": 2, "regels": []}


# From a schema number to the function that lifts a definition of that number to the next one.
UPGRADES: dict[int, Callable[[Json], Json]] = {1: _add_regels}


def upgrade(data: Json) -> Json:
    """The same definition in the newest schema. Errors: `InvalidDefinitie`."""
    number = data.get("schema")
    while number != SCHEMA:
        if not isinstance(number, int) or number not in UPGRADES:
            raise InvalidDefinitie(f"schema {number!r} is onbekend")
        data = UPGRADES[number](data)
        number = data.get("schema")
    return data
