"""The ports: what seals a document, and what knows whose a vehicle is."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from eloket.lib.partij import Partij
from eloket.uitgifte.regels.tenaamstelling import Tenaamstelling


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


class KentekensUnavailable(Exception):
    """No answer now: down, too slow, or not to be understood. Its text names no kenteken and nobody."""


class Kentekenregister(ABC):
    """Tells whose a vehicle is. Built once per process from `OPTIONS`."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @abstractmethod
    def get_tenaamstelling(self, kenteken: str, *, van: Partij) -> Tenaamstelling:
        """Is this vehicle ("GT123X") of this person or business? `ONBEKEND` when the register cannot tell.

        A citizen waits: answers or gives up within about a second. Errors: `KentekensUnavailable`.
        """
