"""`python -m eloket.demo.zgwregister --port 8002`: the register as a program of its own, for a demo."""

import argparse
import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

CLIENT, GEHEIM = "eloket", "demo-zgw-geheim"
DEFINITIES = Path(__file__).parents[1] / "zaaktypen.json"
STANDAARD: dict[str, Any] = {
    "identificatie": "aanvraag",
    "omschrijving": "Aanvraag",
    "statustypen": [{"omschrijving": name} for name in ("Ontvangen", "In behandeling", "Afgehandeld")],
    "resultaattypen": [{"omschrijving": "Verwerkt"}],
}
BEZORGEN_SECONDEN = 1.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="eloket.demo.zgwregister", description="Een klein ZGW-register.")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--traag", type=float, default=0.0, help="seconden per vraag")
    words = parser.parse_args()
    settings.configure(USE_TZ=True, TIME_ZONE="Europe/Amsterdam")  # the clock asks for no more
    try:
        serve(words.port, words.traag)
    except OSError as error:
        sys.stderr.write(f"eloket: het ZGW-register start niet: {error.strerror or error}\n")
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def serve(port: int, traag: float) -> None:
    """Answer until somebody stops it."""
    from eloket.demo.zgwregister import server
    from eloket.demo.zgwregister.catalogus import add_catalogus, add_zaaktype
    from eloket.demo.zgwregister.notificaties import deliver
    from eloket.demo.zgwregister.register import Applicatie, Register
    from eloket.lib import klok

    register = Register(klok=klok.now)
    register.storingen.traag = traag
    register.applicaties[CLIENT] = Applicatie(GEHEIM)
    with server.run(register, port=port):
        catalogus = add_catalogus(register)
        for definitie in [STANDAARD, *json.loads(DEFINITIES.read_text(encoding="utf-8"))]:
            add_zaaktype(register, catalogus, read_inrichting(definitie))
        while True:
            deliver(register)
            time.sleep(BEZORGEN_SECONDEN)


def read_inrichting(definitie: Mapping[str, Any]) -> Any:
    """A zaaktype of the demo, as this register keeps it."""
    from eloket.demo.zgwregister.catalogus import Inrichting

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


if __name__ == "__main__":
    sys.exit(main())
