"""Betrouwbaarheidsniveaus, from weak to strong, so that they compare.

Uitvoeringsverordening (EU) 2015/1502 names laag, substantieel and hoog; DigiD and eHerkenning have steps
of their own between them. EMAIL and VERENIGING come without a login: an address that was proven with a code,
and with it a KvK number that an employee checks.
"""

from enum import IntEnum


class Niveau(IntEnum):
    GEEN = 0
    EMAIL = 5
    VERENIGING = 6
    BASIS = 10
    MIDDEN = 20
    SUBSTANTIEEL = 30
    HOOG = 40


def asks_login(niveau: int) -> bool:
    """Whether somebody must log in for this level."""
    return niveau >= Niveau.BASIS
