"""The zaaktypen that the contract of the port expects, in a catalogus."""

from typing import Any

from eloket.demo.zgwregister.catalogus import Inrichting, add_catalogus, add_zaaktype
from eloket.demo.zgwregister.register import Register
from tests.zaken.factories import GEHEIM, KAPVERGUNNING

ROLLEN = {"Aanvrager": "initiator", "Gemachtigde": "belanghebbende", "Medewerker": "klantcontacter"}
AANVRAAG = Inrichting(
    "aanvraag",
    "Aanvraag",
    statustypen=[("Ontvangen", "Wij hebben uw aanvraag."), ("In behandeling", ""), ("Afgehandeld", "Klaar.")],
    resultaten=["Verwerkt", "Afgewezen"],
    rollen=ROLLEN,
    documenten={"Bijlage": "inkomend"},
    eigenschappen=["kenteken"],
    servicenorm="P4W",
)
KAP = Inrichting(
    KAPVERGUNNING,
    "Kapvergunning",
    documenten={"Bewijs": "inkomend", "Besluit": "uitgaand", "Advies": "intern"},
    besluiten={"Besluit op aanvraag": "P6W"},
    verlengingstermijn="P6W",
)
STIL = Inrichting(GEHEIM, "Jeugdhulp", vertrouwelijkheid="vertrouwelijk")


def fill(register: Register) -> dict[str, Any]:
    """The zaaktypen by their identificatie, and the catalogus."""
    catalogus = add_catalogus(register)
    return {
        "catalogus": catalogus,
        **{wat.identificatie: add_zaaktype(register, catalogus, wat) for wat in (AANVRAAG, KAP, STIL)},
    }
