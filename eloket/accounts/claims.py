"""From the claims of a login provider to an Identiteit, or to an employee's profile.

Brokers name their claims differently: `ELOKET_OIDC` says per middel which claim holds what.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from eloket.accounts.identiteit import Identiteit
from eloket.accounts.niveau import Niveau
from eloket.accounts.rollen import Rol
from eloket.lib.hoedanigheid import Hoedanigheid, read_hoedanigheid
from eloket.lib.partij import Bsn, Eidas, Identificerend, InvalidPartij, Kvk, Rsin


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
        naam=text("vertegenwoordigde_naam" if handelende else "naam"),
        handelende=handelende,
        machtiging=text("machtiging"),
        hoedanigheid=_hoedanigheid(text) if handelende else "",
        handelende_naam=(text("gemachtigde_naam") or text("naam")) if handelende else "",
    )


Text = Callable[[str], str]


def _partijen(text: Text) -> tuple[Identificerend, Identificerend | None]:
    """For whom, and who acts when that is somebody else."""
    belanghebbende: Identificerend
    handelende: Identificerend
    if namens := text("vertegenwoordigde_bsn"):
        belanghebbende, handelende = Bsn(namens), _gemachtigde(text)
    elif intermediair := text("intermediair_kvk"):
        belanghebbende, handelende = _zelf(text), Kvk(intermediair)
    else:
        return _zelf(text), None
    return belanghebbende, handelende if handelende != belanghebbende else None


def _zelf(text: Text) -> Identificerend:
    """Whose login this is. A business that has a KvK number is known by that one; its RSIN may be a BSN."""
    if kvk := text("kvk"):
        return Kvk(kvk, text("vestiging"))
    if rsin := text("rsin"):
        return Rsin(rsin)
    if not text("bsn") and text("pseudoniem"):
        return Eidas(text("pseudoniem"))
    return Bsn(text("bsn"))


def _gemachtigde(text: Text) -> Identificerend:
    number = text("gemachtigde_bsn")
    return Bsn(number) if number else _zelf(text)


def _hoedanigheid(text: Text) -> Hoedanigheid:
    """As what they act; a word that we do not know claims no more than a machtiging."""
    usual = Hoedanigheid.INTERMEDIAIR if text("intermediair_kvk") else Hoedanigheid.GEMACHTIGDE
    return read_hoedanigheid(text("hoedanigheid")) or usual


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
