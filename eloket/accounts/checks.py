"""What must be right before people can log in here; `check --deploy` and every start ask."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

MIN_KEY = 32


def check_accounts(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """All that production refuses; nothing outside production."""
    if not settings.PRODUCTIE:
        return []
    return [*_clients(), *_klok(), *_demo(), *_keys(), *_debug(), *_adres()]


def _clients() -> list[CheckMessage]:
    found: list[CheckMessage] = []
    for middel, config in settings.ELOKET_OIDC.items():
        name = f"ELOKET_OIDC_{middel.upper()}"
        given = [config["url"], config["client_id"], config["client_secret"]]
        # A gemeente may do without eHerkenning, or start without DigiD; never without its own people.
        if not all(given) and (any(given) or middel == "medewerker"):
            found.append(
                Error(
                    f"De inlogdienst {middel} is niet volledig ingesteld.",
                    hint=f"Zet {name}_URL, {name}_CLIENT_ID en {name}_CLIENT_SECRET.",
                    id="accounts.E001",
                )
            )
        elif config["url"] and not config["url"].startswith("https://"):
            found.append(
                Error(
                    f"{name}_URL begint niet met https://.",
                    hint="Een inlogdienst zonder versleutelde verbinding is in productie niet toegestaan.",
                    id="accounts.E002",
                )
            )
    return found


def _klok() -> list[CheckMessage]:
    if not settings.ELOKET_KLOK_VERSCHUIVING:
        return []
    return [
        Error(
            "De klok is verschoven.",
            hint="Haal ELOKET_KLOK_VERSCHUIVING weg: alleen een demo mag de tijd verzetten.",
            id="accounts.E003",
        )
    ]


def _demo() -> list[CheckMessage]:
    if not settings.ELOKET_DEMO:
        return []
    return [
        Error(
            "De demo staat aan in productie: iedereen kan dan inloggen als wie hij wil.",
            hint="Haal ELOKET_DEMO weg.",
            id="accounts.E004",
        )
    ]


def _keys() -> list[CheckMessage]:
    keys = {"ELOKET_SECRET_KEY": [settings.SECRET_KEY], "ELOKET_KEYS": settings.ELOKET_KEYS}
    return [
        Error(
            f"{name} is te zwak of een sleutel uit de demo.",
            hint="Maak een nieuwe met `openssl rand -hex 32`.",
            id="accounts.E005",
        )
        for name, values in keys.items()
        if any(len(value) < MIN_KEY or value == settings.DEVELOPMENT_KEY for value in values)
    ]


def _debug() -> list[CheckMessage]:
    if not settings.DEBUG:
        return []
    return [
        Error(
            "De foutpagina's voor ontwikkelaars staan aan: ze laten zien wat iemand invulde.",
            hint="Haal ELOKET_DEBUG weg.",
            id="accounts.E006",
        )
    ]


def _adres() -> list[CheckMessage]:
    """Links in mail and the login's way back lead to this loket only, over a closed line."""
    found: list[CheckMessage] = []
    if "*" in settings.ALLOWED_HOSTS:
        hint = "Schrijf de domeinnaam van het loket in ELOKET_HOSTS."
        found.append(Error("ELOKET_HOSTS laat elke naam toe.", hint=hint, id="accounts.E007"))
    if not settings.ELOKET_BASIS_URL.startswith("https://"):
        hint = "Zet ELOKET_BASIS_URL=https://loket.gemeente.example: dit adres staat in mails."
        found.append(Error("ELOKET_BASIS_URL begint niet met https://.", hint=hint, id="accounts.E008"))
    return found
