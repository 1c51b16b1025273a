"""Who a citizen or business is, as their login told us."""

from dataclasses import dataclass
from typing import Any

from eloket.accounts.niveau import Niveau
from eloket.lib import partij
from eloket.lib.partij import Bsn, Eidas, Identificerend, InvalidPartij, Kvk, Rsin


@dataclass(frozen=True, slots=True)
class Identiteit:
    """The belanghebbende, how sure we are, and who acts for them.

    `middel` is "digid" or "eherkenning"; `handelende` is set when somebody acts for somebody else, and
    `machtiging` then holds the reference of the mandate.
    """

    belanghebbende: Identificerend
    niveau: Niveau
    middel: str
    naam: str = ""
    handelende: Identificerend | None = None
    machtiging: str = ""


def to_dict(identiteit: Identiteit) -> dict[str, Any]:
    """Plain data for the session, whose store encrypts it. Holds the numbers in clear."""
    handelende = identiteit.handelende
    return {
        "belanghebbende": partij.to_dict(identiteit.belanghebbende),
        "niveau": int(identiteit.niveau),
        "middel": identiteit.middel,
        "naam": identiteit.naam,
        "handelende": partij.to_dict(handelende) if handelende else None,
        "machtiging": identiteit.machtiging,
    }


def from_dict(data: dict[str, Any]) -> Identiteit:
    """The reverse of `to_dict`. Errors: `InvalidPartij`."""
    handelende = data["handelende"]
    return Identiteit(
        belanghebbende=_identificerend(data["belanghebbende"]),
        niveau=Niveau(data["niveau"]),
        middel=data["middel"],
        naam=data["naam"],
        handelende=_identificerend(handelende) if handelende else None,
        machtiging=data["machtiging"],
    )


def _identificerend(data: dict[str, Any]) -> Identificerend:
    who = partij.from_dict(data)
    if not isinstance(who, Bsn | Kvk | Rsin | Eidas):
        raise InvalidPartij("een contactadres identificeert niemand")
    return who
