"""What somebody chose so far, as it stands in the address: nothing of it is about who they are.

Whatever the address holds is read without an error; whether it can be had is asked of the agenda.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.http import QueryDict

from eloket.afspraken.backends.base import Bereik, Bezoek, Regel

MAX_REGELS = 8
MAX_PERSONEN = 99  # more than any soort takes: what is too many is told, not cut off
CODE = re.compile(r"[-\w]{1,60}", re.ASCII)
GEBIED = re.compile(r"\s*([1-9]\d{3})\s*(?:[A-Za-z]{2})?\s*", re.ASCII)
VOOR = ("inwoner", "ondernemer")
DAGDELEN = ("ochtend", "middag")


@dataclass(frozen=True, slots=True)
class Keuze:
    """`voor`: "inwoner" or "ondernemer". `gebied`: four digits of a postcode. `van`: the first day to show.

    `weekdag`: 1 is Monday, 0 every day. `agenda`: the key of a named adviseur. "" is not chosen.
    """

    voor: str = VOOR[0]
    regels: tuple[Regel, ...] = ()
    kanaal: str = ""
    plaats: str = ""
    agenda: str = ""
    gebied: str = ""
    van: date | None = None
    dagdeel: str = ""
    weekdag: int = 0

    def to_bezoek(self, bereik: Bereik) -> Bezoek:
        """Errors: `ValueError` when nothing was chosen."""
        return Bezoek(regels=self.regels, kanaal=self.kanaal, bereik=bereik, agenda=self.agenda)

    def pairs(self) -> list[tuple[str, str]]:
        """Names and values for an address or for hidden boxes; nothing that is not chosen."""
        found = [("voor", self.voor)]
        for regel in self.regels:
            found += [("soort", regel.soort), ("personen", str(regel.personen))]
        rest = {
            "kanaal": self.kanaal,
            "plaats": self.plaats,
            "agenda": self.agenda,
            "gebied": self.gebied,
            "van": self.van.isoformat() if self.van else "",
            "dagdeel": self.dagdeel,
            "weekdag": str(self.weekdag or ""),
        }
        return found + [(name, value) for name, value in rest.items() if value]

    def query(self) -> str:
        """The same, behind the question mark of an address."""
        query = QueryDict(mutable=True)
        for name, value in self.pairs():
            query.appendlist(name, value)
        return query.urlencode()

    def whole_agenda(self) -> Keuze:
        """Without the filters and the day of the time page."""
        return replace(self, van=None, dagdeel="", weekdag=0)


def read_keuze(data: QueryDict) -> Keuze:
    """What these names and values say; nonsense is left out."""
    voor, dagdeel = data.get("voor", ""), data.get("dagdeel", "")
    gebied = GEBIED.fullmatch(data.get("gebied", "")[:20])
    return Keuze(
        voor=voor if voor in VOOR else VOOR[0],
        regels=_read_regels(data.getlist("soort"), data.getlist("personen")),
        kanaal=_read_code(data.get("kanaal", "")),
        plaats=_read_code(data.get("plaats", "")),
        agenda=_read_code(data.get("agenda", "")),
        gebied=gebied.group(1) if gebied else "",
        van=_read_dag(data.get("van", "")),
        dagdeel=dagdeel if dagdeel in DAGDELEN else "",
        weekdag=_read_getal(data.get("weekdag", ""), 0, 7),
    )


def _read_regels(soorten: list[str], personen: list[str]) -> tuple[Regel, ...]:
    """Each soort once, with the number at the same place; 1 where there is none."""
    numbers = personen + ["1"] * len(soorten)
    found = {
        soort: Regel(soort, _read_getal(number, 1, MAX_PERSONEN))
        for soort, number in zip(soorten, numbers, strict=False)
        if _read_code(soort)
    }
    return tuple(found.values())[:MAX_REGELS]


def _read_code(text: str) -> str:
    return text if CODE.fullmatch(text) else ""


def _read_getal(text: str, low: int, high: int) -> int:
    """A number of at most four digits between these; the lowest for anything else."""
    found = int(text) if re.fullmatch(r"\d{1,4}", text, re.ASCII) else low
    return min(max(found, low), high)


def _read_dag(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def replace_regels(keuze: Keuze, regels: Iterable[Regel]) -> Keuze:
    """The same visitor for something else: what hangs on the things chosen is asked again."""
    return Keuze(voor=keuze.voor, regels=tuple(regels), kanaal=keuze.kanaal, gebied=keuze.gebied)
