"""Who an aanvraag or a zaak is about: a tagged value, valid from the moment that it exists.

`Partij = Bsn | Kvk | Rsin | Eidas | Contact | Vereniging`. The first four identify. A Contact only says where
a message can be sent, and a Vereniging which business somebody says to be: lists of zaken never accept them.
"""

import re
from dataclasses import asdict, dataclass
from typing import Any, TypeGuard

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from stdnum.nl import bsn as stdnum_bsn

from eloket.lib.versleuteling import keyed_hashes


class InvalidPartij(ValueError):
    """The number or address does not have the form that the standard asks."""


def _require(valid: bool, message: str) -> None:
    if not valid:
        raise InvalidPartij(message)


@dataclass(frozen=True, slots=True)
class Bsn:
    """A natural person by burgerservicenummer (Wabb): nine digits that pass the eleven test."""

    nummer: str

    def __post_init__(self) -> None:
        _require(
            bool(re.fullmatch(r"[0-9]{9}", self.nummer)) and stdnum_bsn.is_valid(self.nummer),
            "geen geldig BSN",
        )

    def __repr__(self) -> str:  # a number in a traceback or a log line would be a leak
        return "Bsn(•••)"


@dataclass(frozen=True, slots=True)
class Kvk:
    """A business by KvK number (8 digits), or one vestiging of it (12 digits)."""

    nummer: str
    vestiging: str = ""

    def __post_init__(self) -> None:
        _require(bool(re.fullmatch(r"[0-9]{8}", self.nummer)), "een KvK-nummer heeft 8 cijfers")
        _require(
            not self.vestiging or bool(re.fullmatch(r"[0-9]{12}", self.vestiging)),
            "een vestigingsnummer heeft 12 cijfers",
        )


@dataclass(frozen=True, slots=True)
class Rsin:
    """A legal person by RSIN: nine digits under the same eleven test. That of an eenmanszaak is a BSN."""

    nummer: str

    def __post_init__(self) -> None:
        _require(
            bool(re.fullmatch(r"[0-9]{9}", self.nummer)) and stdnum_bsn.is_valid(self.nummer),
            "geen geldig RSIN",
        )

    def __repr__(self) -> str:
        return "Rsin(•••)"


@dataclass(frozen=True, slots=True)
class Eidas:
    """Somebody from another EU country, known to us by the pseudonym that the eIDAS node gives."""

    pseudoniem: str

    def __post_init__(self) -> None:
        _require(0 < len(self.pseudoniem) <= 256, "een eIDAS-pseudoniem heeft 1 tot 256 tekens")

    def __repr__(self) -> str:
        return "Eidas(•••)"


@dataclass(frozen=True, slots=True)
class Contact:
    """Only an e-mail address; `bevestigd` when its owner typed in the code that we sent."""

    email: str
    bevestigd: bool = False

    def __post_init__(self) -> None:
        _require(len(self.email) <= 254 and _is_email(self.email), "geen e-mailadres")

    def __repr__(self) -> str:
        return f"Contact(•••, bevestigd={self.bevestigd})"


@dataclass(frozen=True, slots=True)
class Vereniging:
    """A vereniging or stichting without eHerkenning: the KvK number that it says, and an address.

    `bevestigd` as in `Contact`. Identifies nobody, also not the KvK number, until an employee checked it.
    """

    kvk: str
    email: str
    bevestigd: bool = False

    def __post_init__(self) -> None:
        Kvk(self.kvk)
        Contact(self.email)

    def __repr__(self) -> str:
        return f"Vereniging(kvk={self.kvk}, •••, bevestigd={self.bevestigd})"


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


Partij = Bsn | Kvk | Rsin | Eidas | Contact | Vereniging
Identificerend = Bsn | Kvk | Rsin | Eidas


def identifies(partij: Partij | None) -> TypeGuard[Identificerend]:
    """Can this be somebody who logs in?"""
    return isinstance(partij, Bsn | Kvk | Rsin | Eidas)


_SOORTEN: dict[str, type[Partij]] = {
    "bsn": Bsn,
    "kvk": Kvk,
    "rsin": Rsin,
    "eidas": Eidas,
    "contact": Contact,
    "vereniging": Vereniging,
}


def soort(partij: Partij) -> str:
    """The tag: bsn, kvk, rsin, eidas, contact or vereniging."""
    return type(partij).__name__.lower()


def to_dict(partij: Partij) -> dict[str, Any]:
    """Plain data with its tag. Holds the number in clear: store it encrypted only."""
    return {"soort": soort(partij), **asdict(partij)}


def from_dict(data: dict[str, Any]) -> Partij:
    """The reverse of `to_dict`. Errors: `InvalidPartij`."""
    fields = dict(data)
    kind = _SOORTEN.get(fields.pop("soort", ""))
    if kind is None:
        raise InvalidPartij("onbekende soort partij")
    try:
        return kind(**fields)
    except TypeError:
        raise InvalidPartij(f"velden die niet bij een {kind.__name__.lower()} horen") from None


def zoeksleutel(partij: Partij) -> str:
    """The keyed hash (newest key) under which this partij is stored and searched."""
    return zoeksleutels(partij)[0]


def zoeksleutels(partij: Partij) -> list[str]:
    """The keyed hashes under all keys, newest first."""
    return keyed_hashes(f"{soort(partij)}:{_search_text(partij)}")


def _search_text(partij: Partij) -> str:
    """What makes two partijen the same. Only an e-mail address is the same in capitals."""
    if isinstance(partij, Contact):
        return partij.email.lower()
    if isinstance(partij, Vereniging):
        return f"{partij.kvk}|{partij.email.lower()}"
    return "|".join(str(value) for _key, value in sorted(asdict(partij).items()))


def eigen_sleutels(persoon: Identificerend) -> list[str]:
    """The keyed hashes of all that is somebody's own, to look for.

    The RSIN of an eenmanszaak is the BSN of its owner, and law knows them as one person: with their BSN they
    find both. With the RSIN a business finds what is under the RSIN, and nothing of its owner.
    """
    own = zoeksleutels(persoon)
    return [*own, *zoeksleutels(Rsin(persoon.nummer))] if isinstance(persoon, Bsn) else own
