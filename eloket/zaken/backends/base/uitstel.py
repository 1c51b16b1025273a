"""More time for whoever could not send something, because the counter was out."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Uitstel:
    """A last day that was `van`, moved by an outage from `eerste` up to and including `laatste`."""

    van: date
    eerste: date
    laatste: date


class Uitstellend(ABC):
    """Ability: moves the last days that fell in an outage."""

    @abstractmethod
    def extend_for_storing(self, *, eerste: date, laatste: date) -> int:
        """Move every last day to answer an open question, and every last day for bezwaar, in these days.

        To the first working day after `laatste`. Doing it twice moves nothing twice. How many were moved.
        """
