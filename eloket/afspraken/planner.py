"""Who offers days and times: the place for an agenda to come in.

Without a planner the gemeente makes the afspraak by hand, from what people said that they prefer.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Tijd:
    """A time that can be chosen. `sleutel`: the planner's own name for it. `begin` knows its time zone."""

    sleutel: str
    begin: datetime


class Planner(ABC):
    """An agenda. `soort` is the code of an Afspraaksoort."""

    @abstractmethod
    def list_tijden(self, soort: str, *, now: datetime) -> Sequence[Tijd]:
        """What is free, the first one first; none when it is full. Errors: `NietBereikbaar`."""

    @abstractmethod
    def hold(self, soort: str, tijd: str, *, now: datetime) -> Tijd:
        """Keep a time for somebody who is still filling in; its `sleutel` is the houvast to go on with.

        Nobody releases it: it ends by itself. Errors: `TijdBezet`, `NietBereikbaar`.
        """

    @abstractmethod
    def prolong(self, houvast: str, *, now: datetime) -> Tijd:
        """Keep it longer: the same person came by again. Errors: `TijdBezet`, `NietBereikbaar`."""

    @abstractmethod
    def confirm(self, houvast: str, *, bron: UUID, email: str, now: datetime) -> str:
        """Make the afspraak and give its reference; for the same `bron` once, however often it is asked.

        Runs inside the transaction of the caller. `bron`: what it belongs to. `email`: "" for none. Errors:
        `TijdBezet`, `NietBereikbaar`.
        """


_planners: list[Planner] = []


def register_planner(planner: Planner) -> None:
    """Offer times from this agenda. Call it in `AppConfig.ready`; the last one counts."""
    _planners.append(planner)


def get_planner() -> Planner | None:
    """The agenda; None where the gemeente makes afspraken by hand."""
    return _planners[-1] if _planners else None
