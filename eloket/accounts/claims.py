"""From the claims of a login provider to an Identiteit, or to an employee's profile.

Brokers name their claims differently: `ELOKET_OIDC` says per middel which claim holds what.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from eloket.accounts.identiteit import Identiteit
from eloket.accounts.niveau import Niveau
from eloket.accounts.rollen import Rol
from eloket.lib.partij import Bsn, Identificerend, InvalidPartij, Kvk, Rsin


class InvalidClaims(Exception):
    """The provider did not tell who this is."""


@dataclass(frozen=True)
class Profiel:
    """An employee as the gemeente's own directory knows them."""

    sub: str
    naam: str
    email: str
    rollen: frozenset[Rol]


def read_claim(claims: Mapping[str, Any], names: str | Iterable[str]) -> Any:
    """The first of these claims that is there; a name with dots may also be a path. None when absent."""
    for name in [names] if isinstance(names, str) else names:
        value = claims.get(name)
        if value is None and "." in name:
            value = _walk(claims, name.split("."))
        if value not in (None, ""):
            return value
    return None


def _walk(claims: Mapping[str, Any], path: list[str]) -> Any:
    value: Any = claims
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def to_niveau(claims: Mapping[str, Any], config: Mapping[str, Any]) -> Niveau:
    """The level that the provider vouches for; GEEN for one that we do not know."""
    acr = read_claim(claims, config["claims"]["acr"])
    return Niveau(config["niveaus"].get(acr, Niveau.GEEN))


def to_identiteit(claims: Mapping[str, Any], config: Mapping[str, Any], middel: str) -> Identiteit:
    """Who logged in, and for whom. Errors: `InvalidClaims`."""

    def text(key: str) -> str:
        return str(read_claim(claims, config["claims"].get(key, ())) or "")

    try:
        belanghebbende, handelende = _partijen(text)
    except InvalidPartij as error:
        raise InvalidClaims(str(error)) from None
    return Identiteit(
        belanghebbende=belanghebbende,
        niveau=to_niveau(claims, config),
        middel=middel,
        naam=text("naam"),
        handelende=handelende,
        machtiging=text("machtiging"),
    )


def _partijen(text: Any) -> tuple[Identificerend, Bsn | None]:
    """For whom, and who acts when that is somebody else."""
    if namens := text("vertegenwoordigde_bsn"):
        return Bsn(namens), Bsn(text("gemachtigde_bsn") or text("bsn"))
    if kvk := text("kvk"):
        return Kvk(kvk, text("vestiging")), None
    if rsin := text("rsin"):
        return Rsin(rsin), None
    return Bsn(text("bsn")), None


def to_profiel(claims: Mapping[str, Any], config: Mapping[str, Any], groepen: Mapping[str, str]) -> Profiel:
    """The employee, with the roles that their groups give. Errors: `InvalidClaims`."""
    sub = read_claim(claims, "sub")
    if not sub:
        raise InvalidClaims("geen sub")
    names = config["claims"]
    values = read_claim(claims, names["groepen"]) or []
    values = [values] if isinstance(values, str) else values
    return Profiel(
        sub=str(sub),
        naam=str(read_claim(claims, names["naam"]) or ""),
        email=str(read_claim(claims, names["email"]) or ""),
        rollen=frozenset(Rol(groepen[value]) for value in values if value in groepen),
    )
