"""Filling the catalogus: in a real register the beheerder does this, so there is no call for it here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from eloket.demo.zgwregister.invoer import normalise_duur
from eloket.demo.zgwregister.register import Register
from eloket.demo.zgwregister.vraag import Json

RSIN = "123456782"
BEGIN = "2020-01-01"


@dataclass(frozen=True, slots=True)
class Inrichting:
    """What a zaaktype has. `statustypen`: omschrijving and statustekst, the first step first.

    `documenten`: richting by omschrijving. `besluiten`: reactietermijn by omschrijving. `rollen`: generiek by
    omschrijving. `concept`: not published.
    """

    identificatie: str
    omschrijving: str
    statustypen: Sequence[tuple[str, str]] = (("Ontvangen", ""), ("Besloten", ""))
    resultaten: Sequence[str] = ("Verleend",)
    rollen: Mapping[str, str] = field(default_factory=lambda: {"Aanvrager": "initiator"})
    documenten: Mapping[str, str] = field(default_factory=dict)
    besluiten: Mapping[str, str] = field(default_factory=dict)
    eigenschappen: Iterable[str] = ()
    doorlooptijd: str = "P8W"
    servicenorm: str = "P2W"
    verlengingstermijn: str = ""
    opschorting: bool = True
    vertrouwelijkheid: str = "zaakvertrouwelijk"
    begin: str = BEGIN
    einde: str | None = None
    concept: bool = False
    producten: Sequence[str] = ()


def add_catalogus(register: Register, *, domein: str = "ELOKT", rsin: str = RSIN) -> Json:
    fields = {
        "domein": domein,
        "rsin": rsin,
        "contactpersoonBeheerNaam": "Functioneel beheer",
        "contactpersoonBeheerTelefoonnummer": "",
        "contactpersoonBeheerEmailadres": "",
        "zaaktypen": [],
        "besluittypen": [],
        "informatieobjecttypen": [],
        "naam": "",
    }
    return register.add("catalogussen", fields)


def add_zaaktype(register: Register, catalogus: Json, wat: Inrichting) -> Json:
    """One version of a zaaktype with all that belongs to it. A version before it ends where it begins."""
    zaaktype = register.add("zaaktypen", _zaaktype(catalogus, wat))
    catalogus["zaaktypen"].append(zaaktype["url"])
    _add_parts(register, zaaktype, wat)
    for omschrijving, richting in wat.documenten.items():
        _add_documenttype(register, zaaktype, omschrijving, richting)
    for omschrijving, termijn in wat.besluiten.items():
        _add_besluittype(register, zaaktype, omschrijving, termijn)
    return zaaktype


def end_zaaktype(zaaktype: Json, einde: str) -> None:
    zaaktype["eindeGeldigheid"] = zaaktype["eindeObject"] = einde


def _zaaktype(catalogus: Json, wat: Inrichting) -> Json:
    return {
        "identificatie": wat.identificatie,
        "omschrijving": wat.omschrijving,
        "omschrijvingGeneriek": "",
        "vertrouwelijkheidaanduiding": wat.vertrouwelijkheid,
        "doel": "Behandelen",
        "aanleiding": "Aanvraag van een inwoner of ondernemer",
        "toelichting": "",
        "indicatieInternOfExtern": "extern",
        "handelingInitiator": "aanvragen",
        "onderwerp": wat.omschrijving,
        "handelingBehandelaar": "behandelen",
        "doorlooptijd": normalise_duur(wat.doorlooptijd),
        "servicenorm": normalise_duur(wat.servicenorm) or None,
        "opschortingEnAanhoudingMogelijk": wat.opschorting,
        "verlengingMogelijk": bool(wat.verlengingstermijn),
        "verlengingstermijn": normalise_duur(wat.verlengingstermijn) or None,
        "trefwoorden": [],
        "publicatieIndicatie": False,
        "publicatietekst": "",
        "verantwoordingsrelatie": [],
        "productenOfDiensten": list(wat.producten),
        "selectielijstProcestype": "",
        "referentieproces": {"naam": wat.omschrijving, "link": ""},
        "verantwoordelijke": "Team Vergunningen",
        "broncatalogus": {"url": "", "domein": "", "rsin": ""},
        "bronzaaktype": {"url": "", "identificatie": "", "omschrijving": ""},
        "catalogus": catalogus["url"],
        **{name: [] for name in ("statustypen", "resultaattypen", "eigenschappen", "roltypen")},
        **{
            name: [] for name in ("informatieobjecttypen", "zaakobjecttypen", "besluittypen", "deelzaaktypen")
        },
        "gerelateerdeZaaktypen": [],
        "beginGeldigheid": wat.begin,
        "eindeGeldigheid": wat.einde,
        "beginObject": wat.begin,
        "eindeObject": wat.einde,
        "versiedatum": wat.begin,
        "concept": wat.concept,
    }


def _add_parts(register: Register, zaaktype: Json, wat: Inrichting) -> None:
    for number, (omschrijving, tekst) in enumerate(wat.statustypen, start=1):
        fields = _statustype(omschrijving, tekst, number, eind=number == len(wat.statustypen))
        _add_part(register, "statustypen", zaaktype, fields)
    for omschrijving in wat.resultaten:
        _add_part(register, "resultaattypen", zaaktype, _resultaattype(omschrijving))
    for omschrijving, generiek in wat.rollen.items():
        rol = {"omschrijving": omschrijving, "omschrijvingGeneriek": generiek, **_period()}
        _add_part(register, "roltypen", zaaktype, rol)
    for naam in wat.eigenschappen:
        _add_part(register, "eigenschappen", zaaktype, _eigenschap(naam))


def _add_part(register: Register, soort: str, zaaktype: Json, fields: Json) -> None:
    owner = {
        "zaaktype": zaaktype["url"],
        "catalogus": zaaktype["catalogus"],
        "zaaktypeIdentificatie": zaaktype["identificatie"],
    }
    zaaktype[soort].append(register.add(soort, {**owner, **fields})["url"])


def _period() -> Json:
    names = ("beginGeldigheid", "eindeGeldigheid", "beginObject", "eindeObject")
    return dict.fromkeys(names)


def _statustype(omschrijving: str, tekst: str, volgnummer: int, *, eind: bool) -> Json:
    return {
        "omschrijving": omschrijving,
        "omschrijvingGeneriek": "",
        "statustekst": tekst,
        "volgnummer": volgnummer,
        "isEindstatus": eind,
        "informeren": True,
        "doorlooptijd": None,
        "toelichting": "",
        "checklistitemStatustype": [],
        "eigenschappen": [],
        **_period(),
    }


def _resultaattype(omschrijving: str) -> Json:
    lijsten = "https://selectielijst.example/api/v1"
    return {
        "omschrijving": omschrijving,
        "resultaattypeomschrijving": f"{lijsten}/resultaattypeomschrijvingen/1",
        "omschrijvingGeneriek": omschrijving,
        "selectielijstklasse": f"{lijsten}/resultaten/1",
        "toelichting": "",
        "archiefnominatie": "vernietigen",
        "archiefactietermijn": "P1Y",
        "brondatumArchiefprocedure": None,
        "procesobjectaard": None,
        "indicatieSpecifiek": None,
        "procestermijn": None,
        **{name: [] for name in ("besluittypen", "besluittypeOmschrijving")},
        **{name: [] for name in ("informatieobjecttypen", "informatieobjecttypeOmschrijving")},
        **_period(),
    }


def _eigenschap(naam: str) -> Json:
    specificatie = {
        "groep": "",
        "formaat": "tekst",
        "lengte": "255",
        "kardinaliteit": "1",
        "waardenverzameling": [],
    }
    return {"naam": naam, "definitie": naam, "specificatie": specificatie, "toelichting": "", **_period()}


def _add_documenttype(register: Register, zaaktype: Json, omschrijving: str, richting: str) -> None:
    kind = _find(register, "informatieobjecttypen", zaaktype["catalogus"], omschrijving)
    kind = kind or register.add("informatieobjecttypen", _informatieobjecttype(zaaktype, omschrijving))
    zaaktype["informatieobjecttypen"].append(kind["url"])
    link = {
        "zaaktype": zaaktype["url"],
        "zaaktypeIdentificatie": zaaktype["identificatie"],
        "catalogus": zaaktype["catalogus"],
        "informatieobjecttype": kind["url"],
        "volgnummer": len(zaaktype["informatieobjecttypen"]),
        "richting": richting,
        "statustype": None,
    }
    register.add("zaaktype-informatieobjecttypen", link)


def _find(register: Register, soort: str, catalogus: str, omschrijving: str) -> Json | None:
    wanted = (catalogus, omschrijving)
    rows = register.list(soort)
    return next((row for row in rows if (row["catalogus"], row["omschrijving"]) == wanted), None)


def _informatieobjecttype(zaaktype: Json, omschrijving: str) -> Json:
    return {
        "catalogus": zaaktype["catalogus"],
        "omschrijving": omschrijving,
        "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
        "informatieobjectcategorie": "bijlage",
        "concept": False,
        "zaaktypen": [],
        "besluittypen": [],
        "trefwoord": [],
        **_period(),
        "beginGeldigheid": BEGIN,
    }


def _add_besluittype(register: Register, zaaktype: Json, omschrijving: str, termijn: str) -> None:
    fields: dict[str, Any] = {
        "catalogus": zaaktype["catalogus"],
        "zaaktypen": [zaaktype["url"]],
        "omschrijving": omschrijving,
        "omschrijvingGeneriek": "",
        "besluitcategorie": "",
        "reactietermijn": normalise_duur(termijn) or None,
        "publicatieIndicatie": False,
        "publicatietekst": "",
        "publicatietermijn": None,
        "toelichting": "",
        "informatieobjecttypen": list(zaaktype["informatieobjecttypen"]),
        "concept": False,
        **{name: [] for name in ("resultaattypen", "resultaattypenOmschrijving", "vastgelegdIn")},
        **_period(),
        "beginGeldigheid": BEGIN,
    }
    zaaktype["besluittypen"].append(register.add("besluittypen", fields)["url"])
