"""Which source of addresses this installation uses, from the environment.

Read by `eloket/settings.py` before Django is there, so this imports neither models nor settings.
"""

from typing import Any

from eloket.lib.omgeving import Omgeving

DEMO = "eloket.adressen.backends.demo.DemoAdressen"
PDOK = "eloket.adressen.backends.pdok.PdokLocatieserver"
PDOK_URL = "https://api.pdok.nl/bzk/locatieserver/search/v3_1"


def read_adressen(env: Omgeving, *, demo: bool) -> dict[str, Any]:
    """The setting `ELOKET_ADRESSEN`. Errors: `ImproperlyConfigured`."""
    url = env.url("ELOKET_ADRESSEN_URL", PDOK_URL, example=PDOK_URL, schemes=("https", "http"))
    if env.choice("ELOKET_ADRESSEN", "demo" if demo else "pdok", ["demo", "pdok"]) == "demo":
        return {"default": {"BACKEND": DEMO, "OPTIONS": {}}}
    return {"default": {"BACKEND": PDOK, "OPTIONS": {"URL": url or PDOK_URL}}}
