"""An installation without a source: people fill in everything themselves."""

from collections.abc import Collection
from typing import NoReturn

from eloket.lib.partij import Bsn, Kvk
from eloket.personen.backends.base import BedrijvenBackend, BronAbsent, Gegeven, PersonenBackend


class GeenPersonen(PersonenBackend):
    is_source = False

    def get_persoon(self, bsn: Bsn, *, gegevens: Collection[Gegeven]) -> NoReturn:
        raise BronAbsent("ELOKET_BRP=geen")


class GeenBedrijven(BedrijvenBackend):
    is_source = False

    def get_bedrijf(self, kvk: Kvk) -> NoReturn:
        raise BronAbsent("ELOKET_KVK=geen")
