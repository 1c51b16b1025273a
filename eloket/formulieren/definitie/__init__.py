"""The meaning of a stored form: JSON of any schema number in, frozen dataclasses out."""

from eloket.formulieren.definitie.lezen import read_definitie, read_stap
from eloket.formulieren.definitie.regel import Actie, Combinatie, Operator, Regel, Vergelijking, Voorwaarde
from eloket.formulieren.definitie.schema import SCHEMA, InvalidDefinitie, Json, upgrade
from eloket.formulieren.definitie.tekst import Tekst
from eloket.formulieren.definitie.vorm import Definitie, Optie, Stap, Veld
from eloket.formulieren.definitie.waarvoor import ALLEEN_OPEN, ALTIJD, Waarvoor

__all__ = [
    "ALLEEN_OPEN",
    "ALTIJD",
    "SCHEMA",
    "Actie",
    "Combinatie",
    "Definitie",
    "InvalidDefinitie",
    "Json",
    "Operator",
    "Optie",
    "Regel",
    "Stap",
    "Tekst",
    "Veld",
    "Vergelijking",
    "Voorwaarde",
    "Waarvoor",
    "read_definitie",
    "read_stap",
    "upgrade",
]
