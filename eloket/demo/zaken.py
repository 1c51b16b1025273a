"""The zaken of Bram in the built-in register."""

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from eloket.demo.personen import get_persoon
from eloket.demo.voorbeelden import Besluit, Stap, Voorbeeld, Vraag, day_in_rietwaard, list_voorbeelden
from eloket.lib.partij import Bsn
from eloket.zaken.services import (
    NieuwBesluit,
    NieuweZaak,
    NieuwVerzoek,
    ZaakNotFound,
    create_zaak,
    get_zaak,
    registers_in_transaction,
    request_aanvulling,
    set_status,
    take_besluit,
)

BRAM = Bsn(get_persoon("bram").bsn)


@transaction.atomic
def load_zaken(now: datetime) -> None:
    """Once; what Bram and the behandelaars did since stays as it is. A register elsewhere has them itself."""
    if not registers_in_transaction() or _is_loaded("ELK-DEMO-1"):
        return
    for voorbeeld in list_voorbeelden(now):
        _load(voorbeeld)


def _load(voorbeeld: Voorbeeld) -> None:
    _open(voorbeeld)
    if voorbeeld.besluit:
        _decide(voorbeeld.nummer, voorbeeld.besluit)
    for stap in voorbeeld.stappen:
        _set_status(voorbeeld.nummer, stap)
    if voorbeeld.vraag:
        _ask(voorbeeld.nummer, voorbeeld.vraag)


def _is_loaded(identificatie: str) -> bool:
    try:
        get_zaak(identificatie, voor=BRAM)
    except ZaakNotFound:
        return False
    return True


def _open(voorbeeld: Voorbeeld) -> None:
    create_zaak(
        NieuweZaak(
            identificatie=voorbeeld.nummer,
            zaaktype=voorbeeld.zaaktype,
            omschrijving=voorbeeld.omschrijving,
            startdatum=day_in_rietwaard(voorbeeld.begonnen),
            belanghebbende=BRAM,
            niveau=20,
        ),
        now=voorbeeld.begonnen,
    )


def _set_status(identificatie: str, stap: Stap) -> None:
    set_status(
        identificatie,
        statustype_volgnummer=stap.volgnummer,
        toelichting=stap.toelichting,
        resultaat=stap.resultaat,
        door="demo",
        now=stap.moment,
    )


def _ask(identificatie: str, vraag: Vraag) -> None:
    verzoek = NieuwVerzoek(
        id=str(uuid5(NAMESPACE_URL, identificatie)),
        vraag=vraag.tekst,
        hersteltermijn=vraag.uiterlijk,
        informatieobjecttype=vraag.document,
        door="demo",
    )
    request_aanvulling(identificatie, verzoek, now=vraag.moment)


def _decide(identificatie: str, besluit: Besluit) -> None:
    day = day_in_rietwaard(besluit.moment)
    nieuw = NieuwBesluit(
        identificatie=f"{identificatie}-B1",
        besluittype=besluit.soort,
        datum=day,
        ingangsdatum=day,
        verzenddatum=day,
        toelichting=besluit.toelichting,
        door="demo",
    )
    take_besluit(identificatie, nieuw, now=besluit.moment)
