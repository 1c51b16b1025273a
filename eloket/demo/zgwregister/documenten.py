"""Documenten API 1.4.2: small ones in base64, large ones in parts."""

import base64
import binascii
import secrets
from typing import Any

from eloket.demo.zgwregister.delen import read_parts
from eloket.demo.zgwregister.invoer import Veld, read_fields
from eloket.demo.zgwregister.lijsten import page_of, page_parameters, refuse_unknown
from eloket.demo.zgwregister.notificaties import notify_document
from eloket.demo.zgwregister.register import VERTROUWELIJK, Applicatie, Register, id_of
from eloket.demo.zgwregister.toegang import require
from eloket.demo.zgwregister.vraag import Antwoord, Fout, Json, Vraag, refuse

SOORT = "enkelvoudiginformatieobjecten"
STATUSSEN = ("in_bewerking", "ter_vaststelling", "definitief", "gearchiveerd")
VELDEN = {
    "identificatie": Veld(lengte=40),
    "bronorganisatie": Veld("rsin", verplicht=True, lengte=9),
    "creatiedatum": Veld("datum", verplicht=True),
    "titel": Veld(verplicht=True, lengte=200),
    "vertrouwelijkheidaanduiding": Veld(keuze=VERTROUWELIJK),
    "auteur": Veld(verplicht=True, lengte=200),
    "status": Veld(keuze=STATUSSEN),
    "formaat": Veld(lengte=255),
    "taal": Veld(verplicht=True, lengte=3, minimaal=3),
    "bestandsnaam": Veld(lengte=255),
    "inhoud": Veld(standaard=None),
    "bestandsomvang": Veld("getal", standaard=None),
    "link": Veld(lengte=200),
    "beschrijving": Veld(lengte=1000),
    "ontvangstdatum": Veld("datum", standaard=None),
    "verzenddatum": Veld("datum", standaard=None),
    "indicatieGebruiksrecht": Veld("ja_nee", standaard=None),
    "verschijningsvorm": Veld(),
    "ondertekening": Veld("object", standaard=None),
    "integriteit": Veld("object", standaard=None),
    "informatieobjecttype": Veld(verplicht=True, lengte=200),
    "trefwoorden": Veld("lijst", standaard=list),
}


