"""Who a citizen or business is, as their login told us."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from eloket.accounts.niveau import Niveau
from eloket.lib import partij
from eloket.lib.hoedanigheid import Hoedanigheid
from eloket.lib.partij import Bsn, Eidas, Identificerend, InvalidPartij, Kvk, Rsin


@dataclass(frozen=True, slots=True)
class Identiteit:
    """The belanghebbende, how sure we are, and who acts for them.

    `middel` is "digid", "eherkenning" or "eidas"; `naam` is the name of the belanghebbende. `handelende` is
    set when somebody acts for them: `hoedanigheid` (`lib.hoedanigheid`) then tells as what, and `machtiging`
    holds the reference of the mandate. Names may be empty: not every login gives them.
    """

    belanghebbende: Identificerend
    niveau: Niveau
    middel: str
    naam: str = ""
    handelende: Identificerend | None = None
    machtiging: str = ""
    hoedanigheid: str = ""
    handelende_naam: str = ""

    @property
    def getoonde_naam(self) -> str:
        """Who is logged in, and for whom, as the bar above a page says it; "" when no name is known."""
        if self.handelende is None:
            return self.naam
        wie = self.handelende_naam or str(Hoedanigheid(self.hoedanigheid or "gemachtigde").label)
        return _("%(wie)s, voor %(voor)s") % {"wie": wie, "voor": self.naam} if self.naam else wie


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
        "hoedanigheid": str(identiteit.hoedanigheid),
        "handelende_naam": identiteit.handelende_naam,
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
        hoedanigheid=data.get("hoedanigheid", ""),  # a session from before this was known
        handelende_naam=data.get("handelende_naam", ""),
    )


def _identificerend(data: dict[str, Any]) -> Identificerend:
    who = partij.from_dict(data)
    if not isinstance(who, Bsn | Kvk | Rsin | Eidas):
        raise InvalidPartij("een contactadres identificeert niemand")
    return who
