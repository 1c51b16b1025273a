"""Which seal and which register of vehicles this installation uses, from the environment.

Read by `eloket/settings.py` before Django is there, so this imports neither models nor settings.
"""

from pathlib import Path
from typing import Any

from eloket.lib.omgeving import Omgeving

BACKENDS = {
    "proef": "eloket.uitgifte.backends.pades.proef.ProefZegel",
    "bestand": "eloket.uitgifte.backends.pades.bestand.BestandZegel",
    "pkcs11": "eloket.uitgifte.backends.pades.pkcs11.Pkcs11Zegel",
}
KENTEKENS = {
    "demo": "eloket.uitgifte.backends.kentekens.DemoKentekens",
    "geen": "eloket.uitgifte.backends.kentekens.GeenKentekens",
}
TSA_EXAMPLE = "https://tijdstempel.example/tsa"


def read_zegel(env: Omgeving, *, data_dir: Path) -> dict[str, Any]:
    """The setting `ELOKET_ZEGEL`. Errors: `ImproperlyConfigured`."""
    soort = env.choice("ELOKET_ZEGEL", "proef", list(BACKENDS))
    options: dict[str, Any] = {
        "TIJDSTEMPEL": env.url("ELOKET_TIJDSTEMPEL_URL", example=TSA_EXAMPLE, schemes=("https", "http")),
    }
    bestand = {
        "BESTAND": env.text("ELOKET_ZEGEL_BESTAND"),
        "WACHTWOORD": env.text("ELOKET_ZEGEL_WACHTWOORD"),
    }
    token = {
        "MODULE": env.text("ELOKET_ZEGEL_PKCS11_MODULE"),
        "TOKEN": env.text("ELOKET_ZEGEL_PKCS11_TOKEN"),
        "SLEUTEL": env.text("ELOKET_ZEGEL_PKCS11_SLEUTEL"),
        "PIN": env.text("ELOKET_ZEGEL_PKCS11_PIN"),
    }
    extra = {"proef": {"BESTAND": str(data_dir / "proefzegel.p12")}, "bestand": bestand, "pkcs11": token}
    return {"default": {"BACKEND": BACKENDS[soort], "OPTIONS": {**options, **extra[soort]}}}


def read_kentekens(env: Omgeving, *, demo: bool) -> dict[str, Any]:
    """The setting `ELOKET_KENTEKENREGISTER`. Errors: `ImproperlyConfigured`."""
    soort = env.choice("ELOKET_KENTEKENREGISTER", "demo" if demo else "geen", list(KENTEKENS))
    return {"default": {"BACKEND": KENTEKENS[soort], "OPTIONS": {}}}
