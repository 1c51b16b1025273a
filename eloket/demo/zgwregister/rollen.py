"""Zaken API 1.5.1: rollen, eigenschappen, objecten and documents of a zaak."""

import uuid
from typing import Any

from eloket.demo.zgwregister.invoer import Veld, passes_eleven, read_fields
from eloket.demo.zgwregister.lijsten import page_of, page_parameters, refuse_unknown
from eloket.demo.zgwregister.notificaties import notify_zaak
from eloket.demo.zgwregister.register import Applicatie, Register, id_of
from eloket.demo.zgwregister.toegang import require
from eloket.demo.zgwregister.vraag import Antwoord, Fout, Json, Vraag, refuse
from eloket.demo.zgwregister.zaken import find_zaak, touch

SOORTEN = {
    "natuurlijk_persoon": (
        "inpBsn", "anpIdentificatie", "inpA_nummer", "geslachtsnaam", "voorvoegselGeslachtsnaam",
        "voorletters", "voornamen", "geslachtsaanduiding", "geboortedatum",
    ),
    "niet_natuurlijk_persoon": (
        "innNnpId", "annIdentificatie", "statutaireNaam", "innRechtsvorm", "bezoekadres",
    ),
    "vestiging": ("vestigingsNummer", "kvkNummer"),
    "organisatorische_eenheid": ("identificatie", "naam", "isGehuisvestIn"),
    "medewerker": ("identificatie", "achternaam", "voorletters", "voorvoegselAchternaam"),
}  # fmt: skip
RUIM = {"niet_natuurlijk_persoon": ("kvkNummer", "vestigingsNummer")}
VELDEN = {
    "zaak": Veld(verplicht=True, lengte=1000),
    "betrokkene": Veld(lengte=1000),
    "betrokkeneType": Veld(verplicht=True, keuze=tuple(SOORTEN)),
    "afwijkendeNaamBetrokkene": Veld(lengte=625),
    "roltype": Veld(verplicht=True, lengte=1000),
    "roltoelichting": Veld(verplicht=True, lengte=1000),
    "indicatieMachtiging": Veld(keuze=("gemachtigde", "machtiginggever")),
    "contactpersoonRol": Veld("object", standaard=None),
    "betrokkeneIdentificatie": Veld("object", standaard=dict),
}
RUIME_VELDEN = {"authenticatieContext": Veld("object", standaard=None)}
DEELS = {
    "zaakinformatieobjecten": {
        "zaak": Veld(verplicht=True, lengte=1000),
        "informatieobject": Veld(verplicht=True, lengte=1000),
        "titel": Veld(lengte=200),
        "beschrijving": Veld(),
        "vernietigingsdatum": Veld("tijdstip", standaard=None),
        "status": Veld(standaard=None),
    },
    "zaakobjecten": {
        "zaak": Veld(verplicht=True, lengte=1000),
        "object": Veld(lengte=1000),
        "objectType": Veld(verplicht=True),
        "objectTypeOverige": Veld(lengte=100),
        "relatieomschrijving": Veld(lengte=80),
        "objectIdentificatie": Veld("object", standaard=dict),
    },
}


