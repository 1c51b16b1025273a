"""The port: an agenda of the gemeente, whichever system keeps it.

Three errors, and they are not the same: `Vol` (nothing free there), `TijdBezet` (this time went to somebody
else), `NietBereikbaar` (we do not know). Any method may raise the last one; none ever answers an outage with
an empty list. A backend that cannot hold a time lacks `Vasthoudend`, and a time is then booked at once.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class AfsprakenError(Exception):
    """Whatever goes wrong between eloket and an agenda."""


class Vol(AfsprakenError):
    """Nothing is free for this visit at this place."""


class TijdBezet(AfsprakenError):
    """This time is no longer there for who asked."""


class NietBereikbaar(AfsprakenError):
    """The agenda does not answer now."""


class OnbekendeBoeking(AfsprakenError):
    """The agenda knows no such time: never made, or released long ago."""


class Bereik(StrEnum):
    """Whose capacity is looked at."""

    ONLINE = "online"
    MEDEWERKER = "medewerker"  # sees more: time kept for employees, reserves, what is not released yet


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing that somebody comes for (the code of an Afspraaksoort), with `personen` (1 or more)."""

    soort: str
    personen: int = 1


@dataclass(frozen=True, slots=True)
class Bezoek:
    """What is asked of an agenda. `kanaal`: a value of `Kanaal`. `agenda`: the key of a named adviseur.

    Errors: `ValueError` for a visit for nothing.
    """

    regels: tuple[Regel, ...]
    kanaal: str = "balie"
    bereik: Bereik = Bereik.ONLINE
    agenda: str = ""

    def __post_init__(self) -> None:
        if not self.regels or any(regel.personen < 1 for regel in self.regels):
            raise ValueError("een bezoek is ergens voor, en voor iemand")


@dataclass(frozen=True, slots=True)
class Plek:
    """A place (the code of an Afspraaklocatie) with its first possible moment; None: full."""

    locatie: str
    eerste: datetime | None


@dataclass(frozen=True, slots=True)
class Dag:
    """A local day and how many moments one can begin; 0 is full or closed."""

    datum: date
    aantal: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A time to begin, in UTC. `eigen`: held by who asks ("uw keuze")."""

    begin: datetime
    eind: datetime
    eigen: bool = False


@dataclass(frozen=True, slots=True)
class Houvast:
    """A time that is kept for who is still filling in: until `tot`, and longer while nobody needs it."""

    sleutel: str
    locatie: str
    bezoek: Bezoek
    begin: datetime
    eind: datetime
    tot: datetime


@dataclass(frozen=True, slots=True)
class Boeking:
    """A booked time. `sleutel`: the agenda's own name for it. `agenda`: who or what serves, in its words."""

    sleutel: str
    locatie: str
    bezoek: Bezoek
    begin: datetime
    eind: datetime
    agenda: str = ""
    geannuleerd: bool = False


@dataclass(frozen=True, slots=True)
class Klant:
    """What another system wants to know of who comes; our own agenda keeps nothing of it."""

    naam: str = ""
    email: str = ""
    telefoon: str = ""
    gegevens: Mapping[str, str] = field(default_factory=dict)


class AfsprakenBackend(ABC):
    """An agenda. Built once per process from `OPTIONS`. Places and soorten go by their codes."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options

    @property
    @abstractmethod
    def in_transaction(self) -> bool:
        """Whether a call takes part in the database transaction of its caller, and is undone with it."""

    @abstractmethod
    def list_soorten(self, locaties: Sequence[str]) -> set[str]:
        """The codes of what can be booked at one of these places at all, today or later."""

    @abstractmethod
    def list_plekken(self, bezoek: Bezoek, locaties: Sequence[str], *, now: datetime) -> list[Plek]:
        """Each of these places that can ever serve this visit, in the order given, with its first moment."""

    @abstractmethod
    def list_dagen(
        self, bezoek: Bezoek, locatie: str, *, van: date, tot_en_met: date, now: datetime, houder: str = ""
    ) -> list[Dag]:
        """Every day of the span, both ends included. `houder`: whose own hold counts as free."""

    @abstractmethod
    def list_momenten(
        self, bezoek: Bezoek, locatie: str, *, van: date, tot_en_met: date, now: datetime, houder: str = ""
    ) -> list[Moment]:
        """The moments on these local days, in order; none on days that are full or closed."""

    @abstractmethod
    def create(
        self, bezoek: Bezoek, locatie: str, begin: datetime, *, klant: Klant, verzoek: str, now: datetime
    ) -> Boeking:
        """Book at once; for the same `verzoek` once. Errors: `TijdBezet`, `Vol`."""

    @abstractmethod
    def reschedule(
        self, sleutel: str, locatie: str, begin: datetime, *, bereik: Bereik, now: datetime
    ) -> Boeking:
        """Move it under the same `sleutel`. When that fails the old time stands.

        Errors: `TijdBezet`, `OnbekendeBoeking`.
        """

    @abstractmethod
    def cancel(self, sleutel: str, *, now: datetime) -> None:
        """Give the time back; again is no error. Errors: `OnbekendeBoeking`."""

    @abstractmethod
    def get(self, sleutel: str) -> Boeking:
        """What is booked under this key. Errors: `OnbekendeBoeking`."""

    @abstractmethod
    def list_boekingen(self, locatie: str, *, van: date, tot_en_met: date) -> list[Boeking]:
        """Everything booked at a place on these local days, in order; for the board."""

    @abstractmethod
    def check_health(self) -> None:
        """Is the agenda there? Errors: `NietBereikbaar` with the reason."""


class Vasthoudend(ABC):
    """An agenda that keeps a time while somebody fills in their name."""

    @abstractmethod
    def hold(
        self, bezoek: Bezoek, locatie: str, begin: datetime, *, houder: str, verzoek: str, now: datetime
    ) -> Houvast:
        """Keep a time; for the same `verzoek` once. An earlier hold of this `houder` is given up.

        Errors: `TijdBezet`, `Vol`.
        """

    @abstractmethod
    def get_houvast(self, sleutel: str) -> Houvast:
        """The hold, also past its `tot` while nobody took it. Errors: `TijdBezet`, `OnbekendeBoeking`."""

    @abstractmethod
    def prolong(self, sleutel: str, *, now: datetime) -> Houvast:
        """Keep it longer. Errors: `TijdBezet` when somebody else has it by now, `OnbekendeBoeking`."""

    @abstractmethod
    def confirm(self, sleutel: str, *, klant: Klant, now: datetime) -> Boeking:
        """Make it a booking; again gives the same one.

        No clock ends a hold (WCAG 2.2.1), only somebody else who needed the time. Errors: `TijdBezet`,
        `OnbekendeBoeking`.
        """

    @abstractmethod
    def release(self, sleutel: str) -> None:
        """Give up a hold; nothing happens to a booking, or when it is gone."""


class Nakijkend(ABC):
    """An agenda whose hours are kept here, so that what a change of them does can be seen beforehand."""

    @abstractmethod
    def list_buiten(self, locaties: Sequence[str], *, now: datetime) -> set[str]:
        """The keys of what is booked at these places from `now` on and could not be booked there as it is.

        Closed at that time, the agenda not in use or not able to, the place or the way of meeting gone.
        """


class Opruimend(ABC):
    """An agenda whose guard is kept here, and grows."""

    @abstractmethod
    def purge(self, *, before: datetime) -> None:
        """Remove what was held of time before this moment; what is booked can still be looked up.

        Hygiene only: no answer depends on it, for a hold ends when somebody else needs the time.
        """
