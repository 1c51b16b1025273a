"""What must be right about the seal and the kentekens before an installation hands anything over."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error

from eloket.uitgifte.instellingen import BACKENDS, KENTEKENS

NEEDED = {
    BACKENDS["bestand"]: {"BESTAND": "ELOKET_ZEGEL_BESTAND"},
    BACKENDS["pkcs11"]: {
        "MODULE": "ELOKET_ZEGEL_PKCS11_MODULE",
        "TOKEN": "ELOKET_ZEGEL_PKCS11_TOKEN",
        "SLEUTEL": "ELOKET_ZEGEL_PKCS11_SLEUTEL",
    },
}


def check_zegel(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """No seal of the gemeente in production, a setting that is missing, a time-stamp over plain http."""
    config = settings.ELOKET_ZEGEL["default"]
    options = config["OPTIONS"]
    found: list[CheckMessage] = [
        Error(f"{name} ontbreekt.", hint="Vul het in, of zet ELOKET_ZEGEL op proef.", id="uitgifte.E001")
        for option, name in NEEDED.get(config["BACKEND"], {}).items()
        if not options.get(option)
    ]
    if settings.PRODUCTIE and config["BACKEND"] == BACKENDS["proef"]:
        hint = "Zet ELOKET_ZEGEL op bestand of pkcs11 voor u iets uitgeeft (docs/uitgifte.md)."
        found.append(checks.Info("Documenten krijgen een proefzegel.", hint=hint, id="uitgifte.I001"))
    if settings.PRODUCTIE and str(options.get("TIJDSTEMPEL", "")).startswith("http:"):
        hint = "Een tijdstempel is zelf ondertekend; toch ziet een ander dan wanneer u zegelt."
        found.append(
            checks.Warning("ELOKET_TIJDSTEMPEL_URL is niet versleuteld.", hint=hint, id="uitgifte.W002")
        )
    return found


def check_kentekens(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The vehicles of the demo in production: they would decide about real people."""
    if not settings.PRODUCTIE or settings.ELOKET_KENTEKENREGISTER["default"]["BACKEND"] != KENTEKENS["demo"]:
        return []
    hint = "Zet ELOKET_KENTEKENREGISTER op geen. Een medewerker kijkt dan naar elk kenteken."
    return [Error("ELOKET_KENTEKENREGISTER is die van de demo.", hint=hint, id="uitgifte.E003")]