def create_document(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    require(applicatie, "documenten.aanmaken")
    fields = read_fields(vraag.json(), VELDEN)
    kind = register.follow("informatieobjecttypen", fields["informatieobjecttype"], "informatieobjecttype")
    if fields["ontvangstdatum"] and fields["status"] in STATUSSEN[:2]:
        raise refuse("status", "invalid_for_received")
    data = _read_inhoud(fields)
    _refuse_taken(register, fields)
    fields["identificatie"] = fields["identificatie"] or register.next_number("DOCUMENT")
    fields["vertrouwelijkheidaanduiding"] = (
        fields["vertrouwelijkheidaanduiding"] or kind["vertrouwelijkheidaanduiding"]
    )
    more = {"versie": 1, "beginRegistratie": register.stamp(), "locked": False, "bestandsdelen": []}
    document = register.add(SOORT, {**fields, **more})
    if data is not None:
        _keep(register, document, data)
    elif fields["bestandsomvang"]:
        _announce(register, document)
    notify_document(register, document, "create")
    return Antwoord({**document, "lock": _lock_of(register, document)}, status=201)


def get_document(register: Register, applicatie: Applicatie, vraag: Vraag, id: str) -> Antwoord:
    require(applicatie, "documenten.lezen")
    refuse_unknown(vraag, ("versie", "registratieOp", "expand"))
    return Antwoord(_find(register, applicatie, id))


def list_documenten(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    require(applicatie, "documenten.lezen")
    own = ("objectinformatieobjecten__object",) if register.ruim else ()
    refuse_unknown(
        vraag, ("identificatie", "bronorganisatie", "trefwoorden", "expand", *own, *page_parameters(register))
    )
    rows = [row for row in register.list(SOORT) if _fits(vraag, row) and _sees(applicatie, row)]
    if (zaak := vraag.query.get("objectinformatieobjecten__object")) is not None:
        wanted = {
            row["informatieobject"] for row in register.list("zaakinformatieobjecten") if row["zaak"] == zaak
        }
        rows = [row for row in rows if row["url"] in wanted]
    return Antwoord(page_of(register, vraag, rows))


def search_documenten(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    require(applicatie, "documenten.lezen")
    refuse_unknown(vraag, page_parameters(register))
    content = vraag.json()
    if not isinstance(content.get("uuid__in"), list):
        raise refuse("uuid__in", "required")
    wanted = set(content["uuid__in"])
    rows = [row for row in register.list(SOORT) if id_of(row) in wanted and _sees(applicatie, row)]
    return Antwoord(page_of(register, vraag, rows))


def download(register: Register, applicatie: Applicatie, vraag: Vraag, id: str) -> Antwoord:
    """With a name of the server's own; who it is for must be told another way."""
    require(applicatie, "documenten.lezen")
    document = _find(register, applicatie, id)
    data = register.bestanden.get(document["url"])
    if data is None:
        raise Fout(404, "not_found")
    headers = {"Content-Disposition": f'attachment; filename="{id}"'}
    return Antwoord(data=data, media="application/octet-stream", headers=headers)


def change_document(register: Register, applicatie: Applicatie, vraag: Vraag, id: str) -> Antwoord:
    """Also how an upload is given up: bestandsomvang 0 and no inhoud."""
    require(applicatie, "documenten.bijwerken")
    document = _find(register, applicatie, id)
    content = vraag.json()
    _check_lock(register, document, content.get("lock"))
    fields = read_fields(content, VELDEN, partial=True)
    if fields.get("bestandsomvang") == 0 and fields.get("inhoud") is None:
        _forget_parts(register, document)
    document.update(fields)
    notify_document(register, document, "partial_update")
    return Antwoord({**document, "lock": _lock_of(register, document)})


def unlock(register: Register, applicatie: Applicatie, vraag: Vraag, id: str) -> Antwoord:
    """Puts the parts together. Too early: file-size."""
    require(applicatie, "documenten.lock", "documenten.bijwerken")
    document = _find(register, applicatie, id)
    _check_lock(register, document, vraag.json().get("lock"))
    parts = [register.get("bestandsdelen", id_of(part)) for part in document["bestandsdelen"]]
    if not all(part["voltooid"] for part in parts):
        raise refuse("nonFieldErrors", "file-size", "Niet alle bestandsdelen zijn aanwezig.")
    if parts:
        _keep(register, document, b"".join(register.bestanden.pop(part["url"]) for part in parts))
    document["locked"], document["bestandsdelen"] = False, []
    register.dingen["_sloten"].pop(document["url"], None)
    return Antwoord(status=204)


def lock(register: Register, applicatie: Applicatie, vraag: Vraag, id: str) -> Antwoord:
    require(applicatie, "documenten.lock")
    document = _find(register, applicatie, id)
    if document["locked"]:
        raise refuse("nonFieldErrors", "existing-lock")
    return Antwoord({"lock": _set_lock(register, document)})


def put_part(register: Register, applicatie: Applicatie, vraag: Vraag, id: str) -> Antwoord:
    require(applicatie, "documenten.bijwerken")
    part = register.get("bestandsdelen", id)
    fields = read_parts(vraag)
    document = register.follow(SOORT, register.dingen["_delen"][part["url"]]["document"], "document")
    _check_lock(register, document, fields.get("lock", b"").decode())
    data = fields.get("inhoud", b"")
    if len(data) != part["omvang"]:
        raise refuse("nonFieldErrors", "file-size", "Het bestandsdeel heeft een andere grootte.")
    register.bestanden[part["url"]] = data
    part["voltooid"] = True
    for shown in document["bestandsdelen"]:
        if shown["url"] == part["url"]:
            shown["voltooid"] = True
    return Antwoord(dict(part))


def _read_inhoud(fields: Json) -> bytes | None:
    """The decoded content. Its size must be what was said. Errors: `Fout` 400."""
    if fields["inhoud"] is None:
        return None
    try:
        data = base64.b64decode(fields["inhoud"], validate=True)
    except (binascii.Error, ValueError):
        raise refuse("inhoud", "incorrect-base64-encoding") from None
    if fields["bestandsomvang"] != len(data):
        raise refuse("nonFieldErrors", "file-size", "De bestandsomvang komt niet overeen met het bestand.")
    return data


def _refuse_taken(register: Register, fields: Json) -> None:
    pair = (fields["identificatie"], fields["bronorganisatie"])
    if pair[0] and any(
        (row["identificatie"], row["bronorganisatie"]) == pair for row in register.list(SOORT)
    ):
        raise refuse("identificatie", "identificatie-niet-uniek")


def _keep(register: Register, document: Json, data: bytes) -> None:
    register.bestanden[document["url"]] = data
    document["inhoud"] = f"{document['url']}/download?versie=1"
    document["bestandsomvang"] = len(data)


def _announce(register: Register, document: Json) -> None:
    """As many parts as the server wants; one is the rule, for a part may be 4 GiB."""
    key, left = _set_lock(register, document), document["bestandsomvang"]
    while left > 0:
        size = min(left, register.deelgrootte)
        fields = {
            "volgnummer": len(document["bestandsdelen"]) + 1,
            "omvang": size,
            "voltooid": False,
            "lock": key,
        }
        part = register.add("bestandsdelen", fields)
        register.dingen["_delen"][part["url"]] = {"document": document["url"]}
        document["bestandsdelen"].append(dict(part))
        left -= size


def _forget_parts(register: Register, document: Json) -> None:
    for part in document["bestandsdelen"]:
        register.bestanden.pop(part["url"], None)
        register.dingen["bestandsdelen"].pop(id_of(part), None)
    document["bestandsdelen"] = []


def _set_lock(register: Register, document: Json) -> str:
    key = secrets.token_hex(16)
    register.dingen["_sloten"][document["url"]] = {"lock": key}
    document["locked"] = True
    return key


def _lock_of(register: Register, document: Json) -> str:
    return str(register.dingen["_sloten"].get(document["url"], {}).get("lock", ""))


def _check_lock(register: Register, document: Json, given: Any) -> None:
    if not document["locked"] or given != _lock_of(register, document):
        raise refuse("nonFieldErrors", "incorrect-lock-id", "Lock id is niet correct.")


def _find(register: Register, applicatie: Applicatie, id: str) -> Json:
    document = register.get(SOORT, id)
    if not _sees(applicatie, document):
        raise Fout(403, "permission_denied")
    return document


def _sees(applicatie: Applicatie, document: Json) -> bool:
    level = VERTROUWELIJK.index(document["vertrouwelijkheidaanduiding"])
    return level <= VERTROUWELIJK.index(applicatie.maximum)


def _fits(vraag: Vraag, row: Json) -> bool:
    names = ("identificatie", "bronorganisatie")
    return all(row[name] == vraag.query[name] for name in names if vraag.query.get(name))
