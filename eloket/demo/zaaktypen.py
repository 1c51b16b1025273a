"""The demo's zaaktypen, and three zaken that make Mijn zaken look lived in."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from eloket.demo.personen import PERSONEN
from eloket.lib.partij import Bsn
from eloket.zaken.services import (
    NieuweOpschorting,
    NieuweZaak,
    ZaakNotFound,
    create_zaak,
    get_zaak,
    get_zaaktype,
    set_status,
    suspend_zaak,
)

DEFINITIES = Path(__file__).parent / "zaaktypen.json"
BRAM = Bsn(next(persoon.bsn for persoon in PERSONEN if persoon.sleutel == "bram"))
PARTS = {
    "statustypen": "Statustype",
    "resultaattypen": "Resultaattype",
    "eigenschapnamen": "Eigenschapnaam",
    "informatieobjecttypen": "Informatieobjecttype",
    "roltypen": "Roltype",
    "besluittypen": "Besluittype",
}


def load_zaaktypen(now: datetime) -> None:
    """Fill the built-in register; what is there already stays as a beheerder made it."""
    with transaction.atomic():
        for definitie in json.loads(DEFINITIES.read_text(encoding="utf-8")):
            if get_zaaktype(definitie["identificatie"]) is None:
                _create_zaaktype(definitie)
        _load_zaken(now)


def _create_zaaktype(definitie: dict[str, Any]) -> None:
    fields = {key: value for key, value in definitie.items() if key not in PARTS}
    zaaktype = _model("Zaaktype").objects.create(begin_geldigheid=date(2020, 1, 1), **fields)
    for part, model in PARTS.items():
        for values in definitie[part]:
            _model(model).objects.create(zaaktype=zaaktype, **values)


def _load_zaken(now: datetime) -> None:
    """For Bram: a verhuizing in hand, a klacht that is done, and an event that waits for his drawing."""
    if _is_loaded("ELK-DEMO-1"):
        return
    _load_zaak("ELK-DEMO-1", "verhuizing", "Verhuizing doorgeven", _days(now, 2))
    _set_status("ELK-DEMO-1", 2, "Uw huurcontract is goed. Wij passen nu uw adres aan.", _days(now, 1))
    _load_zaak("ELK-DEMO-2", "klacht", "Klacht over een losse stoeptegel", _days(now, 40))
    _set_status("ELK-DEMO-2", 2, "Wij hebben u gebeld over uw klacht.", _days(now, 38))
    _set_status("ELK-DEMO-2", 3, "De tegel ligt weer vast. Bedankt voor uw klacht.", _days(now, 30))
    _load_zaak("ELK-DEMO-3", "evenementenvergunning", "Straatfeest op het Rietplein", _days(now, 12))
    _set_status("ELK-DEMO-3", 2, "Wij missen de nooduitgangen op uw plattegrond.", _days(now, 5))
    _ask_for_drawing("ELK-DEMO-3", _days(now, 5))


def _is_loaded(identificatie: str) -> bool:
    try:
        get_zaak(identificatie, voor=BRAM)
    except ZaakNotFound:
        return False
    return True


def _days(now: datetime, days: int) -> datetime:
    return now - timedelta(days=days)


def _day(moment: datetime) -> date:
    """The day in Rietwaard, where it may be tomorrow already."""
    return moment.astimezone(timezone.get_default_timezone()).date()


def _load_zaak(identificatie: str, zaaktype: str, omschrijving: str, moment: datetime) -> None:
    create_zaak(
        NieuweZaak(
            identificatie=identificatie,
            zaaktype=zaaktype,
            omschrijving=omschrijving,
            startdatum=_day(moment),
            belanghebbende=BRAM,
            niveau=20,
        ),
        now=moment,
    )


def _set_status(identificatie: str, volgnummer: int, toelichting: str, moment: datetime) -> None:
    set_status(
        identificatie,
        statustype_volgnummer=volgnummer,
        toelichting=toelichting,
        resultaat="Verholpen" if volgnummer == 3 else "",
        door="demo",
        now=moment,
    )


def _ask_for_drawing(identificatie: str, moment: datetime) -> None:
    """The clock stands still from the day after, for at most two weeks."""
    asked = NieuweOpschorting(
        van=_day(moment) + timedelta(days=1),
        reden="op uw plattegrond ontbreken de nooduitgangen",
        hersteltermijn=_day(moment) + timedelta(days=15),
        door="demo",
    )
    suspend_zaak(identificatie, asked, now=moment)


def _model(name: str) -> Any:
    return apps.get_model("zaken", name)
