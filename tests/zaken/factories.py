"""Zaken for tests, opened through the door."""

from datetime import UTC, datetime
from typing import Any

from eloket.lib.partij import Bsn
from eloket.zaken.models import (
    Besluittype,
    Informatieobjecttype,
    Resultaattype,
    Roltype,
    Statustype,
    Zaaktype,
)
from eloket.zaken.services import NieuweZaak, Zaak, create_zaak, mint_identificatie

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
NOOR = Bsn("999990019")
VREEMDE = Bsn("999990408")
KAPVERGUNNING = "kapvergunning"
GEHEIM = "jeugdhulp"


def new_zaak(**changes: Any) -> NieuweZaak:
    """A verhuizing of Noor, unless `changes` says otherwise."""
    fields: dict[str, Any] = {
        "identificatie": "ELK-2026-0000042",
        "omschrijving": "Verhuizing doorgeven",
        "startdatum": NOW.date(),
        "belanghebbende": NOOR,
        "niveau": 20,
    }
    return NieuweZaak(**fields | changes)


def open_zaak(*, now: datetime = NOW, **changes: Any) -> Zaak:
    """A zaak in the register of this installation, with a number of its own."""
    number = changes.pop("identificatie", "") or mint_identificatie(now=now)
    return create_zaak(new_zaak(identificatie=number, **changes), now=now)


def make_zaaktype(identificatie: str = "kapvergunning", **fields: Any) -> Zaaktype:
    """A zaaktype of two steps that ends with "Verleend"."""
    defaults: dict[str, Any] = {
        "omschrijving": identificatie.capitalize(),
        "omschrijving_burger_nl": identificatie.capitalize(),
        "begin_geldigheid": "2020-01-01",
        "servicenorm": "P2W",
        "doorlooptijd": "P8W",
    }
    zaaktype = Zaaktype.objects.create(identificatie=identificatie, **defaults | fields)
    Statustype.objects.create(zaaktype=zaaktype, volgnummer=1, omschrijving="Ontvangen")
    Statustype.objects.create(zaaktype=zaaktype, volgnummer=2, omschrijving="Besloten")
    Resultaattype.objects.create(zaaktype=zaaktype, omschrijving="Verleend")
    return zaaktype


def make_contract_zaaktypen() -> None:
    """What a register holds when the contract begins, beside the default zaaktype."""
    kap = make_zaaktype(KAPVERGUNNING, verlenging_mogelijk=True, verlengingstermijn="P6W")
    Roltype.objects.create(zaaktype=kap, omschrijving="Aanvrager", omschrijving_generiek="initiator")
    Besluittype.objects.create(zaaktype=kap, omschrijving="Besluit op aanvraag")
    for omschrijving, richting in (("Bewijs", "inkomend"), ("Besluit", "uitgaand"), ("Advies", "intern")):
        Informatieobjecttype.objects.create(zaaktype=kap, omschrijving=omschrijving, richting=richting)
    make_zaaktype(GEHEIM, vertrouwelijkheidaanduiding="vertrouwelijk")
    make_zaaktype("streng", opschorting_mogelijk=False)
