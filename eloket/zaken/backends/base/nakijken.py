"""Looking a register over before it is used: what is right, and what somebody must do."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing that was looked at. `uitleg`: what was found, and when it is wrong what to do.

    `is_goed`: None for what works, and yet needs a look.
    """

    onderdeel: str
    is_goed: bool | None
    uitleg: str


class Nakijkbaar(ABC):
    """Ability: tells piece by piece whether everything is set up as it must be. Changes nothing."""

    @abstractmethod
    def inspect(self, *, now: datetime) -> Iterator[Bevinding]:
        """The findings as they come; an error of the register is a finding too."""
