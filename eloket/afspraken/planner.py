"""Who offers days and times to a form: the place for an agenda to come in.

Where no planner plans a soort, the gemeente makes the afspraak by hand, from what people said that they
prefer.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from eloket.lib.partij import Identificerend


@dataclass(frozen=True, slots=True)
class Tijd:
    """A time that can be chosen. `sleutel`: the planner's own name for it. `begin` knows its time zone.

    `plek`: the name of the place in the active language; "" where there is only one.
    """

    sleutel: str
    begin: datetime
    plek: str = ""


@dataclass(frozen=True, slots=True)
class Aanvraaggegevens:
    """What an aanvraag tells of who comes; "" and None for what it does not say. `zaak`: its number."""

    zaak: str = ""
    naam: str = ""
    email: str = ""
    telefoon: str = ""
    taal: str = "nl"
    belanghebbende: Identificerend | None = None
    handelende: Identificerend | None = None


class Planner(ABC):
    """An agenda. `soort` is the code of an Afspraaksoort."""

    @property
    def keeps_afspraken(self) -> bool:
        """Whether what it makes is found again in `afspraken.services`; an agenda elsewhere is only asked."""
        return False

    def plans(self, soort: str, *, now: datetime) -> bool:
        """Whether somebody set up an agenda for this at all; full or out of order is still yes."""
        return True

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
    def confirm(self, houvast: str, *, bron: UUID, gegevens: Aanvraaggegevens, now: datetime) -> str:
        """Make the afspraak and give its reference; for the same `bron` once, however often it is asked.

        Runs inside the transaction of the caller. `bron`: the question of the aanvraag that it answers.
        Errors: `TijdBezet`, `NietBereikbaar`; `TeVeelAfspraken` when this contact has as many as they may.
        """


_planners: list[Planner] = []


def register_planner(planner: Planner) -> None:
    """Offer times from this agenda. Call it in `AppConfig.ready`; the last one counts."""
    _planners.append(planner)


def get_planner() -> Planner | None:
    """The agenda, whatever it plans; None where the gemeente makes every afspraak by hand."""
    return _planners[-1] if _planners else None


def find_planner(soort: str, *, now: datetime) -> Planner | None:
    """The agenda for this soort; None where the gemeente makes such an afspraak by hand."""
    planner = get_planner()
    return planner if planner is not None and planner.plans(soort, now=now) else None
