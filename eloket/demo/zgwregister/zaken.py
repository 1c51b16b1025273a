"""Zaken API 1.5.1: the zaak itself."""

from datetime import date, timedelta
from typing import Any

from eloket.demo.zgwregister.invoer import Veld, normalise_duur, read_date, read_fields
from eloket.demo.zgwregister.notificaties import notify_zaak
from eloket.demo.zgwregister.register import VERTROUWELIJK, Applicatie, Register, id_of
from eloket.demo.zgwregister.toegang import require
from eloket.demo.zgwregister.uitklappen import expand, read_expand
from eloket.demo.zgwregister.vraag import Antwoord, Fout, Json, Vraag, refuse

BETALING = ("nvt", "nog_niet", "gedeeltelijk", "geheel", "gefactureerd", "gecrediteerd", "betaald")
AARD = ("vervolg", "onderwerp", "bijdrage")
VELDEN = {
    "identificatie": Veld(lengte=40),
    "bronorganisatie": Veld("rsin", verplicht=True, lengte=9),
    "omschrijving": Veld(lengte=80),
    "toelichting": Veld(lengte=1000),
    "zaaktype": Veld(verplicht=True, lengte=1000),
    "registratiedatum": Veld("datum", standaard=None),
    "verantwoordelijkeOrganisatie": Veld("rsin", verplicht=True, lengte=9),
    "startdatum": Veld("datum", verplicht=True),
    "einddatumGepland": Veld("datum", standaard=None),
    "uiterlijkeEinddatumAfdoening": Veld("datum", standaard=None),
    "publicatiedatum": Veld("datum", standaard=None),
    "communicatiekanaal": Veld(lengte=1000),
    "productenOfDiensten": Veld("lijst", standaard=list),
    "vertrouwelijkheidaanduiding": Veld(keuze=VERTROUWELIJK),
    "betalingsindicatie": Veld(keuze=BETALING),
    "laatsteBetaaldatum": Veld("tijdstip", standaard=None),
    "verlenging": Veld("object", standaard=None),
    "opschorting": Veld("object", standaard=None),
    "relevanteAndereZaken": Veld("lijst", standaard=list),
    "kenmerken": Veld("lijst", standaard=list),
}
RUIM = {"communicatiekanaalNaam": Veld(lengte=250), "laatstGeopend": Veld("tijdstip", standaard=None)}


