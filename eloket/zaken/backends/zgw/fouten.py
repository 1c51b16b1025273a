"""What an answer that says no means for the port."""

from dataclasses import dataclass
from typing import Any

from eloket.zaken.backends.base import (
    RegisterError,
    RegisterMisconfigured,
    RegisterUnavailable,
    ZaakRejected,
)

#: There is no 401 in ZGW: each of these comes with 403.
WAT_TE_DOEN = {
    "permission_denied": "de applicatie van eloket mist hiervoor een recht (autorisatie) in het register",
    "invalid-client-identifier": "het register kent dit client-id niet (ELOKET_ZGW_CLIENT_ID)",
    "invalid-jwt-signature": "het geheim klopt niet (ELOKET_ZGW_SECRET)",
    "jwt-expired": "de klokken van eloket en het register lopen te ver uiteen",
    "jwt-missing-iat-claim": "het register mist een tijdstip in het token",
    "jwt-expiredsignatureerror": "de klokken van eloket en het register lopen te ver uiteen",
}
LATER = {408, 425, 429}


class Afgekeurd(ZaakRejected):
    """The register refuses what was sent. `codes`: name and code of each field."""

    def __init__(self, codes: frozenset[tuple[str, str]], *reasons: str) -> None:
        super().__init__(*reasons)
        self.codes = codes

    def has(self, code: str) -> bool:
        return any(code == each for _name, each in self.codes)


class Onbekend(RegisterMisconfigured):
    """404: where something should be there is nothing."""


@dataclass(frozen=True, slots=True)
class Probleem:
    """As much of an error as could be read. `instance` is what the beheerder of the register can look up."""

    status: int
    code: str = ""
    instance: str = ""
    params: tuple[tuple[str, str, str], ...] = ()


def read_probleem(status: int, content: Any) -> Probleem:
    """From the body, whatever it is: a proxy may have made it."""
    if not isinstance(content, dict):
        return Probleem(status)
    found = content.get("invalidParams")
    params = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    return Probleem(
        status,
        code=_short(content.get("code")),
        instance=_short(content.get("instance")),
        params=tuple((_short(each.get("name")), _short(each.get("code")), "") for each in params),
    )


def to_error(probleem: Probleem, wat: str) -> RegisterError:
    """`wat`: the call, with nothing of a person. A reason is left out: it may quote a value."""
    status = probleem.status
    if status in (401, 403):
        uitleg = WAT_TE_DOEN.get(probleem.code, "het register laat eloket niet toe")
        return RegisterMisconfigured(f"{wat}: {uitleg} ({status} {probleem.code})")
    if status >= 500 or status in LATER:
        return RegisterUnavailable(f"{wat}: het register antwoordt met {status}")
    if status == 404:
        return Onbekend(f"{wat}: niet gevonden (404); klopt het adres van de API?")
    if status == 400:
        return _rejected(probleem, wat)
    if 300 <= status < 400:
        return RegisterMisconfigured(f"{wat}: een doorverwijzing ({status}); klopt het adres van de API?")
    return RegisterMisconfigured(f"{wat}: het register antwoordt met {status} {probleem.code}")


def _rejected(probleem: Probleem, wat: str) -> Afgekeurd:
    codes = frozenset((name, code) for name, code, _reason in probleem.params)
    reasons = [f"{name}: {code}" for name, code in sorted(codes)]
    return Afgekeurd(codes, *(reasons or [f"{wat}: {probleem.code or 'afgekeurd'}"]))


def _short(value: Any) -> str:
    return str(value)[:120] if isinstance(value, str) else ""
