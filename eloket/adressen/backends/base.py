"""The port of the address source: what stands at this postcode and huisnummer, in the words of the BAG."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class AdresBronUnavailable(Exception):
    """Temporary: down, too slow or not to be understood. Whoever needs the address types it."""


class AdresBronMisconfigured(AdresBronUnavailable):
    """The same for who waits for it; trying again will not help before a person sets something right."""


@dataclass(frozen=True, slots=True)
class Adres:
    """One address of the BAG.

    `toevoeging`: huisletter and huisnummertoevoeging together ("A", "A-2", "bis"). `postcode` has no space.
    `nummeraanduiding`: the BAG's identificatie, "" when the source does not know it.
    """

    postcode: str
    huisnummer: int
    toevoeging: str
    straat: str
    woonplaats: str
    gemeente: str = ""
    nummeraanduiding: str = ""

    @property
    def huisnummer_tekst(self) -> str:
        """The number as it stands on the door: "12", "12A", "12-2", "12A-2", "12 bis"."""
        if not self.toevoeging or (len(self.toevoeging) == 1 and self.toevoeging.isalpha()):
            return f"{self.huisnummer}{self.toevoeging}"
        if self.toevoeging[:2].isalpha():
            return f"{self.huisnummer} {self.toevoeging}"
        return f"{self.huisnummer}{'-' if self.toevoeging[0].isdigit() else ''}{self.toevoeging}"

    @property
    def regel1(self) -> str:
        return f"{self.straat} {self.huisnummer_tekst}"

    @property
    def regel2(self) -> str:
        return f"{self.postcode[:4]} {self.postcode[4:]} {self.woonplaats}"

    def __str__(self) -> str:
        return f"{self.regel1}, {self.regel2}"


class AdresBackend(ABC):
    """One source of addresses. Built once per process from `OPTIONS`."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @abstractmethod
    def list_adressen(self, *, postcode: str, huisnummer: int) -> list[Adres]:
        """All addresses with exactly this postcode ("1234AB") and number; none is an empty list.

        A citizen waits: answers or gives up within about 1.5 seconds.
        Errors: `AdresBronUnavailable`, `AdresBronMisconfigured`.
        """
