"""The demo's zaaktypen: what kinds of zaak Rietwaard knows."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import transaction

from eloket.zaken.services import get_zaaktype

DEFINITIES = Path(__file__).parent / "zaaktypen.json"
PARTS = {
    "statustypen": "Statustype",
    "resultaattypen": "Resultaattype",
    "eigenschapnamen": "Eigenschapnaam",
    "informatieobjecttypen": "Informatieobjecttype",
    "roltypen": "Roltype",
    "besluittypen": "Besluittype",
}


def load_zaaktypen() -> None:
    """Fill the built-in register; what is there already stays as a beheerder made it."""
    with transaction.atomic():
        for definitie in json.loads(DEFINITIES.read_text(encoding="utf-8")):
            if get_zaaktype(definitie["identificatie"]) is None:
                _create_zaaktype(definitie)


def _create_zaaktype(definitie: dict[str, Any]) -> None:
    fields = {key: value for key, value in definitie.items() if key not in PARTS}
    zaaktype = _model("Zaaktype").objects.create(begin_geldigheid=date(2020, 1, 1), **fields)
    for part, model in PARTS.items():
        for values in definitie[part]:
            _model(model).objects.create(zaaktype=zaaktype, **values)


def _model(name: str) -> Any:
    return apps.get_model("zaken", name)
