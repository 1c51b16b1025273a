"""Zaken API 1.5.1: statussen and resultaten."""

from datetime import datetime, timedelta

from eloket.demo.zgwregister.invoer import Veld, read_fields, read_moment
from eloket.demo.zgwregister.lijsten import page_of, page_parameters, refuse_unknown
from eloket.demo.zgwregister.notificaties import notify_zaak
from eloket.demo.zgwregister.register import Applicatie, Register, id_of
from eloket.demo.zgwregister.toegang import require
from eloket.demo.zgwregister.vraag import Antwoord, Json, Vraag, refuse
from eloket.demo.zgwregister.zaken import find_zaak, touch

VELDEN = {
    "zaak": Veld(verplicht=True, lengte=1000),
    "statustype": Veld(verplicht=True, lengte=1000),
    "datumStatusGezet": Veld("tijdstip", verplicht=True),
    "statustoelichting": Veld(lengte=1000),
}
RESULTAAT = {
    "zaak": Veld(verplicht=True, lengte=1000),
    "resultaattype": Veld(verplicht=True, lengte=1000),
    "toelichting": Veld(lengte=1000),
}


def create_status(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    """The current one is the latest, not the last that came. The eindstatus closes the zaak."""
    fields = read_fields(vraag.json(), VELDEN)
    zaak = find_zaak(register, applicatie, id_of(register.follow("zaken", fields["zaak"], "zaak")))
    present = _statussen_of(register, zaak["url"])
    require(applicatie, "zaken.bijwerken", *(() if present else ("zaken.aanmaken",)))
    statustype = register.follow("statustypen", fields["statustype"], "statustype")
    if statustype["zaaktype"] != zaak["zaaktype"]:
        raise refuse("nonFieldErrors", "zaaktype-mismatch")
    moment = _check_moment(register, present, fields["datumStatusGezet"])
    if statustype["isEindstatus"]:
        _close(register, zaak, moment)
    stamp = moment.isoformat().replace("+00:00", "Z")
    more = {"indicatieLaatstGezetteStatus": True, "zaakinformatieobjecten": []}
    status = register.add("statussen", {"uuid": "", **fields, "datumStatusGezet": stamp, **more})
    status["uuid"] = id_of(status)
    _mark_latest(zaak, [*present, status])
    touch(register, zaak)
    notify_zaak(register, zaak, "status", status["url"], "create")
    return Antwoord(dict(status), status=201)


def list_statussen(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    """The newest first, as they came."""
    require(applicatie, "zaken.lezen")
    known = ("zaak", "statustype", "indicatieLaatstGezetteStatus")
    refuse_unknown(vraag, (*known, *page_parameters(register)))
    rows = list(register.list("statussen"))
    if url := vraag.query.get("zaak"):
        find_zaak(register, applicatie, id_of({"url": url}))
        rows = [row for row in rows if row["zaak"] == url]
    return Antwoord(page_of(register, vraag, rows[::-1]))


def create_resultaat(register: Register, applicatie: Applicatie, vraag: Vraag) -> Antwoord:
    require(applicatie, "zaken.bijwerken")
    fields = read_fields(vraag.json(), RESULTAAT)
    zaak = find_zaak(register, applicatie, id_of(register.follow("zaken", fields["zaak"], "zaak")))
    kind = register.follow("resultaattypen", fields["resultaattype"], "resultaattype")
    if kind["zaaktype"] != zaak["zaaktype"]:
        raise refuse("nonFieldErrors", "zaaktype-mismatch")
    if zaak["resultaat"] is not None:
        raise refuse("zaak", "unique")
    resultaat = register.add("resultaten", {"uuid": "", **fields})
    resultaat["uuid"] = id_of(resultaat)
    zaak["resultaat"] = resultaat["url"]
    notify_zaak(register, zaak, "resultaat", resultaat["url"], "create")
    return Antwoord(dict(resultaat), status=201)


def _statussen_of(register: Register, zaak: str) -> list[Json]:
    return [row for row in register.list("statussen") if row["zaak"] == zaak]


def _check_moment(register: Register, present: list[Json], text: str) -> datetime:
    moment = read_moment("datumStatusGezet", text, register.now().tzinfo)
    if moment > register.now():
        raise refuse("datumStatusGezet", "date-in-future", "Datum mag niet in de toekomst liggen.")
    if any(datetime.fromisoformat(row["datumStatusGezet"]) == moment for row in present):
        raise refuse(
            "nonFieldErrors", "unique", "De velden zaak, datumStatusGezet moeten een unieke set zijn."
        )
    return moment


def _mark_latest(zaak: Json, statussen: list[Json]) -> None:
    latest = max(statussen, key=lambda row: datetime.fromisoformat(row["datumStatusGezet"]))
    for row in statussen:
        row["indicatieLaatstGezetteStatus"] = row is latest
    zaak["status"] = latest["url"]


def _close(register: Register, zaak: Json, moment: datetime) -> None:
    """Asks a resultaat, and of every document that it is done."""
    if zaak["resultaat"] is None:
        raise refuse("nonFieldErrors", "resultaat-does-not-exist", "Zaak heeft geen resultaat.")
    for link in register.list("zaakinformatieobjecten"):
        if link["zaak"] == zaak["url"]:
            _check_document(register, link["informatieobject"])
    zaak["einddatum"] = moment.date().isoformat()
    zaak["archiefnominatie"] = "vernietigen"
    zaak["archiefactiedatum"] = (moment.date() + timedelta(days=365)).isoformat()
    zaak["startdatumBewaartermijn"] = zaak["einddatum"]


def _check_document(register: Register, url: str) -> None:
    document = register.follow("enkelvoudiginformatieobjecten", url, "informatieobject")
    if document["indicatieGebruiksrecht"] is None:
        raise refuse("nonFieldErrors", "indicatiegebruiksrecht-unset")
    if document["locked"]:
        raise refuse("nonFieldErrors", "informatieobject-locked")
