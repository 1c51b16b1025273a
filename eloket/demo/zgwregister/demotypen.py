"""The zaaktypen of the demo gemeente, in the catalogus of this register."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eloket.demo.zgwregister.catalogus import Inrichting, add_catalogus, add_zaaktype
from eloket.demo.zgwregister.register import Register

DEFINITIES = Path(__file__).parents[1] / "zaaktypen.json"
STANDAARD: dict[str, Any] = {
    "identificatie": "aanvraag",
    "omschrijving": "Aanvraag",
    "statustypen": [{"omschrijving": name} for name in ("Ontvangen", "In behandeling", "Afgehandeld")],
    "resultaattypen": [{"omschrijving": "Verwerkt"}],
}


def add_demotypen(register: Register) -> None:
    """A catalogus with all of them."""
    catalogus = add_catalogus(register)
    for definitie in [STANDAARD, *json.loads(DEFINITIES.read_text(encoding="utf-8"))]:
        add_zaaktype(register, catalogus, read_inrichting(definitie))


def read_inrichting(definitie: Mapping[str, Any]) -> Inrichting:
    """A zaaktype of the demo, as this register keeps it."""
    rollen = {each["omschrijving"]: each["omschrijving_generiek"] for each in definitie.get("roltypen", ())}
    return Inrichting(
        definitie["identificatie"],
        definitie["omschrijving"],
        statustypen=[
            (each["omschrijving"], each.get("statustekst", "")) for each in definitie["statustypen"]
        ],
        resultaten=[each["omschrijving"] for each in definitie["resultaattypen"]],
        rollen={
            "Aanvrager": "initiator",
            "Gemachtigde": "belanghebbende",
            "Balie": "klantcontacter",
            **rollen,
        },
        documenten={
            "Bijlage": "inkomend",
            "Brief": "uitgaand",
            **{
                each["omschrijving"]: each.get("richting", "inkomend")
                for each in definitie.get("informatieobjecttypen", ())
            },
        },
        besluiten={
            each["omschrijving"]: each.get("reactietermijn", "P6W")
            for each in definitie.get("besluittypen", ())
        },
        eigenschappen=[each["naam"] for each in definitie.get("eigenschapnamen", ())],
        **{name: definitie[name] for name in ("doorlooptijd", "servicenorm") if definitie.get(name)},
    )
