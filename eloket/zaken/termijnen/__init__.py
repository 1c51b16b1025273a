"""Terms: pure functions on dates. They know no database, no zaak and no clock."""

from eloket.zaken.termijnen.duur import (
    Duur,
    InvalidDuur,
    add_duur,
    compute_einddatum,
    day_of,
    parse_duur,
    validate_duur,
)
from eloket.zaken.termijnen.feiten import Opschorting, Termijnbron, Verlenging

__all__ = [
    "Duur",
    "InvalidDuur",
    "Opschorting",
    "Termijnbron",
    "Verlenging",
    "add_duur",
    "compute_einddatum",
    "day_of",
    "parse_duur",
    "validate_duur",
]