def create_zaak(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    require(applicatie, "zaken.aanmaken")
    content = vraag.json()
    fields = read_fields(content, _fields_of(register))
    zaaktype = _find_zaaktype(register, fields)
    if applicatie.zaaktypen is not None and zaaktype["url"] not in applicatie.zaaktypen:
        raise Fout(403, "permission_denied")
    _check_lists(register, fields, zaaktype)
    _check_kanaal(fields)
    fields["identificatie"] = fields["identificatie"] or register.next_number("ZAAK")
    _refuse_taken(register, fields)
    zaak = register.add("zaken", {"uuid": "", **_complete(register, fields, zaaktype)})
    zaak["uuid"] = id_of(zaak)
    notify_zaak(register, zaak, "zaak", zaak["url"], "create")
    return Antwoord(dict(zaak), status=201)


def get_zaak(register: Register, applicatie: Applicatie, vraag: Vraag, id: str) -> Antwoord:
    require(applicatie, "zaken.lezen")
    if unknown := set(vraag.query) - {"expand"}:
        raise refuse("nonFieldErrors", "unknown-parameters", ", ".join(unknown))
    zaak = find_zaak(register, applicatie, id)
    return Antwoord(expand(register, zaak, read_expand(vraag.query.get("expand", ""))))


def change_zaak(register: Register, applicatie: Applicatie, vraag: Vraag, id: str) -> Antwoord:
    require(applicatie, "zaken.bijwerken")
    zaak = find_zaak(register, applicatie, id)
    if zaak["einddatum"] is not None:
        require(applicatie, "zaken.geforceerd-bijwerken")
    fields = read_fields(vraag.json(), _fields_of(register), partial=True)
    if fields.get("zaaktype", zaak["zaaktype"]) != zaak["zaaktype"]:
        raise refuse("zaaktype", "wijzigen-niet-toegelaten")
    _check_lists(register, fields, register.follow("zaaktypen", zaak["zaaktype"], "zaaktype"))
    before = dict(zaak)
    zaak.update(_derive(fields, zaak))
    touch(register, zaak)
    notify_zaak(register, zaak, "zaak", zaak["url"], "partial_update")
    # The answer to this one shows what was there before; a GET shows what is there now.
    stale = {"laatstGeopend": before.get("laatstGeopend")} if "laatstGeopend" in fields else {}
    return Antwoord({**zaak, **stale})


def reserve_number(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    """No part of 1.5.1. One number is an object, more of them a list."""
    if not register.ruim:
        raise Fout(404, "not_found")
    require(applicatie, "zaken.aanmaken")
    content = vraag.json()
    numbers = [{"zaaknummer": register.next_number("ZAAK")} for _each in range(content.get("aantal", 1))]
    return Antwoord(numbers if len(numbers) > 1 else numbers[0], status=201)


def find_zaak(register: Register, applicatie: Applicatie, id: str) -> Json:
    """Errors: `Fout` 404, and 403 for one that is not for this client."""
    zaak = register.get("zaken", id)
    if not applicatie.sees(zaak):
        raise Fout(403, "permission_denied")
    return zaak


def touch(register: Register, zaak: Json) -> None:
    if register.ruim:
        zaak["laatstGemuteerd"] = register.stamp()


def _fields_of(register: Register) -> dict[str, Veld]:
    return {**VELDEN, **RUIM} if register.ruim else VELDEN


def _find_zaaktype(register: Register, fields: Json) -> Json:
    """A published one, valid on the first day of the zaak."""
    zaaktype = register.follow("zaaktypen", fields["zaaktype"], "zaaktype")
    if zaaktype["concept"]:
        raise refuse("zaaktype", "not-published", "Het zaaktype is een concept.")
    start = read_date("startdatum", fields["startdatum"]).isoformat()
    einde = zaaktype["eindeGeldigheid"]
    if not (zaaktype["beginGeldigheid"] <= start and (einde is None or start < einde)):
        raise refuse("zaaktype", "not-valid", "Het zaaktype is niet geldig op de startdatum.")
    return zaaktype


def _check_lists(register: Register, fields: Json, zaaktype: Json) -> None:
    if set(fields.get("productenOfDiensten") or ()) - set(zaaktype["productenOfDiensten"]):
        raise refuse("productenOfDiensten", "invalid-products-services")
    for number, other in enumerate(fields.get("relevanteAndereZaken") or ()):
        name = f"relevanteAndereZaken.{number}"
        register.follow("zaken", other.get("url"), f"{name}.url")
        if other.get("aardRelatie") not in AARD:
            raise refuse(f"{name}.aardRelatie", "invalid_choice")
    for number, kenmerk in enumerate(fields.get("kenmerken") or ()):
        for key in ("kenmerk", "bron"):
            if not 0 < len(str(kenmerk.get(key, ""))) <= 40:
                raise refuse(f"kenmerken.{number}.{key}", "max_length")


def _check_kanaal(fields: Json) -> None:
    """The server itself retrieves this address, and there is no internet here."""
    if fields["communicatiekanaal"]:
        raise refuse("communicatiekanaal", "bad-url", "De URL geeft geen antwoord.")


def _refuse_taken(register: Register, fields: Json) -> None:
    wanted = (fields["identificatie"], fields["bronorganisatie"])
    # Looked up by name, for a register with tens of thousands of zaken.
    taken = register.dingen["_nummers"].get("|".join(wanted))
    if taken is not None:
        reason = f"Deze identificatie ({wanted[0]}) bestaat al voor deze bronorganisatie"
        raise refuse("identificatie", "identificatie-niet-uniek", reason)
    register.dingen["_nummers"]["|".join(wanted)] = {}


def _complete(register: Register, fields: Json, zaaktype: Json) -> Json:
    start = read_date("startdatum", fields["startdatum"])
    level = fields["vertrouwelijkheidaanduiding"] or zaaktype["vertrouwelijkheidaanduiding"]
    more: Json = {
        **_derive(fields, {}),
        "registratiedatum": fields["registratiedatum"] or register.now().date().isoformat(),
        "vertrouwelijkheidaanduiding": level,
        "betalingsindicatieWeergave": "",
        "einddatumGepland": fields["einddatumGepland"] or _after(start, zaaktype["servicenorm"]),
        "uiterlijkeEinddatumAfdoening": fields["uiterlijkeEinddatumAfdoening"]
        or _after(start, zaaktype["doorlooptijd"]),
        **dict.fromkeys(
            ("einddatum", "zaakgeometrie", "hoofdzaak", "status", "resultaat", "archiefnominatie")
        ),
        **dict.fromkeys(("archiefactiedatum", "startdatumBewaartermijn")),
        **dict.fromkeys(("selectielijstklasse", "opdrachtgevendeOrganisatie", "processobjectaard"), ""),
        **{
            name: []
            for name in ("deelzaken", "eigenschappen", "rollen", "zaakinformatieobjecten", "zaakobjecten")
        },
        "archiefstatus": "nog_te_archiveren",
        "processobject": {"datumkenmerk": "", "identificatie": "", "objecttype": "", "registratie": ""},
    }
    if register.ruim:
        more |= {"laatstGemuteerd": register.stamp(), "gerelateerdeZaken": []}
    return {**fields, **more}


def _derive(fields: Json, before: Json) -> Json:
    """Opschorting remembers that there was one; a duration comes back in another form."""
    found = dict(fields)
    stil: Any = fields.get("opschorting") or before.get("opschorting") or {}
    if "opschorting" in fields or not before:
        earlier = bool((before.get("opschorting") or {}).get("eerdereOpschorting")) or bool(
            stil.get("indicatie")
        )
        found["opschorting"] = {
            "indicatie": bool(stil.get("indicatie")),
            "eerdereOpschorting": earlier,
            "reden": stil.get("reden", ""),
        }
    if fields.get("verlenging"):
        found["verlenging"] = {**fields["verlenging"], "duur": normalise_duur(fields["verlenging"]["duur"])}
    return found


def _after(start: date, duur: str | None) -> str | None:
    """Good for terms in days, as the server keeps them."""
    days = (duur or "").removeprefix("P").removesuffix("D")
    return (start + timedelta(days=int(days))).isoformat() if days.isdigit() else None
