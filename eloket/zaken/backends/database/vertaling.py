"""From rows to the dataclasses of the port. Reads only what was fetched already; runs no query."""

from datetime import date
from typing import Any

from eloket.zaken import models
from eloket.zaken.backends.base import (
    Besluit,
    Besluittype,
    Betrokkene,
    Resultaat,
    Resultaattype,
    Roltype,
    Status,
    Statustype,
    Tekst,
    Uitstel,
    VolledigZaaktype,
    Zaak,
    Zaaktype,
)
from eloket.zaken.termijnen import Opschorting, Termijnbron, Verlenging, parse_duur


def to_statustype(row: models.Statustype, *, eind: int) -> Statustype:
    """`eind` is the highest volgnummer of the zaaktype: that one is the eindstatus."""
    return Statustype(
        volgnummer=row.volgnummer,
        omschrijving=Tekst(row.omschrijving, row.omschrijving_en),
        statustekst=Tekst(row.statustekst, row.statustekst_en),
        is_eind=row.volgnummer == eind,
        informeren=row.informeren,
    )


def to_resultaattype(row: models.Resultaattype) -> Resultaattype:
    return Resultaattype(
        omschrijving=Tekst(row.omschrijving, row.omschrijving_en),
        archiefnominatie=row.archiefnominatie,
        archiefactietermijn=row.archiefactietermijn,
    )


def to_besluittype(row: models.Besluittype) -> Besluittype:
    return Besluittype(Tekst(row.omschrijving, row.omschrijving_en), row.reactietermijn)


def to_zaaktype(row: models.Zaaktype, *, resultaattypen: bool) -> Zaaktype:
    """Expects the statustypen of the zaaktype, and with `resultaattypen` those too."""
    return Zaaktype(**_shown(row), resultaattypen=_resultaattypen(row) if resultaattypen else ())


def to_volledig_zaaktype(row: models.Zaaktype) -> VolledigZaaktype:
    """Expects `ZaaktypeQuerySet.complete()`."""
    return VolledigZaaktype(
        **_shown(row),
        resultaattypen=_resultaattypen(row),
        eigenschappen=tuple(eigenschap.naam for eigenschap in row.eigenschapnamen.all()),
        informatieobjecttypen=tuple(soort.omschrijving for soort in row.informatieobjecttypen.all()),
        roltypen=tuple(Roltype(rol.omschrijving, rol.omschrijving_generiek) for rol in row.roltypen.all()),
        besluittypen=tuple(to_besluittype(soort) for soort in row.besluittypen.all()),
    )


def _shown(row: models.Zaaktype) -> dict[str, Any]:
    statustypen = sorted(row.statustypen.all(), key=lambda statustype: statustype.volgnummer)
    eind = statustypen[-1].volgnummer if statustypen else 0
    return {
        "identificatie": row.identificatie,
        "omschrijving": row.omschrijving,
        "omschrijving_burger": Tekst(row.omschrijving_burger_nl, row.omschrijving_burger_en),
        "begin_geldigheid": row.begin_geldigheid,
        "doorlooptijd": row.doorlooptijd,
        "servicenorm": row.servicenorm,
        "vertrouwelijkheidaanduiding": row.vertrouwelijkheidaanduiding,
        "statustypen": tuple(to_statustype(statustype, eind=eind) for statustype in statustypen),
        "termijnbron": Termijnbron(row.termijnbron),
        "atw_van_toepassing": row.atw_van_toepassing,
        "grondslag": row.grondslag,
        "opschorting_mogelijk": row.opschorting_mogelijk,
        "verlenging_mogelijk": row.verlenging_mogelijk,
        "verlengingstermijn": row.verlengingstermijn,
        "dwangsom_mogelijk": row.dwangsom_mogelijk,
    }


def _resultaattypen(row: models.Zaaktype) -> tuple[Resultaattype, ...]:
    return tuple(to_resultaattype(each) for each in row.resultaattypen.all())


def to_zaak(row: models.Zaak, *, resultaattypen: bool = False) -> Zaak:
    """Expects `ZaakQuerySet.complete()`, with the resultaattypen when they are asked for."""
    zaaktype = to_zaaktype(row.zaaktype, resultaattypen=resultaattypen)
    eind = zaaktype.statustypen[-1].volgnummer if zaaktype.statustypen else 0
    stil = next((each for each in row.opschortingen.all() if each.tot is None), None)
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
        is_ingekomen=bool(getattr(row, "is_ingekomen", False)),  # only `with_ingekomen` asks
        vertrouwelijkheidaanduiding=row.vertrouwelijkheidaanduiding,
        is_opgeschort=stil is not None,
        hersteltermijn=stil.hersteltermijn if stil else None,
        opschortingen=tuple(Opschorting(each.van, each.tot, each.reden) for each in row.opschortingen.all()),
        verlengingen=_to_verlengingen(row),
        archiefnominatie=row.archiefnominatie,
        archiefactiedatum=row.archiefactiedatum,
        termijn_vanaf=row.termijn_vanaf,
        zienswijze_tot=row.zienswijze_tot,
    )


def _to_verlengingen(row: Any) -> tuple[Verlenging, ...]:
    """The one that `complete()` brought along, if there is one."""
    if row.verlenging_op is None:
        return ()
    return (Verlenging(parse_duur(row.verlenging_duur), row.verlenging_reden, row.verlenging_op),)


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


def to_besluit(row: models.Besluit) -> Besluit:
    """Expects the besluittype with it."""
    return Besluit(
        identificatie=row.identificatie,
        omschrijving=to_besluittype(row.besluittype).omschrijving,
        datum=row.datum,
        ingangsdatum=row.ingangsdatum,
        vervaldatum=row.vervaldatum,
        verzenddatum=row.verzenddatum,
        uiterlijke_reactiedatum=row.uiterlijke_reactiedatum,
        toelichting=row.toelichting,
        document=str(row.document_id or ""),
        uitstel=to_uitstel(row.uitstel),
    )


def to_uitstel(kept: list[dict[str, str]]) -> tuple[Uitstel, ...]:
    """How outages moved a last day, oldest first."""
    return tuple(Uitstel(**{name: date.fromisoformat(day) for name, day in each.items()}) for each in kept)


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
