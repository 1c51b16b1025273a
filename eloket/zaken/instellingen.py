"""Which zaakregister this installation uses, from the environment.

Read by `eloket/settings.py` before Django is there, so this imports neither models nor settings.
"""

from typing import Any

from eloket.lib.omgeving import Omgeving

BACKENDS = {
    "eloket": "eloket.zaken.backends.database.DatabaseBackend",
    "zgw": "eloket.zaken.backends.zgw.ZgwBackend",
}
GEEN = "geen"
APIS = ("ZAKEN", "CATALOGI", "DOCUMENTEN", "BESLUITEN", "NOTIFICATIES")
WORDS = (
    "CLIENT_ID", "SECRET", "BRONORGANISATIE", "CATALOGUS", "CATALOGUS_RSIN", "ZAAKTYPE", "DOCUMENTTYPE",
    "KVK_VELD", "NOTIFICATIES_GEHEIM", "CERTIFICAAT", "SLEUTEL", "CA",
)  # fmt: skip
EXAMPLE = "https://openzaak.gemeente.example/zaken/api/v1"
VERTROUWELIJKHEID = (
    "openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk",
    "vertrouwelijk", "confidentieel", "geheim", "zeer_geheim",
)  # fmt: skip


def read_zaken(env: Omgeving) -> dict[str, Any]:
    """The setting `ELOKET_ZAKEN`: the register of what is new, and perhaps that of what is old.

    Errors: `ImproperlyConfigured`.
    """
    options: dict[str, dict[str, Any]] = {"eloket": {}, "zgw": _read_zgw(env)}
    chosen = env.choice("ELOKET_ZAKEN", "eloket", list(BACKENDS))
    old = env.choice("ELOKET_ZAKEN_OUD", GEEN, [GEEN, *BACKENDS])
    found = {"default": {"BACKEND": BACKENDS[chosen], "OPTIONS": options[chosen]}}
    if old not in (GEEN, chosen):
        found["oud"] = {"BACKEND": BACKENDS[old], "OPTIONS": options[old]}
    return found


def _read_zgw(env: Omgeving) -> dict[str, Any]:
    """What is missing is told by the backend, with the name to set."""
    addresses = {
        name: env.url(f"ELOKET_ZGW_{name}", example=EXAMPLE, schemes=("https", "http")) for name in APIS
    }
    level = env.choice("ELOKET_ZGW_MAX_VERTROUWELIJKHEID", "zaakvertrouwelijk", list(VERTROUWELIJKHEID))
    return {
        "APIS": addresses,
        "MAX_VERTROUWELIJKHEID": level,
        "EENMANSZAAK": env.flag("ELOKET_ZGW_EENMANSZAAK", False),
        "ONTHOUD_SECONDEN": env.number("ELOKET_ZGW_ONTHOUD_SECONDEN", 60, minimum=0, maximum=300),
        "SECONDS": env.number("ELOKET_ZGW_SECONDEN", 10, minimum=1, maximum=60),
        **{name: env.text(f"ELOKET_ZGW_{name}") for name in WORDS},
    }
