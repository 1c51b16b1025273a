"""What the products of Rietwaard lean on: organisations, tarieven, afspraaksoorten, shared texts."""

from datetime import date
from decimal import Decimal
from typing import Any

from eloket.afspraken.services import ensure_afspraaksoort
from eloket.betalingen.services import ensure_tarief
from eloket.demo.bron import INHOUD, read
from eloket.producten.services import Organisatie, Tekstblok


def load_bronnen() -> None:
    """All of them; those that are there stay as they are."""
    for data in _list("organisaties"):
        Organisatie.objects.get_or_create(code=data["code"], defaults=data)
    for data in _list("tekstblokken"):
        Tekstblok.objects.get_or_create(code=data["code"], defaults=data)
    for data in _list("afspraaksoorten"):
        ensure_afspraaksoort(**data)
    for data in _list("tarieven"):
        amounts = {date.fromisoformat(day): Decimal(text) for day, text in data.pop("bedragen").items()}
        ensure_tarief(**data, bedragen=amounts)


def get_organisatie(code: str) -> Organisatie | None:
    return Organisatie.objects.filter(code=code).first() if code else None


def _list(name: str) -> list[dict[str, Any]]:
    return list(read(name)) if (INHOUD / f"{name}.json").exists() else []
