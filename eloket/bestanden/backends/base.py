"""The port of the virus scanner: a stream of bytes in, a verdict out.

Errors are two. `ScannerUnavailable`: down, too slow, or talking nonsense; the same file may get a verdict
later, and until then it is held. `ScannerMisconfigured`: a person must set something right first (an address,
the largest stream that the scanner takes). No error is ever taken for a verdict.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar


class ScannerError(Exception):
    """There is no verdict."""


class ScannerUnavailable(ScannerError):
    """Temporary: trying again may help."""


class ScannerMisconfigured(ScannerError):
    """Trying again will not help before a person has changed something."""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """`schoon`: may be given to people. `gevonden`: the scanner's name for what it found, else ""."""

    schoon: bool
    gevonden: str = ""


class Scanner(ABC):
    """Chosen in `ELOKET_SCAN`, built once per process with its OPTIONS."""

    looks: ClassVar[bool] = True  # False: its verdict says nothing

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @abstractmethod
    def scan(self, chunks: Iterable[bytes]) -> Oordeel:
        """The verdict on the file that these chunks make. Errors: `ScannerError`."""

    @abstractmethod
    def check(self) -> None:
        """Nothing when the scanner answers (for /readyz). Errors: `ScannerError`."""
