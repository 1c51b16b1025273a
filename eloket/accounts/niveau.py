"""Betrouwbaarheidsniveaus, from weak to strong, so that they compare.

Uitvoeringsverordening (EU) 2015/1502 names laag, substantieel and hoog; DigiD and eHerkenning have steps
of their own between them.
"""

from enum import IntEnum


class Niveau(IntEnum):
    GEEN = 0
    EMAIL = 5
    BASIS = 10
    MIDDEN = 20
    SUBSTANTIEEL = 30
    HOOG = 40
