"""Besluiten API 1.0.2."""

from eloket.demo.zgwregister.invoer import Veld, read_fields
from eloket.demo.zgwregister.lijsten import page_of, refuse_unknown
from eloket.demo.zgwregister.notificaties import notify_besluit
from eloket.demo.zgwregister.register import Applicatie, Register, id_of
from eloket.demo.zgwregister.toegang import require
from eloket.demo.zgwregister.vraag import Antwoord, Vraag, refuse
from eloket.demo.zgwregister.zaken import find_zaak

VELDEN = {
    "identificatie": Veld(lengte=50),
    "verantwoordelijkeOrganisatie": Veld("rsin", verplicht=True, lengte=9),
    "besluittype": Veld(verplicht=True, lengte=200),
    "zaak": Veld(lengte=200),
    "datum": Veld("datum", verplicht=True),
    "toelichting": Veld(),
    "bestuursorgaan": Veld(lengte=50),
    "ingangsdatum": Veld("datum", verplicht=True),
    "vervaldatum": Veld("datum", standaard=None),
    "vervalreden": Veld(),
    "publicatiedatum": Veld("datum", standaard=None),
    "verzenddatum": Veld("datum", standaard=None),
    "uiterlijkeReactiedatum": Veld("datum", standaard=None),
}
FILTERS = ("identificatie", "verantwoordelijkeOrganisatie", "besluittype", "zaak")


def create_besluit(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    require(applicatie, "besluiten.aanmaken")
    fields = read_fields(vraag.json(), VELDEN)
    kind = register.follow("besluittypen", fields["besluittype"], "besluittype")
    if fields["zaak"]:
        zaak = register.follow("zaken", fields["zaak"], "zaak")
        if zaak["zaaktype"] not in kind["zaaktypen"]:
            raise refuse("nonFieldErrors", "zaaktype-mismatch")
    fields["identificatie"] = fields["identificatie"] or register.next_number("BESLUIT")
    besluit = register.add("besluiten", {**fields, "vervalredenWeergave": ""})
    notify_besluit(register, besluit)
    return Antwoord(dict(besluit), status=201)


def list_besluiten(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    require(applicatie, "besluiten.lezen")
    refuse_unknown(vraag, (*FILTERS, "page"))
    rows = [
        row
        for row in register.list("besluiten")
        if all(row[key] == vraag.query[key] for key in FILTERS if key in vraag.query)
    ]
    return Antwoord(page_of(register, vraag, rows))


def list_zaakbesluiten(register: Register, applicatie: Applicatie, vraag: Vraag, zaak_id: str) -> Antwoord:
    """A bare list of links, not of besluiten."""
    require(applicatie, "zaken.lezen")
    zaak = find_zaak(register, applicatie, zaak_id)
    rows = [row for row in register.list("besluiten") if row["zaak"] == zaak["url"]]
    links = [
        {"url": f"{zaak['url']}/besluiten/{id_of(row)}", "uuid": id_of(row), "besluit": row["url"]}
        for row in rows
    ]
    return Antwoord(links)


def create_besluitdocument(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    require(applicatie, "besluiten.aanmaken", "besluiten.bijwerken")
    fields = read_fields(
        vraag.json(), {name: Veld(verplicht=True) for name in ("besluit", "informatieobject")}
    )
    besluit = register.follow("besluiten", fields["besluit"], "besluit")
    document = register.follow(
        "enkelvoudiginformatieobjecten", fields["informatieobject"], "informatieobject"
    )
    kind = register.follow("besluittypen", besluit["besluittype"], "besluittype")
    if document["informatieobjecttype"] not in kind["informatieobjecttypen"]:
        raise refuse("nonFieldErrors", "missing-besluittype-informatieobjecttype-relation")
    return Antwoord(dict(register.add("besluitinformatieobjecten", fields)), status=201)


def list_besluitdocumenten(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    """A bare list."""
    require(applicatie, "besluiten.lezen")
    refuse_unknown(vraag, ("besluit", "informatieobject"))
    rows = register.list("besluitinformatieobjecten")
    return Antwoord([row for row in rows if all(row[name] == value for name, value in vraag.query.items())])
