"""An agenda that is another system: it cannot hold a time, and sometimes it does not answer.

Small and in memory. It passes the contract, so that the contract asks nothing that only our own tables do.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from eloket.afspraken.backends.base import (
    AfsprakenBackend,
    Bereik,
    Bezoek,
    Boeking,
    Dag,
    Klant,
    Moment,
    NietBereikbaar,
    OnbekendeBoeking,
    Plek,
    TijdBezet,
)
from tests.afspraken.factories import wall

DESKS = {"stadhuis": 2, "wijkpost": 1}
SOORT = "paspoort"
DAYS_AHEAD = 30
KWARTIER = timedelta(minutes=15)


class AgendaElders(AfsprakenBackend):
    """Every desk is open on weekdays from nine to twelve."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self.booked: dict[str, Boeking] = {}
        self.forms: dict[str, str] = {}
        self.down = False

    @property
    def in_transaction(self) -> bool:
        return False

    @contextmanager
    def uit(self) -> Iterator[None]:
        self.down = True
        yield
        self.down = False

    def check_health(self) -> None:
        if self.down:
            raise NietBereikbaar("no answer")

    def list_soorten(self, locaties: Sequence[str]) -> set[str]:
        self.check_health()
        return {SOORT} if any(code in DESKS for code in locaties) else set()

    def list_plekken(self, bezoek: Bezoek, locaties: Sequence[str], *, now: datetime) -> list[Plek]:
        self.check_health()
        if not _serves(bezoek):
            return []
        last = now.date() + timedelta(days=DAYS_AHEAD)
        found = {
            code: self._moments(bezoek, code, now.date(), last, now) for code in locaties if code in DESKS
        }
        return [Plek(code, moments[0].begin if moments else None) for code, moments in found.items()]

    def list_dagen(
        self, bezoek: Bezoek, locatie: str, *, van: date, tot_en_met: date, now: datetime, houder: str = ""
    ) -> list[Dag]:
        self.check_health()
        days = (van + timedelta(days=number) for number in range((tot_en_met - van).days + 1))
        return [Dag(day, len(self._moments(bezoek, locatie, day, day, now))) for day in days]

    def list_momenten(
        self, bezoek: Bezoek, locatie: str, *, van: date, tot_en_met: date, now: datetime, houder: str = ""
    ) -> list[Moment]:
        self.check_health()
        return self._moments(bezoek, locatie, van, tot_en_met, now)

    def create(
        self, bezoek: Bezoek, locatie: str, begin: datetime, *, klant: Klant, verzoek: str, now: datetime
    ) -> Boeking:
        self.check_health()
        if verzoek not in self.forms:
            eind = self._require(bezoek, locatie, begin, now)
            self.forms[verzoek] = str(1000 + len(self.booked))
            self.booked[self.forms[verzoek]] = Boeking(self.forms[verzoek], locatie, bezoek, begin, eind)
        return self.booked[self.forms[verzoek]]

    def reschedule(
        self, sleutel: str, locatie: str, begin: datetime, *, bereik: Bereik, now: datetime
    ) -> Boeking:
        old = self.get(sleutel)
        if old.geannuleerd:
            raise OnbekendeBoeking(sleutel)
        if (old.locatie, old.begin) != (locatie, begin):
            eind = self._require(old.bezoek, locatie, begin, now)
            self.booked[sleutel] = replace(old, locatie=locatie, begin=begin, eind=eind)
        return self.booked[sleutel]

    def cancel(self, sleutel: str, *, now: datetime) -> None:
        self.booked[sleutel] = replace(self.get(sleutel), geannuleerd=True)

    def get(self, sleutel: str) -> Boeking:
        self.check_health()
        try:
            return self.booked[sleutel]
        except KeyError:
            raise OnbekendeBoeking(sleutel) from None

    def list_boekingen(self, locatie: str, *, van: date, tot_en_met: date) -> list[Boeking]:
        self.check_health()
        found = [each for each in self.booked.values() if each.locatie == locatie and not each.geannuleerd]
        return sorted(
            (each for each in found if van <= each.begin.date() <= tot_en_met), key=lambda x: x.begin
        )

    def _require(self, bezoek: Bezoek, locatie: str, begin: datetime, now: datetime) -> datetime:
        day = begin.date()
        for moment in self._moments(bezoek, locatie, day, day, now):
            if moment.begin == begin:
                return moment.eind
        raise TijdBezet(str(begin))

    def _moments(
        self, bezoek: Bezoek, locatie: str, van: date, tot_en_met: date, now: datetime
    ) -> list[Moment]:
        if not _serves(bezoek):
            return []
        length = timedelta(minutes=5 + 5 * bezoek.regels[0].personen)
        days = (van + timedelta(days=number) for number in range((tot_en_met - van).days + 1))
        return [
            Moment(begin, begin + length)
            for day in days
            if day.weekday() < 5
            for begin in (wall(day, 9) + number * KWARTIER for number in range(12))
            if now < begin and begin + length <= wall(day, 12)
            if self._count(locatie, begin, begin + length) < DESKS[locatie]
        ]

    def _count(self, locatie: str, begin: datetime, eind: datetime) -> int:
        there = (each for each in self.booked.values() if each.locatie == locatie and not each.geannuleerd)
        return sum(each.begin < eind and each.eind > begin for each in there)


def _serves(bezoek: Bezoek) -> bool:
    [regel] = bezoek.regels
    return regel.soort == SOORT and regel.personen <= 4
