"""The two dates of a zaak: the engine for terms, fed with what the register keeps."""

from datetime import date

from eloket.zaken import models
from eloket.zaken.termijnen import (
    Opschorting,
    Termijnbron,
    Verlenging,
    Zaaktermijnen,
    compute_zaaktermijnen,
    parse_duur,
)


def compute_dates(
    zaaktype: models.Zaaktype, start: date, *, vanaf: date | None = None, vandaag: date
) -> dict[str, date | None]:
    """The dates of a zaak that begins, by the names of their columns."""
    return _columns(_compute(zaaktype, start, vandaag, vanaf=vanaf))


def recompute(zaak: models.Zaak, *, vandaag: date) -> None:
    """Set both dates anew after what happened on the way, and save them."""
    stil = list(zaak.opschortingen.all())
    termijnen = _compute(
        zaak.zaaktype,
        zaak.startdatum,
        vandaag,
        vanaf=zaak.termijn_vanaf,
        opschortingen=[Opschorting(row.van, row.tot, row.reden) for row in stil],
        hersteltermijn=next((row.hersteltermijn for row in stil if row.tot is None), None),
        verlengingen=[Verlenging(parse_duur(row.duur), row.reden, row.op) for row in zaak.verlengingen.all()],
    )
    columns = _columns(termijnen)
    for name, day in columns.items():
        setattr(zaak, name, day)
    zaak.save(update_fields=list(columns))


def _compute(
    zaaktype: models.Zaaktype,
    start: date,
    vandaag: date,
    *,
    vanaf: date | None = None,
    opschortingen: list[Opschorting] | None = None,
    verlengingen: list[Verlenging] | None = None,
    hersteltermijn: date | None = None,
) -> Zaaktermijnen:
    return compute_zaaktermijnen(
        start,
        servicenorm=zaaktype.servicenorm,
        doorlooptijd=zaaktype.doorlooptijd,
        vandaag=vandaag,
        vanaf=vanaf,
        bron=Termijnbron(zaaktype.termijnbron),
        atw=zaaktype.atw_van_toepassing,
        grondslag=zaaktype.grondslag,
        opschortingen=opschortingen or (),
        verlengingen=verlengingen or (),
        hersteltermijn=hersteltermijn,
    )


def _columns(termijnen: Zaaktermijnen) -> dict[str, date | None]:
    gepland, uiterlijk = termijnen.gepland, termijnen.uiterlijk
    return {
        "einddatum_gepland": gepland.einddatum if gepland else None,
        "uiterlijke_einddatum_afdoening": uiterlijk.einddatum if uiterlijk else None,
    }
