"""What employees may do, in five roles. Each is a Django group of the same name."""

from enum import StrEnum


class Rol(StrEnum):
    REDACTEUR = "redacteur"
    EINDREDACTEUR = "eindredacteur"
    BEHANDELAAR = "behandelaar"
    KCC = "kcc"
    BEHEERDER = "beheerder"
