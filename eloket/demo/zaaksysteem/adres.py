"""How the loket of a demo reaches the zaaksysteem beside it.

Read by `eloket/settings.py` before Django is there, so this imports neither models nor settings.
"""

from collections.abc import Mapping
from typing import Any

from eloket.demo.zgwregister.catalogus import RSIN

CLIENT_ID, GEHEIM = "eloket", "demo-zgw-geheim"
#: With which it proves itself to the loket when it tells what changed.
MELDGEHEIM = "demo-zaaksysteem-van-rietwaard"
DOMEIN = "ELOKT"
APIS = ("zaken", "catalogi", "documenten", "besluiten", "notificaties")
#: What docs/openzaak.md asks an administrator to grant, and no more than that.
RECHTEN = frozenset(
    {
        "catalogi.lezen",
        "zaken.lezen",
        "zaken.aanmaken",
        "zaken.bijwerken",
        "documenten.lezen",
        "documenten.aanmaken",
        "documenten.bijwerken",
        "documenten.lock",
        "besluiten.lezen",
        "notificaties.consumeren",
    }
)


def join_zaaksysteem(zaken: Mapping[str, Any], *, port: int) -> str:
    """Point `ELOKET_ZAKEN` at the zaaksysteem of the demo, where it asks ZGW and names no other register.

    Returns the address of the zaaksysteem, or "" when this demo has none. It listens on loopback only.
    """
    base = f"http://127.0.0.1:{port}"
    open_ends = [each["OPTIONS"] for each in zaken.values() if _names_none(each["OPTIONS"])]
    for options in open_ends:
        options |= {
            "APIS": {name.upper(): f"{base}/{name}/api/v1" for name in APIS},
            "CLIENT_ID": CLIENT_ID,
            "SECRET": GEHEIM,
            "NOTIFICATIES_GEHEIM": MELDGEHEIM,
            "BRONORGANISATIE": RSIN,
            "CATALOGUS": DOMEIN,
            "DOCUMENTTYPE": "Bijlage",
            "ONTHOUD_SECONDEN": 0,  # who takes the tour sees at once what they did in the other window
        }
    return base if open_ends else ""


def _names_none(options: Mapping[str, Any]) -> bool:
    """Options of ZGW without an address."""
    return "APIS" in options and not any(options["APIS"].values())