def create_rol(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    """Needs `zaken.bijwerken`, whatever the text of `zaken.aanmaken` says."""
    require(applicatie, "zaken.bijwerken")
    velden = {**VELDEN, **RUIME_VELDEN} if register.ruim else VELDEN
    fields = read_fields(vraag.json(), velden)
    zaak = _zaak_of(register, applicatie, fields["zaak"])
    roltype = register.follow("roltypen", fields["roltype"], "roltype")
    if roltype["zaaktype"] != zaak["zaaktype"]:
        raise refuse("nonFieldErrors", "zaaktype-mismatch")
    _check_people(register, zaak, roltype, fields)
    rol = register.add("rollen", {"uuid": "", **_complete(register, fields, roltype)})
    rol["uuid"] = id_of(rol)
    attach_rol(register, zaak, rol)
    notify_zaak(register, zaak, "rol", rol["url"], "create")
    return Antwoord(dict(rol), status=201)


def attach_rol(register: Register, zaak: Json, rol: Json) -> None:
    """Keep it with the zaak, findable by who it is."""
    zaak["rollen"].append(rol["url"])
    index_rol(register, zaak, rol)
    touch(register, zaak)


def index_rol(register: Register, zaak: Json, rol: Json) -> None:
    """So that a search finds the zaak by who has a rol in it."""
    register.rollen_van[zaak["url"]].append(rol)
    for name, value in rol["betrokkeneIdentificatie"].items():
        if value:
            for generiek in ("", rol["omschrijvingGeneriek"]):
                register.eigenaren[(f"{generiek}:{name}", str(value))][zaak["uuid"]] = None


def list_rollen(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    require(applicatie, "zaken.lezen")
    refuse_unknown(
        vraag, ("zaak", "roltype", "betrokkeneType", "omschrijvingGeneriek", *page_parameters(register))
    )
    if "zaak" in vraag.query:
        _zaak_of(register, applicatie, vraag.query["zaak"])
        rows: Any = register.rollen_van[vraag.query["zaak"]]
    else:
        rows = list(register.list("rollen"))
    for name in ("roltype", "betrokkeneType", "omschrijvingGeneriek"):
        if name in vraag.query:
            rows = [row for row in rows if row[name] == vraag.query[name]]
    return Antwoord(page_of(register, vraag, rows))


def create_eigenschap(register: Register, applicatie: Applicatie, vraag: Vraag, zaak_id: str) -> Antwoord:
    """The same one twice is allowed, and so is a value that is too long."""
    require(applicatie, "zaken.bijwerken")
    zaak = find_zaak(register, applicatie, zaak_id)
    velden = {name: Veld(verplicht=True) for name in ("zaak", "eigenschap", "waarde")}
    fields = read_fields(vraag.json(), velden)
    eigenschap = register.follow("eigenschappen", fields["eigenschap"], "eigenschap")
    if eigenschap["zaaktype"] != zaak["zaaktype"]:
        raise refuse("nonFieldErrors", "zaaktype-mismatch")
    key = str(uuid.uuid4())
    row = {"url": f"{zaak['url']}/zaakeigenschappen/{key}", "uuid": key, **fields, "naam": eigenschap["naam"]}
    register.dingen["zaakeigenschappen"][key] = row
    zaak["eigenschappen"].append(row["url"])
    notify_zaak(register, zaak, "zaakeigenschap", row["url"], "create")
    return Antwoord(dict(row), status=201)


def list_eigenschappen(register: Register, applicatie: Applicatie, vraag: Vraag, zaak_id: str) -> Antwoord:
    """A bare list."""
    require(applicatie, "zaken.lezen")
    zaak = find_zaak(register, applicatie, zaak_id)
    return Antwoord([row for row in register.list("zaakeigenschappen") if row["zaak"] == zaak["url"]])


def create_part(register: Register, applicatie: Applicatie, vraag: Vraag, soort: str) -> Antwoord:
    """A zaakinformatieobject or a zaakobject."""
    require(applicatie, "zaken.bijwerken", "zaken.aanmaken")
    fields = read_fields(vraag.json(), DEELS[soort])
    zaak = _zaak_of(register, applicatie, fields["zaak"])
    if soort == "zaakinformatieobjecten":
        fields |= _check_document(register, zaak, fields)
    row = register.add(soort, {"uuid": "", **fields})
    row["uuid"] = id_of(row)
    zaak[soort].append(row["url"])
    touch(register, zaak)
    notify_zaak(register, zaak, soort.removesuffix("en"), row["url"], "create")
    return Antwoord(dict(row), status=201)


def list_documents(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    """A bare list."""
    require(applicatie, "zaken.lezen")
    refuse_unknown(vraag, ("zaak", "informatieobject"))
    if "zaak" in vraag.query:
        _zaak_of(register, applicatie, vraag.query["zaak"])
    rows = register.list("zaakinformatieobjecten")
    return Antwoord([row for row in rows if all(row[name] == value for name, value in vraag.query.items())])


def list_objecten(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    require(applicatie, "zaken.lezen")
    refuse_unknown(vraag, ("zaak", "object", "objectType", *page_parameters(register)))
    rows = [
        row for row in register.list("zaakobjecten") if row["zaak"] == vraag.query.get("zaak", row["zaak"])
    ]
    return Antwoord(page_of(register, vraag, rows))


def _zaak_of(register: Register, applicatie: Applicatie, url: str) -> Json:
    return find_zaak(register, applicatie, id_of(register.follow("zaken", url, "zaak")))


def _check_people(register: Register, zaak: Json, roltype: Json, fields: Json) -> None:
    present = {rol["omschrijvingGeneriek"] for rol in register.rollen_van[zaak["url"]]}
    if roltype["omschrijvingGeneriek"] == "initiator" and "initiator" in present:
        raise refuse("nonFieldErrors", "max-occurences", "Er kan maximaal 1 initiator zijn.")
    given = fields["betrokkeneIdentificatie"] or {}
    if given.get("inpBsn") and not passes_eleven(given["inpBsn"]):
        raise refuse("betrokkeneIdentificatie.inpBsn", "invalid", "Onjuist BSN nummer.")
    context = fields.get("authenticatieContext") or {}
    if context.get("representee") and not context.get("mandate"):
        raise refuse("authenticatieContext.mandate", "required")


def _complete(register: Register, fields: Json, roltype: Json) -> Json:
    kind = fields["betrokkeneType"]
    names = SOORTEN[kind] + (RUIM.get(kind, ()) if register.ruim else ())
    given = fields["betrokkeneIdentificatie"] or {}
    identity: Json = {name: given.get(name, "") for name in names}
    if kind == "vestiging":
        identity["handelsnaam"] = given.get("handelsnaam", [])
    if kind in ("natuurlijk_persoon", "vestiging"):
        identity |= {"verblijfsadres": None, "subVerblijfBuitenland": None}
    contact = fields["contactpersoonRol"] or {}
    return {
        **fields,
        "omschrijving": roltype["omschrijving"],
        "omschrijvingGeneriek": roltype["omschrijvingGeneriek"],
        "registratiedatum": register.stamp(),
        "contactpersoonRol": {
            name: contact.get(name, "") for name in ("emailadres", "functie", "telefoonnummer", "naam")
        },
        "statussen": [],
        "betrokkeneIdentificatie": identity,
    }


def _check_document(register: Register, zaak: Json, fields: Json) -> Json:
    document = register.follow(
        "enkelvoudiginformatieobjecten", fields["informatieobject"], "informatieobject"
    )
    zaaktype = register.follow("zaaktypen", zaak["zaaktype"], "zaaktype")
    if document["informatieobjecttype"] not in zaaktype["informatieobjecttypen"]:
        raise refuse("nonFieldErrors", "missing-zaaktype-informatieobjecttype-relation")
    pair = (zaak["url"], document["url"])
    links = register.list("zaakinformatieobjecten")
    if any((link["zaak"], link["informatieobject"]) == pair for link in links):
        raise refuse(
            "nonFieldErrors", "unique", "De velden zaak, informatieobject moeten een unieke set zijn."
        )
    return {"aardRelatieWeergave": "Hoort bij, omgekeerd: kent", "registratiedatum": register.stamp()}


def refuse_delete(*args: Any) -> Antwoord:
    raise Fout(405, "method_not_allowed")
