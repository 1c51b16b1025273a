"""The port to whatever seals a document."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import datetime


class ZegelError(Exception):
    """No seal was put; the text says why to a beheerder, and names nobody."""


class ZegelUnavailable(ZegelError):
    """Something does not answer: it may later."""


class ZegelMisconfigured(ZegelError):
    """The key is missing, locked or expired: a beheerder must act."""


@dataclass(frozen=True, slots=True)
class Gezegeld:
    """A sealed PDF; `tijdstempel` when a service of others says at what moment."""

    pdf: bytes = field(repr=False)
    tijdstempel: bool


class Zegel(ABC):
    """Seals a PDF for the gemeente. `proef`: it is no seal of a gemeente, and the document must say so."""

    proef = False

    @abstractmethod
    def seal(self, pdf: bytes, *, naam: str, veld: str, now: datetime) -> Gezegeld:
        """The same PDF with a seal over all of it, after which nothing may change.

        `naam` of the gemeente and `veld`, what a screen reader calls the seal, stand in it. Errors:
        `ZegelUnavailable`, `ZegelMisconfigured`.
        """

    @abstractmethod
    def check(self, *, now: datetime) -> None:
        """Whether a seal could be put, without asking for a time-stamp. Errors: as `seal`."""


class Vernieuwbaar(ABC):
    """Ability: makes its own key, so that it can make another."""

    @abstractmethod
    def renew(self) -> None:
        """Another key from now on; what was sealed stays as it is. Errors: `ZegelMisconfigured`."""
