"""Which sources of persons and companies this installation uses, from the environment.

Read by `eloket/settings.py` before Django is there, so this imports neither models nor settings.
"""

import json
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from eloket.lib.omgeving import Omgeving

BACKENDS = {
    "brp": {
        "demo": "eloket.personen.backends.demo.DemoPersonen",
        "haalcentraal": "eloket.personen.backends.web.brp.HaalCentraalBrp",
        "geen": "eloket.personen.backends.geen.GeenPersonen",
    },
    "kvk": {
        "demo": "eloket.personen.backends.demo.DemoBedrijven",
        "kvk": "eloket.personen.backends.web.kvk.KvkHandelsregister",
        "geen": "eloket.personen.backends.geen.GeenBedrijven",
    },
}
KVK_URL = "https://api.kvk.nl/api"
BRP_EXAMPLE = "https://brp.gateway.example/haalcentraal/api/brp"


def read_personen(env: Omgeving, *, demo: bool) -> dict[str, Any]:
    """The setting `ELOKET_PERSONEN`: the port "brp" and the port "kvk". Errors: `ImproperlyConfigured`."""
    default = "demo" if demo else "geen"
    brp = env.choice("ELOKET_BRP", default, list(BACKENDS["brp"]))
    kvk = env.choice("ELOKET_KVK", default, list(BACKENDS["kvk"]))
    brp_url = env.url("ELOKET_BRP_URL", example=BRP_EXAMPLE, schemes=("https", "http"))
    kvk_url = env.url("ELOKET_KVK_URL", KVK_URL, example=KVK_URL, schemes=("https", "http"))
    brp_options = {"URL": brp_url, **_read_toegang(env, "ELOKET_BRP", header="X-API-KEY")}
    kvk_options = {"URL": kvk_url or KVK_URL, **_read_toegang(env, "ELOKET_KVK", header="apikey")}
    return {
        "brp": {"BACKEND": BACKENDS["brp"][brp], "OPTIONS": brp_options if brp == "haalcentraal" else {}},
        "kvk": {"BACKEND": BACKENDS["kvk"][kvk], "OPTIONS": kvk_options if kvk == "kvk" else {}},
    }


def _read_toegang(env: Omgeving, name: str, *, header: str) -> dict[str, Any]:
    """How we make ourselves known: a key in a header, a certificate of our own, headers of the gateway."""
    headers = _read_headers(env, f"{name}_HEADERS")
    if key := env.text(f"{name}_API_KEY"):
        headers[header] = key
    return {
        "HEADERS": headers,
        "CERTIFICAAT": env.text(f"{name}_CERTIFICAAT"),
        "SLEUTEL": env.text(f"{name}_SLEUTEL"),
        "CA": env.text(f"{name}_CA"),
    }


def _read_headers(env: Omgeving, name: str) -> dict[str, str]:
    text = env.text(name, "{}") or "{}"
    try:
        headers = json.loads(text)
        return {str(key): str(value) for key, value in headers.items()}
    except (ValueError, AttributeError):
        raise ImproperlyConfigured(
            f'{name} is geen JSON met namen en waarden: schrijf {{"x-doelbinding": "…"}}.'
        ) from None
