"""The port of what others publish: a list or a catalogue at an address. Named in `ELOKET_BRONNEN`."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import IO, Any


class BronOnbereikbaar(Exception):
    """What stands at this address did not come in whole; the text says why, for whoever typed it."""


class BronBackend(ABC):
    """One way to fetch. Built once per process from `OPTIONS`."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @abstractmethod
    def fetch(self, url: str, *, into: IO[bytes], max_bytes: int) -> None:
        """Write what stands at this address into the file, at most so many bytes.

        The address is one that an administrator typed. Errors: `BronOnbereikbaar`; the file may then hold a
        part, which nobody must use.
        """
