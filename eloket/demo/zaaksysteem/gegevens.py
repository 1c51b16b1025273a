"""What the screens show of a zaak: texts only, of which no BSN is ever one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from eloket.demo.zaaksysteem.bureau import Bureau
from eloket.demo.zgwregister.register import Register, id_of
from eloket.demo.zgwregister.vraag import Json

Rij = dict[str, Any]
HOEVEEL = 50
BEKEND = {"inpBsn": "BSN bekend", "kvkNummer": "KvK-nummer bekend", "innNnpId": "KvK-nummer bekend"}


def list_regels(register: Register, zoek: str) -> tuple[list[Rij], list[Rij], bool]:
    """Open ones and closed ones, the newest first, and whether there are more than are shown."""
    wanted = zoek.casefold()
    rows = [zaak for zaak in register.list("zaken") if wanted in _findable(zaak)]
    rows.sort(key=lambda zaak: (zaak["startdatum"], zaak["identificatie"]), reverse=True)
    shown = [_regel(register, zaak) for zaak in rows[:HOEVEEL]]
    is_open = [each for each in shown if not each["gesloten"]]
    return is_open, [each for each in shown if each["gesloten"]], len(rows) > HOEVEEL


def describe_zaak(register: Register, zaak: Json) -> Rij:
    """Everything on the page of one zaak."""
    bureau = Bureau(register)
    statussen = _of(register, "statussen", zaak)
    return {
        **_regel(register, zaak),
        "url": f"/zaaksysteem/{zaak['uuid']}/",
        "aanvrager": _aanvrager(register.rollen_van[zaak["url"]]),
        "stil": (zaak["opschorting"] or {}).get("reden", "") if zaak["opschorting"]["indicatie"] else "",
        "antwoorden": _antwoorden(register, zaak),
        "documenten": [_document(register, link) for link in _of(register, "zaakinformatieobjecten", zaak)],
        "statussen": [_status(register, row) for row in sorted(statussen, key=_moment, reverse=True)],
        "besluiten": [_besluit(register, row) for row in _of(register, "besluiten", zaak)],
        "huidig": id_of({"url": zaak["status"]}) if zaak["status"] else "",
        "stappen": _stappen(bureau, zaak, statussen),
        "resultaten": [_keuze(row) for row in bureau.parts("resultaattypen", zaak)],
        "besluittypen": [_keuze(row) for row in bureau.besluittypen(zaak)],
    }


def _findable(zaak: Json) -> str:
    return f"{zaak['identificatie']} {zaak['omschrijving']}".casefold()


def _regel(register: Register, zaak: Json) -> Rij:
    zaaktype = register.get("zaaktypen", id_of({"url": zaak["zaaktype"]}))
    status = register.get("statussen", id_of({"url": zaak["status"]})) if zaak["status"] else None
    return {
        "url": f"/zaaksysteem/{zaak['uuid']}/",
        "nummer": zaak["identificatie"],
        "omschrijving": zaak["omschrijving"],
        "soort": zaaktype["omschrijving"],
        "status": _naam(register, "statustypen", status["statustype"]) if status else "nog geen status",
        "begonnen": _dag(zaak["startdatum"]),
        "uiterlijk": _dag(zaak["uiterlijkeEinddatumAfdoening"]),
        "gesloten": _dag(zaak["einddatum"]),
        "resultaat": _resultaat(register, zaak),
    }


def _resultaat(register: Register, zaak: Json) -> str:
    if not zaak["resultaat"]:
        return ""
    row = register.get("resultaten", id_of({"url": zaak["resultaat"]}))
    return _naam(register, "resultaattypen", row["resultaattype"])


def _aanvrager(rollen: Iterable[Json]) -> str:
    rol = next((each for each in rollen if each["omschrijvingGeneriek"] == "initiator"), None)
    if rol is None:
        return "onbekend"
    name = rol["contactpersoonRol"]["naam"] or rol["contactpersoonRol"]["emailadres"] or "zonder naam"
    known = [text for field, text in BEKEND.items() if rol["betrokkeneIdentificatie"].get(field)]
    return f"{name} ({known[0]})" if known else name


def _antwoorden(register: Register, zaak: Json) -> list[tuple[str, str]]:
    found = [(row["naam"], row["waarde"]) for row in _of(register, "zaakeigenschappen", zaak)]
    for row in _of(register, "zaakobjecten", zaak):
        data = row["objectIdentificatie"].get("overigeData") or {}
        found += [(str(name), str(value)) for name, value in data.items()]
    return found


def _document(register: Register, link: Json) -> Rij:
    document = register.get("enkelvoudiginformatieobjecten", id_of({"url": link["informatieobject"]}))
    return {
        "url": f"documenten/{id_of(document)}/",
        "titel": document["titel"],
        "van": document["auteur"],
        "klaar": document["url"] in register.bestanden,
    }


def _status(register: Register, row: Json) -> Rij:
    return {
        "naam": _naam(register, "statustypen", row["statustype"]),
        "moment": _moment_tekst(row["datumStatusGezet"]),
        "toelichting": row["statustoelichting"],
    }


def _besluit(register: Register, row: Json) -> Rij:
    return {
        "naam": _naam(register, "besluittypen", row["besluittype"]),
        "toelichting": row["toelichting"],
        "bekend": _dag(row["verzenddatum"]),
        "bezwaar": _dag(row["uiterlijkeReactiedatum"]),
    }


def _stappen(bureau: Bureau, zaak: Json, statussen: list[Json]) -> list[Rij]:
    """The steps after the furthest one that was set."""
    if zaak["einddatum"]:
        return []
    done = {row["statustype"] for row in statussen}
    types = bureau.parts("statustypen", zaak)
    reached = max((row["volgnummer"] for row in types if row["url"] in done), default=0)
    later = [row for row in types if row["volgnummer"] > reached]
    return [{**_keuze(row), "eind": row["isEindstatus"]} for row in later]


def _keuze(row: Json) -> Rij:
    return {"id": id_of(row), "naam": row["omschrijving"]}


def _naam(register: Register, soort: str, url: str) -> str:
    return str(register.get(soort, id_of({"url": url}))["omschrijving"])


def _of(register: Register, soort: str, zaak: Json) -> list[Json]:
    return [row for row in register.list(soort) if row["zaak"] == zaak["url"]]


def _moment(row: Json) -> datetime:
    return datetime.fromisoformat(row["datumStatusGezet"])


def _moment_tekst(text: str) -> str:
    there = datetime.fromisoformat(text).astimezone(timezone.get_default_timezone())
    return there.strftime("%d-%m-%Y %H:%M")


def _dag(text: str | None) -> str:
    """26-11-2026; "" for no day."""
    year, month, day = (text or "--")[:10].split("-")
    return f"{day}-{month}-{year}" if text else ""
