"""Notificaties API 1.0.0: who is told, and what."""

import http.client
import json
from typing import Any
from urllib.parse import urlsplit

from eloket.demo.zgwregister.invoer import Veld, read_fields
from eloket.demo.zgwregister.register import Applicatie, Register
from eloket.demo.zgwregister.toegang import require
from eloket.demo.zgwregister.vraag import Antwoord, Json, Vraag, refuse

KANALEN = (
    "zaken",
    "documenten",
    "besluiten",
    "zaaktypen",
    "besluittypen",
    "informatieobjecttypen",
    "autorisaties",
)
PROEF = {
    "kanaal": "test",
    "hoofdObject": "http://some.hoofdobject.nl/",
    "resource": "some_resource",
    "resourceUrl": "http://some.resource.nl/",
    "actie": "create",
    "aanmaakdatum": "2019-01-01T12:00:00Z",
    "kenmerken": {},
}
VELDEN = {
    "callbackUrl": Veld(verplicht=True, lengte=200),
    "auth": Veld(verplicht=True, lengte=1000),
    "kanalen": Veld("lijst", verplicht=True),
}
SECONDS = 5


def create_abonnement(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    """The callback is tried twice: without its header it must refuse, with it it must take."""
    require(applicatie, "notificaties.consumeren")
    fields = read_fields(vraag.json(), VELDEN)
    for kanaal in fields["kanalen"]:
        if kanaal.get("naam") not in KANALEN:
            raise refuse("naam", "kanaal_naam", "Uw ontvanger luistert naar een kanaal dat niet bestaat.")
    if _post(fields["callbackUrl"], "", PROEF) not in (401, 403):
        raise refuse("nonFieldErrors", "no-auth-on-callback-url")
    if not 200 <= _post(fields["callbackUrl"], fields["auth"], PROEF) < 300:
        raise refuse("nonFieldErrors", "no-auth-on-callback-url")
    kanalen = [{"naam": each["naam"], "filters": each.get("filters") or {}} for each in fields["kanalen"]]
    abonnement = register.add("abonnement", {"callbackUrl": fields["callbackUrl"], "kanalen": kanalen})
    register.dingen["_auth"][abonnement["url"]] = {"auth": fields["auth"]}
    return Antwoord(abonnement, status=201)


def list_abonnementen(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    """A bare list; `auth` is never given back."""
    require(applicatie, "notificaties.consumeren")
    return Antwoord(list(register.list("abonnement")))


def delete_abonnement(register: Register, applicatie: Applicatie, vraag: Vraag, id: str) -> Antwoord:
    require(applicatie, "notificaties.consumeren")
    register.get("abonnement", id)
    del register.dingen["abonnement"][id]
    return Antwoord(status=204)


def list_kanalen(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    require(applicatie, "notificaties.consumeren", "notificaties.publiceren")
    names = [name for name in KANALEN if name == vraag.query.get("naam", name)]
    url = f"{register.root('notificaties')}/kanaal"
    return Antwoord(
        [{"url": f"{url}/{name}", "naam": name, "documentatieLink": "", "filters": []} for name in names]
    )


def notify_zaak(register: Register, zaak: Json, resource: str, url: str, actie: str) -> None:
    kenmerken = {name: zaak[name] for name in ("bronorganisatie", "zaaktype", "vertrouwelijkheidaanduiding")}
    _notify(register, "zaken", zaak["url"], resource, url, actie, kenmerken)


def notify_document(register: Register, document: Json, actie: str) -> None:
    names = ("bronorganisatie", "informatieobjecttype", "vertrouwelijkheidaanduiding")
    kenmerken = {name: document[name] for name in names}
    _notify(
        register,
        "documenten",
        document["url"],
        "enkelvoudiginformatieobject",
        document["url"],
        actie,
        kenmerken,
    )


def notify_besluit(register: Register, besluit: Json) -> None:
    """On its own kanaal only; the zaak says nothing of it."""
    kenmerken = {name: besluit[name] for name in ("verantwoordelijkeOrganisatie", "besluittype")}
    _notify(register, "besluiten", besluit["url"], "besluit", besluit["url"], "create", kenmerken)


def deliver(register: Register) -> int:
    """Send what waits to who asked for it; how many were sent. Twice or never when that is switched on."""
    with register.slot:
        waiting, register.berichten = register.berichten, []
        receivers = [
            (row, register.dingen["_auth"][row["url"]]["auth"]) for row in register.list("abonnement")
        ]
    if register.storingen.notificaties_kwijt:
        return 0
    times = 2 if register.storingen.notificaties_dubbel else 1
    sent = 0
    for bericht in waiting:
        for abonnement, auth in receivers:
            if _wants(abonnement, bericht):
                for _time in range(times):
                    _post(abonnement["callbackUrl"], auth, bericht)
                    sent += 1
    return sent


def _notify(
    register: Register, kanaal: str, hoofd: str, resource: str, url: str, actie: str, kenmerken: Json
) -> None:
    if not register.dingen["abonnement"]:
        return
    bericht: dict[str, Any] = {
        "kanaal": kanaal,
        "hoofdObject": hoofd,
        "resource": resource,
        "resourceUrl": url,
        "actie": actie,
        "aanmaakdatum": register.stamp(),
        "kenmerken": kenmerken,
    }
    register.berichten.append(bericht)


def _wants(abonnement: Json, bericht: Json) -> bool:
    for kanaal in abonnement["kanalen"]:
        filters = kanaal["filters"].items()
        if kanaal["naam"] == bericht["kanaal"]:
            return all(bericht["kenmerken"].get(name) in (value, None) for name, value in filters)
    return False


def _post(url: str, auth: str, bericht: Json) -> int:
    """What the receiver answers; 0 when it does not. This program is the other system: it calls by itself."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=SECONDS)
    headers = {"Content-Type": "application/json", **({"Authorization": auth} if auth else {})}
    try:
        connection.request("POST", parts.path or "/", json.dumps(bericht), headers)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()
