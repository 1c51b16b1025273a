"""Cost and term in the notations of schema.org."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from eloket.betalingen.services import Tariefregel

Node = dict[str, Any]
WORKDAYS = 5


def list_offers(soort: str, tarieven: Sequence[Tariefregel]) -> list[Node]:
    """What it costs: each amount with its first day, also the next one; nothing where that is not known."""
    if soort == "gratis":
        return [_offer(Decimal(0))]
    if soort != "tarief":
        return []
    return [offer for regel in tarieven for offer in (_now(regel), _later(regel)) if offer]


def processing_time(aantal: int | None, eenheid: str) -> str:
    """The term as an ISO 8601 duration, "" for none. Working days become the days they take at most."""
    match eenheid, aantal:
        case "direct", _:
            return "PT0S"
        case "dagen", int(number):
            return f"P{number}D"
        case "werkdagen", int(number):
            weekends = -(-number // WORKDAYS)
            return f"P{number + 2 * weekends}D"
        case "weken", int(number):
            return f"P{number}W"
        case "maanden", int(number):
            return f"P{number}M"
        case _other:
            return ""


def _now(regel: Tariefregel) -> Node | None:
    if regel.bedrag is None:
        return None
    end = regel.straks_vanaf or regel.tot
    return _offer(
        regel.bedrag,
        name=regel.naam,
        validFrom=regel.vanaf.isoformat() if regel.vanaf else "",
        validThrough=(end - timedelta(days=1)).isoformat() if end else "",
    )


def _later(regel: Tariefregel) -> Node | None:
    if regel.straks is None or regel.straks_vanaf is None:
        return None
    return _offer(regel.straks, name=regel.naam, validFrom=regel.straks_vanaf.isoformat())


def _offer(bedrag: Decimal, **values: str) -> Node:
    given = {name: value for name, value in values.items() if value}
    return {"@type": "Offer", "price": f"{bedrag:.2f}", "priceCurrency": "EUR", **given}
