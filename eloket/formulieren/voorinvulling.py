"""What a source said about somebody, for one draft: answers by the name of their source, and who is family.

Fetched once (`services/voorinvullen.py`), kept encrypted with the draft, put into a step by `vooraf.py`.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

Json = dict[str, Any]


class Uitkomst(StrEnum):
    GEEN = "geen"  # nobody to ask about, or nothing to ask: no login, no such source
    GEVONDEN = "gevonden"
    NIET_GEVONDEN = "niet_gevonden"
    STORING = "storing"


@dataclass(frozen=True, slots=True)
class Gezinslid:
    """Somebody of the family to choose.

    `geboren` as far as it is known: "2015-05-03", "2015-05", "2015", "".
    """

    sleutel: str  # "partner-1", "kind-2": what stands on the wire
    naam: str
    geboren: str
    relatie: str  # "partner" or "kind"


@dataclass(frozen=True, slots=True)
class Voorinvulling:
    """`waarden`: stored answers by name of BRONNEN. `geheim`: names whose answer we may not show.

    `aan_balie`: an employee reads it, who types what a source does not give; it is not kept with the rest.
    """

    uitkomst: Uitkomst = Uitkomst.GEEN
    waarden: Mapping[str, Any] = field(default_factory=dict)
    geheim: tuple[str, ...] = ()
    gezin: tuple[Gezinslid, ...] = ()
    aan_balie: bool = False

    @property
    def is_final(self) -> bool:
        """Whether asking again would be of no use."""
        return self.uitkomst != Uitkomst.STORING


NIETS = Voorinvulling()


def to_dict(voorinvulling: Voorinvulling) -> Json:
    """Plain data. About a person: store it encrypted only."""
    return asdict(voorinvulling)


def from_dict(data: Json) -> Voorinvulling:
    return Voorinvulling(
        uitkomst=Uitkomst(data["uitkomst"]),
        waarden=dict(data["waarden"]),
        geheim=tuple(data["geheim"]),
        gezin=tuple(Gezinslid(**each) for each in data["gezin"]),
    )
