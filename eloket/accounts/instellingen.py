"""The login providers as settings: what brokers commonly name things, and the variables that change it.

Read by `eloket/settings.py` before Django is there, so this imports neither models nor settings.
"""

import json
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from eloket.accounts.niveau import Niveau
from eloket.accounts.rollen import Rol
from eloket.lib.omgeving import Omgeving

EIDAS_NIVEAUS = {
    "http://eidas.europa.eu/LoA/low": Niveau.BASIS,
    "http://eidas.europa.eu/LoA/substantial": Niveau.SUBSTANTIEEL,
    "http://eidas.europa.eu/LoA/high": Niveau.HOOG,
}
# Logius, Koppelvlakspecificatie DigiD SAML: the four levels as AuthnContextClassRef.
DIGID_NIVEAUS = {
    "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport": Niveau.BASIS,
    "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract": Niveau.MIDDEN,
    "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard": Niveau.SUBSTANTIEEL,
    "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI": Niveau.HOOG,
}
# Afsprakenstelsel Elektronische Toegangsdiensten: EH2, EH2+, EH3, EH4.
EHERKENNING_NIVEAUS = {
    "urn:etoegang:core:assurance-class:loa2": Niveau.BASIS,
    "urn:etoegang:core:assurance-class:loa2plus": Niveau.MIDDEN,
    "urn:etoegang:core:assurance-class:loa3": Niveau.SUBSTANTIEEL,
    "urn:etoegang:core:assurance-class:loa4": Niveau.HOOG,
}
DIGID: dict[str, Any] = {
    "naam": "DigiD",
    "scope": ["openid"],
    "claims": {
        "acr": ["acr"],
        "bsn": ["bsn"],
        "vertegenwoordigde_bsn": ["aanvrager.bsn"],
        "gemachtigde_bsn": ["gemachtigde.bsn"],
        "machtiging": ["service_id"],
        "hoedanigheid": ["hoedanigheid"],
        "naam": ["name"],
        "vertegenwoordigde_naam": ["aanvrager.naam"],
        "gemachtigde_naam": ["gemachtigde.naam"],
    },
    "niveaus": DIGID_NIVEAUS,
}
EHERKENNING: dict[str, Any] = {
    "naam": "eHerkenning",
    "scope": ["openid"],
    "claims": {
        "acr": ["acr"],
        "kvk": ["kvk", "urn:etoegang:core:LegalSubjectID"],
        "vestiging": ["vestigingsnummer", "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr"],
        "rsin": ["rsin"],
        "intermediair_kvk": ["intermediair.kvk", "urn:etoegang:1.9:IntermediateEntityID:KvKnr"],
        "vertegenwoordigde_bsn": ["vertegenwoordigde.bsn"],
        "machtiging": ["urn:etoegang:core:ServiceID"],
        "hoedanigheid": ["hoedanigheid"],
        "naam": ["name"],
        "vertegenwoordigde_naam": ["vertegenwoordigde.naam"],
        "gemachtigde_naam": ["intermediair.naam"],
    },
    "niveaus": EHERKENNING_NIVEAUS,
}
# eIDAS, along the Dutch node: a BSN only when somebody has one and their country gave enough to find it.
EIDAS: dict[str, Any] = {
    "naam": "eIDAS",
    "scope": ["openid"],
    "claims": {
        "acr": ["acr"],
        "bsn": ["bsn", "urn:etoegang:1.12:EntityConcernedID:BSN"],
        "pseudoniem": ["pseudoniem", "urn:etoegang:1.12:EntityConcernedID:PseudoID"],
        "naam": ["name"],
    },
    "niveaus": EIDAS_NIVEAUS,
}
MEDEWERKER: dict[str, Any] = {
    "naam": "inlogdienst van de gemeente",
    "scope": ["openid", "profile", "email"],
    "claims": {"acr": ["acr"], "groepen": ["groups", "roles"], "naam": ["name"], "email": ["email"]},
    "niveaus": {},
}
MIDDELEN = {"digid": DIGID, "eherkenning": EHERKENNING, "eidas": EIDAS, "medewerker": MEDEWERKER}


def read_oidc(env: Omgeving, *, demo_url: str) -> dict[str, dict[str, Any]]:
    """Per middel its address, client, claims and levels; the demo's provider where nothing is set.

    `demo_url` is empty when there is no demo. Errors: `ImproperlyConfigured`.
    """
    return {middel: _read_one(env, middel, demo_url) for middel in MIDDELEN}


def _read_one(env: Omgeving, middel: str, demo_url: str) -> dict[str, Any]:
    prefix, base = f"ELOKET_OIDC_{middel.upper()}", MIDDELEN[middel]
    niveaus = _niveaus(env, f"{prefix}_NIVEAUS") or base["niveaus"]
    claims = {key: _names(value) for key, value in read_mapping(env, f"{prefix}_CLAIMS").items()}
    return {
        **base,
        "url": env.text(f"{prefix}_URL", demo_url),
        "client_id": env.text(f"{prefix}_CLIENT_ID", f"eloket-{middel}" if demo_url else ""),
        "client_secret": env.text(f"{prefix}_CLIENT_SECRET", f"demo-{middel}" if demo_url else ""),
        "scope": env.text(f"{prefix}_SCOPE", " ".join(base["scope"])).split(),
        "claims": {**base["claims"], **claims},
        # What we ask for, and what we understand: some brokers translate to the words of eIDAS.
        "gevraagd": niveaus,
        "niveaus": {**EIDAS_NIVEAUS, **niveaus},
    }


def read_groepen(env: Omgeving) -> dict[str, str]:
    """Value in the groups claim → rol; without a setting a group is named as its rol."""
    groepen = read_mapping(env, "ELOKET_GROEPEN") or {rol.value: rol.value for rol in Rol}
    for value, rol in groepen.items():
        if rol not in list(Rol):
            raise ImproperlyConfigured(
                f"ELOKET_GROEPEN: {value!r} wijst naar {rol!r}; kies uit {', '.join(Rol)}."
            )
    return groepen


def read_mapping(env: Omgeving, name: str) -> dict[str, Any]:
    """A JSON object. Errors: `ImproperlyConfigured`."""
    try:
        value = json.loads(env.text(name) or "{}")
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise ImproperlyConfigured(f'{name} is geen JSON-object: schrijf {{"naam": "waarde"}}.')
    return value


def _names(value: Any) -> list[str]:
    return [str(name) for name in value] if isinstance(value, list) else [str(value)]


def _niveaus(env: Omgeving, name: str) -> dict[str, Niveau]:
    try:
        return {acr: Niveau(level) for acr, level in read_mapping(env, name).items()}
    except ValueError:
        levels = ", ".join(f"{level.value} ({level.name.lower()})" for level in Niveau)
        raise ImproperlyConfigured(f"{name}: een niveau bestaat niet; kies uit {levels}.") from None
