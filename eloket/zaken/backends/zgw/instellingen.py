"""How the register is reached, and what the gemeente chose."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from stdnum.nl import bsn as eleven_test

from eloket.zaken.backends.base import RegisterMisconfigured
from eloket.zaken.regels import DEFAULT_ZAAKTYPE, Vertrouwelijkheid

SECONDS = 10.0
#: What another system sends in a header: nothing that a proxy could change, and too long to guess.
GEHEIM = re.compile(r"[A-Za-z0-9_-]{24,200}")
#: Which field of a rol holds a KvK number: Open Zaak has one of its own, others put it where the RSIN goes.
KVK_VELDEN = ("kvkNummer", "innNnpId")


@dataclass(frozen=True, slots=True)
class Instellingen:
    """Everything that the backend is told.

    `roots`: the API roots by name (zaken, catalogi, documenten, besluiten, notificaties), without a slash at
    the end. `bronorganisatie`: the RSIN of the gemeente. `domein`: of the catalogus. `zaaktype`: for a form
    that names none. `documenttype`: for a file of which the form names no kind. `notificaties_geheim`: what
    the register proves itself with when it calls us; empty when it does not. `onthoud_seconden`: so long an
    answer may be told again. `eenmanszaak`: with a BSN also look under the same number as RSIN.
    """

    roots: Mapping[str, str]
    client_id: str
    secret: str = field(repr=False)
    bronorganisatie: str
    domein: str
    catalogus_rsin: str
    zaaktype: str
    documenttype: str
    maximum: str
    kvk_veld: str
    seconds: float
    onthoud_seconden: int
    eenmanszaak: bool
    ca: str | bool
    cert: str | tuple[str, str] | None
    notificaties_geheim: str = field(default="", repr=False)

    def root(self, api: str) -> str:
        """Errors: `RegisterMisconfigured` when it was not set."""
        if not self.roots.get(api):
            raise RegisterMisconfigured(f"ELOKET_ZGW_{api.upper()} is niet ingesteld")
        return self.roots[api]


def read_instellingen(options: Mapping[str, Any]) -> Instellingen:
    """Errors: `RegisterMisconfigured`, which names what is wrong and never a secret."""
    rsin = str(options.get("BRONORGANISATIE", ""))
    found = Instellingen(
        roots={name.lower(): _root(name, url) for name, url in options.get("APIS", {}).items() if url},
        client_id=_required(options, "CLIENT_ID"),
        secret=_required(options, "SECRET"),
        bronorganisatie=rsin,
        domein=_required(options, "CATALOGUS"),
        catalogus_rsin=str(options.get("CATALOGUS_RSIN") or rsin),
        zaaktype=str(options.get("ZAAKTYPE") or DEFAULT_ZAAKTYPE),
        documenttype=str(options.get("DOCUMENTTYPE", "")),
        maximum=str(options.get("MAX_VERTROUWELIJKHEID", Vertrouwelijkheid.ZAAKVERTROUWELIJK.value)),
        kvk_veld=str(options.get("KVK_VELD") or KVK_VELDEN[0]),
        seconds=float(options.get("SECONDS") or SECONDS),
        eenmanszaak=bool(options.get("EENMANSZAAK")),
        onthoud_seconden=int(options.get("ONTHOUD_SECONDEN") or 0),
        ca=options.get("CA") or True,
        cert=_cert(options),
        notificaties_geheim=str(options.get("NOTIFICATIES_GEHEIM", "")),
    )
    _check(found)
    return found


def _check(found: Instellingen) -> None:
    for name, number in (
        ("BRONORGANISATIE", found.bronorganisatie),
        ("CATALOGUS_RSIN", found.catalogus_rsin),
    ):
        if not eleven_test.is_valid(number):
            raise RegisterMisconfigured(f"ELOKET_ZGW_{name} is geen RSIN (9 cijfers)")
    if found.maximum not in Vertrouwelijkheid.values:
        raise RegisterMisconfigured(f"MAX_VERTROUWELIJKHEID {found.maximum!r} bestaat niet")
    if found.notificaties_geheim and not GEHEIM.fullmatch(found.notificaties_geheim):
        raise RegisterMisconfigured(
            "ELOKET_ZGW_NOTIFICATIES_GEHEIM heeft 24 tot 200 tekens: letters, cijfers, streepjes"
        )
    if found.kvk_veld not in KVK_VELDEN:
        raise RegisterMisconfigured(f"ELOKET_ZGW_KVK_VELD is een van {', '.join(KVK_VELDEN)}")


def _required(options: Mapping[str, Any], name: str) -> str:
    value = str(options.get(name, "")).strip()
    if not value:
        raise RegisterMisconfigured(f"ELOKET_ZGW_{name} is niet ingesteld")
    return value


def _root(name: str, url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.username:
        raise RegisterMisconfigured(f"ELOKET_ZGW_{name.upper()} is geen adres van een API")
    return url.rstrip("/")


def _cert(options: Mapping[str, Any]) -> str | tuple[str, str] | None:
    cert, key = options.get("CERTIFICAAT"), options.get("SLEUTEL")
    if cert and key:
        return (str(cert), str(key))
    return str(cert) if cert else None
