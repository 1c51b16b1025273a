"""The ports of the catalogue: what others publish (`ELOKET_BRONNEN`), pages we link to (`ELOKET_LINKS`)."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import IO, Any

from eloket.producten.models.externelink import Linkuitslag

__all__ = ["BronBackend", "BronOnbereikbaar", "LinkBackend", "Linkuitslag"]


class BronOnbereikbaar(Exception):
    """What stands at this address did not come in whole; the text says why, for whoever typed it."""


class BronBackend(ABC):
    """One way to fetch a list or a catalogue from an address. Built once per process from `OPTIONS`."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @abstractmethod
    def fetch(self, url: str, *, into: IO[bytes], max_bytes: int) -> None:
        """Write what stands at this address into the file, at most so many bytes.

        The address is one that an administrator typed. Errors: `BronOnbereikbaar`; the file may then hold a
        part, which nobody must use.
        """


class LinkBackend(ABC):
    """Looks whether a page elsewhere still exists. Built once per process from `OPTIONS`."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @abstractmethod
    def check(self, url: str) -> Linkuitslag:
        """Visit this https address. Raises nothing: what cannot be known is `ONBEKEND`."""
