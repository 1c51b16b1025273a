"""The addresses of a zone, as a redacteur writes them: a postcode on each line, with or without numbers."""

import re
from dataclasses import dataclass

REGEL = re.compile(r"([1-9]\d{3})\s*([A-Z]{2})(?:\s+(\d{1,5})(?:\s*-\s*(\d{1,5}))?)?", re.ASCII)
HOOGSTE = 99999


class InvalidGebied(ValueError):
    """The text of the line that is no postcode with numbers."""


@dataclass(frozen=True, slots=True)
class Gebied:
    """One postcode ("1234AB"), from one huisnummer up to and including another."""

    postcode: str
    van: int = 1
    tot: int = HOOGSTE

    def overlaps(self, other: "Gebied") -> bool:
        return self.postcode == other.postcode and self.van <= other.tot and other.van <= self.tot


def read_gebieden(text: str) -> list[Gebied]:
    """ "1234 AB", "1234 AB 12" or "1234 AB 1-99" on each line. Errors: `InvalidGebied`."""
    return [_read_line(line.strip()) for line in text.splitlines() if line.strip()]


def _read_line(line: str) -> Gebied:
    found = REGEL.fullmatch(line.upper())
    if found is None:
        raise InvalidGebied(line)
    digits, letters, first, last = found.groups()
    van = int(first) if first else 1
    tot = int(last or first) if first else HOOGSTE
    if not 1 <= van <= tot:
        raise InvalidGebied(line)
    return Gebied(digits + letters, van, tot)
