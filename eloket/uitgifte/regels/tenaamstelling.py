"""Whose a vehicle is, as far as a register tells us."""

from enum import StrEnum


class Tenaamstelling(StrEnum):
    EIGEN = "eigen"  # registered in the name of this person or business
    LEASE = "lease"  # of a leasing company, with this person or business as its driver
    ANDER = "ander"
    ONBEKEND = "onbekend"
