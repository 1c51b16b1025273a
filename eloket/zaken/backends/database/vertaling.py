"""From rows to the dataclasses of the port. Reads only what was fetched already; runs no query."""

from eloket.zaken import models
from eloket.zaken.backends.base import (
    Betrokkene,
    Resultaat,
    Resultaattype,
    Status,
    Statustype,
    Tekst,
    Zaak,
    Zaaktype,
)


def to_statustype(row: models.Statustype, *, eind: int) -> Statustype:
    """`eind` is the highest volgnummer of the zaaktype: that one is the eindstatus."""
    return Statustype(
        volgnummer=row.volgnummer,
        omschrijving=Tekst(row.omschrijving, row.omschrijving_en),
        statustekst=Tekst(row.statustekst, row.statustekst_en),
        is_eind=row.volgnummer == eind,
    )


def to_resultaattype(row: models.Resultaattype) -> Resultaattype:
    return Resultaattype(omschrijving=Tekst(row.omschrijving, row.omschrijving_en))


def to_zaaktype(row: models.Zaaktype) -> Zaaktype:
    """Expects `ZaaktypeQuerySet.complete()`."""
    statustypen = sorted(row.statustypen.all(), key=lambda statustype: statustype.volgnummer)
    eind = statustypen[-1].volgnummer if statustypen else 0
    return Zaaktype(
        identificatie=row.identificatie,
        omschrijving=row.omschrijving,
        omschrijving_burger=Tekst(row.omschrijving_burger_nl, row.omschrijving_burger_en),
        begin_geldigheid=row.begin_geldigheid,
        doorlooptijd=row.doorlooptijd,
        servicenorm=row.servicenorm,
        vertrouwelijkheidaanduiding=row.vertrouwelijkheidaanduiding,
        statustypen=tuple(to_statustype(statustype, eind=eind) for statustype in statustypen),
        resultaattypen=tuple(to_resultaattype(resultaattype) for resultaattype in row.resultaattypen.all()),
        eigenschappen=tuple(eigenschap.naam for eigenschap in row.eigenschapnamen.all()),
        informatieobjecttypen=tuple(soort.omschrijving for soort in row.informatieobjecttypen.all()),
    )


def to_zaak(row: models.Zaak) -> Zaak:
    """Expects `ZaakQuerySet.complete()`."""
    zaaktype = to_zaaktype(row.zaaktype)
    eind = zaaktype.statustypen[-1].volgnummer if zaaktype.statustypen else 0
    return Zaak(
        identificatie=row.identificatie,
        omschrijving=row.omschrijving,
        zaaktype=zaaktype,
        startdatum=row.startdatum,
        registratiedatum=row.registratiedatum,
        einddatum_gepland=row.einddatum_gepland,
        uiterlijke_einddatum_afdoening=row.uiterlijke_einddatum_afdoening,
        einddatum=row.einddatum,
        statussen=tuple(_to_status(status, eind=eind) for status in row.statussen.all()),
        resultaat=_to_resultaat(row),
        kanaal=row.kanaal,
        email=row.email,
        taal=row.taal,
        te_controleren=bool(getattr(row, "te_controleren", False)),  # only `with_controle` asks
    )


def to_betrokkene(row: models.Rol) -> Betrokkene:
    return Betrokkene(
        rol=row.rol,
        soort=row.soort,
        naam=row.naam,
        hoedanigheid=row.hoedanigheid,
        kvk=row.partij["kvk"] if row.soort == "vereniging" else "",
        controle=row.controle,
        gecontroleerd_door=row.gecontroleerd_door,
        gecontroleerd_at=row.gecontroleerd_at,
    )


def _to_status(row: models.Status, *, eind: int) -> Status:
    return Status(
        id=str(row.pk),
        statustype=to_statustype(row.statustype, eind=eind),
        gezet_op=row.gezet_op,
        toelichting=row.toelichting,
        door=row.door,
    )


def _to_resultaat(row: models.Zaak) -> Resultaat | None:
    if row.resultaattype is None:
        return None
    soort = to_resultaattype(row.resultaattype)
    return Resultaat(omschrijving=soort.omschrijving, toelichting=row.resultaat_toelichting)
