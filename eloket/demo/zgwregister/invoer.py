"""Checking what is handed in, field by field, as the standard describes it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from eloket.demo.zgwregister.vraag import Json, refuse


@dataclass(frozen=True, slots=True)
class Veld:
    """`soort`: tekst, datum, tijdstip, getal, ja_nee, lijst, object, rsin. `standaard`: when absent."""

    soort: str = "tekst"
    verplicht: bool = False
    lengte: int | None = None
    minimaal: int = 0
    keuze: tuple[str, ...] = ()
    leeg: bool = True  # null is allowed
    standaard: Any = ""


TYPES: Mapping[str, type | tuple[type, ...]] = {
    "tekst": str,
    "datum": str,
    "tijdstip": str,
    "rsin": str,
    "getal": int,
    "ja_nee": bool,
    "lijst": list,
    "object": dict,
}


def read_fields(content: Json, velden: Mapping[str, Veld], *, partial: bool = False) -> Json:
    """What stands in the body, of the fields that may be written. Errors: `Fout` 400."""
    found: Json = {}
    for name, veld in velden.items():
        if name in content:
            found[name] = _check(name, content[name], veld)
        elif veld.verplicht and not partial:
            raise refuse(name, "required", "Dit veld is vereist.")
        elif not partial:
            found[name] = veld.standaard() if callable(veld.standaard) else veld.standaard
    return found


def _check(name: str, value: Any, veld: Veld) -> Any:
    if value is None:
        if not veld.leeg or veld.verplicht:
            raise refuse(name, "null", "Dit veld mag niet leeg zijn.")
        return None
    if not isinstance(value, TYPES[veld.soort]) or (veld.soort == "getal" and isinstance(value, bool)):
        raise refuse(name, "invalid", "Niet een geldige waarde.")
    if isinstance(value, str):
        _check_text(name, value, veld)
    return value


def _check_text(name: str, value: str, veld: Veld) -> None:
    if veld.verplicht and not value:
        raise refuse(name, "blank", "Dit veld mag niet leeg zijn.")
    if veld.lengte is not None and len(value) > veld.lengte:
        raise refuse(name, "max_length", f"Dit veld mag niet meer dan {veld.lengte} karakters bevatten.")
    if value and len(value) < veld.minimaal:
        raise refuse(name, "min_length", f"Dit veld moet minimaal {veld.minimaal} karakters bevatten.")
    if value and veld.keuze and value not in veld.keuze:
        raise refuse(name, "invalid_choice", f'"{value}" is een ongeldige keuze.')
    if veld.soort == "datum":
        read_date(name, value)
    if veld.soort == "rsin" and not passes_eleven(value):
        raise refuse(name, "invalid", "Onjuist RSIN nummer.")


def read_date(name: str, value: Any) -> date:
    """Errors: `Fout` 400."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise refuse(name, "invalid", "Datum heeft het verkeerde formaat.") from None


def read_moment(name: str, value: Any, zone: Any) -> datetime:
    """A moment without a zone is the server's own time. Errors: `Fout` 400."""
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise refuse(name, "invalid", "Datetime heeft het verkeerde formaat.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def passes_eleven(number: str) -> bool:
    """The eleven test of BSN and RSIN."""
    if not re.fullmatch(r"[0-9]{9}", number) or number == "000000000":
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True)) % 11 == 0


def normalise_duur(text: str | None) -> str | None:
    """As such a server gives it back: P8W becomes P56D."""
    match = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", text or "")
    if match is None or not text:
        return text
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    days += weeks * 7
    parts = "".join(
        f"{number}{letter}" for number, letter in ((years, "Y"), (months, "M"), (days, "D")) if number
    )
    return f"P{parts or '0D'}"
