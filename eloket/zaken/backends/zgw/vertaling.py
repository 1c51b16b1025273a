"""From the JSON of ZGW to the dataclasses of the port. Asks nothing but the catalogus, which remembers."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils.timezone import get_default_timezone

from eloket.zaken.backends.base import (
    Besluit,
    Besluittype,
    Document,
    Resultaat,
    Resultaattype,
    Roltype,
    Status,
    Statustype,
    Tekst,
    VolledigZaaktype,
    Zaak,
    Zaaktype,
)
from eloket.zaken.backends.zgw.catalogus import Catalogus
from eloket.zaken.backends.zgw.duur import tidy_duur
from eloket.zaken.backends.zgw.kenmerken import KANAAL, TAAL, read_kenmerk
from eloket.zaken.backends.zgw.personen import INITIATOR
from eloket.zaken.backends.zgw.verbinding import Json
from eloket.zaken.termijnen import day_of


def to_zaaktype(catalogus: Catalogus, url: str) -> Zaaktype:
    """As far as a zaak shows it; how it can end is for who handles it."""
    return Zaaktype(**_shown(catalogus, catalogus.get(url)), resultaattypen=())


def to_volledig_zaaktype(catalogus: Catalogus, url: str) -> VolledigZaaktype:
    """With what a form or a behandelaar chooses from."""
    besluittypen = catalogus.list_delen("besluittypen", url)
    return VolledigZaaktype(
        **_shown(catalogus, catalogus.get(url)),
        resultaattypen=tuple(_to_resultaattype(each) for each in catalogus.list_delen("resultaattypen", url)),
        eigenschappen=tuple(row["naam"] for row in catalogus.list_delen("eigenschappen", url)),
        informatieobjecttypen=tuple(naam for naam, _richting in catalogus.list_documenttypen(url).values()),
        roltypen=tuple(
            Roltype(row["omschrijving"], row["omschrijvingGeneriek"])
            for row in catalogus.list_delen("roltypen", url)
        ),
        besluittypen=tuple(
            Besluittype(Tekst(row["omschrijving"]), tidy_duur(row.get("reactietermijn")))
            for row in besluittypen
        ),
    )


def _shown(catalogus: Catalogus, row: Json) -> dict[str, Any]:
    url = row["url"]
    return {
        "identificatie": row["identificatie"],
        "omschrijving": row["omschrijving"],
        "omschrijving_burger": Tekst(row["omschrijving"]),
        "begin_geldigheid": date.fromisoformat(row["beginGeldigheid"]),
        "doorlooptijd": tidy_duur(row.get("doorlooptijd")),
        "servicenorm": tidy_duur(row.get("servicenorm")),
        "vertrouwelijkheidaanduiding": row["vertrouwelijkheidaanduiding"],
        "statustypen": tuple(_statustypen(catalogus, url).values()),
        "opschorting_mogelijk": bool(row.get("opschortingEnAanhoudingMogelijk")),
        "verlenging_mogelijk": bool(row.get("verlengingMogelijk")),
        "verlengingstermijn": tidy_duur(row.get("verlengingstermijn")),
    }


def _statustypen(catalogus: Catalogus, zaaktype: str) -> dict[str, Statustype]:
    """By URL, in order. The last one ends the zaak, whatever a server says of each."""
    rows = catalogus.list_delen("statustypen", zaaktype)
    return {
        row["url"]: Statustype(
            volgnummer=row["volgnummer"],
            omschrijving=Tekst(row["omschrijving"]),
            statustekst=Tekst(row.get("statustekst") or ""),
            is_eind=row is rows[-1],
            informeren=bool(row.get("informeren")),
        )
        for row in rows
    }


def _to_resultaattype(row: Json) -> Resultaattype:
    return Resultaattype(
        Tekst(row["omschrijving"]),
        archiefnominatie=row.get("archiefnominatie") or "",
        archiefactietermijn=tidy_duur(row.get("archiefactietermijn")),
    )


def to_zaak(catalogus: Catalogus, row: Json, statussen: Iterable[Json] | None = None) -> Zaak:
    """Expects `_expand` with status, rollen and resultaat. `statussen`: all of them; else the current one."""
    expanded = row.get("_expand") or {}
    current = [expanded["status"]] if expanded.get("status") else []
    stil = row.get("opschorting") or {}
    return Zaak(
        identificatie=row["identificatie"],
        omschrijving=row.get("omschrijving") or "",
        zaaktype=to_zaaktype(catalogus, row["zaaktype"]),
        startdatum=date.fromisoformat(row["startdatum"]),
        registratiedatum=_date(row.get("registratiedatum")) or date.fromisoformat(row["startdatum"]),
        einddatum_gepland=_date(row.get("einddatumGepland")),
        uiterlijke_einddatum_afdoening=_date(row.get("uiterlijkeEinddatumAfdoening")),
        einddatum=_date(row.get("einddatum")),
        statussen=_to_statussen(catalogus, row["zaaktype"], current if statussen is None else statussen),
        resultaat=_to_resultaat(catalogus, expanded.get("resultaat")),
        kanaal=read_kenmerk(row, KANAAL),
        email=_email_of(expanded.get("rollen") or ()),
        taal=read_kenmerk(row, TAAL) or "nl",
        vertrouwelijkheidaanduiding=row["vertrouwelijkheidaanduiding"],
        is_opgeschort=bool(stil.get("indicatie")),
        archiefnominatie=row.get("archiefnominatie") or "",
        archiefactiedatum=_date(row.get("archiefactiedatum")),
    )


def _to_statussen(catalogus: Catalogus, zaaktype: str, rows: Iterable[Json]) -> tuple[Status, ...]:
    """Oldest first, by the moment that each was set: a server gives them in the order in which they came."""
    types = _statustypen(catalogus, zaaktype)
    found = [
        Status(
            id=row["uuid"] if row.get("uuid") else row["url"].rsplit("/", 1)[1],
            statustype=types[row["statustype"]],
            gezet_op=_moment(row["datumStatusGezet"]),
            toelichting=row.get("statustoelichting") or "",
        )
        for row in rows
        if row["statustype"] in types
    ]
    return tuple(sorted(found, key=lambda status: status.gezet_op))


def _to_resultaat(catalogus: Catalogus, row: Json | None) -> Resultaat | None:
    if not row:
        return None
    kind = catalogus.get(row["resultaattype"])
    return Resultaat(Tekst(kind["omschrijving"]), row.get("toelichting") or "")


def _email_of(rollen: Iterable[Json]) -> str:
    found = [rol.get("contactpersoonRol") or {} for rol in rollen if rol["omschrijvingGeneriek"] == INITIATOR]
    return next((each["emailadres"] for each in found if each.get("emailadres")), "")


def to_document(row: Json, *, id: str, soort: str, tonen: bool) -> Document:
    return Document(
        id=id,
        titel=row.get("bestandsnaam") or row["titel"],
        formaat=row.get("formaat") or "application/octet-stream",
        omvang=row.get("bestandsomvang") or 0,
        informatieobjecttype=soort,
        status=row.get("status") or "",
        vertrouwelijkheidaanduiding=row["vertrouwelijkheidaanduiding"],
        tonen_aan_initiator=tonen,
        registratiedatum=day_of(datetime.fromisoformat(row["beginRegistratie"])),
    )


def to_besluit(catalogus: Catalogus, row: Json) -> Besluit:
    return Besluit(
        identificatie=row["identificatie"],
        omschrijving=Tekst(catalogus.get(row["besluittype"])["omschrijving"]),
        datum=date.fromisoformat(row["datum"]),
        ingangsdatum=date.fromisoformat(row["ingangsdatum"]),
        vervaldatum=_date(row.get("vervaldatum")),
        verzenddatum=_date(row.get("verzenddatum")),
        uiterlijke_reactiedatum=_date(row.get("uiterlijkeReactiedatum")),
        toelichting=row.get("toelichting") or "",
    )


def _moment(text: str) -> datetime:
    """A register may leave out the zone; then it is the gemeente's own."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=get_default_timezone())


def _date(text: Any) -> date | None:
    """A register may give a moment where the standard has a day."""
    return date.fromisoformat(text[:10]) if text else None
