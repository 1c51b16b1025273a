"""The two terms of a zaak: what the gemeente promises, and what it must keep to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from eloket.zaken.termijnen.awb import BESLISTERMIJN
from eloket.zaken.termijnen.duur import parse_duur
from eloket.zaken.termijnen.feiten import Opschorting, Termijnbron, Verlenging
from eloket.zaken.termijnen.hersteltermijn import resume_day
from eloket.zaken.termijnen.regel import Aanleiding, Termijnregel
from eloket.zaken.termijnen.stap import Termijn
from eloket.zaken.termijnen.verloop import compute_termijn


@dataclass(frozen=True, slots=True)
class Zaaktermijnen:
    """Each is None when the zaaktype has no such term."""

    gepland: Termijn | None
    uiterlijk: Termijn | None


def compute_zaaktermijnen(
    start: date,
    *,
    servicenorm: str,
    doorlooptijd: str,
    vandaag: date,
    vanaf: date | None = None,
    bron: Termijnbron = Termijnbron.WET,
    atw: bool = False,
    grondslag: str = "",
    opschortingen: Sequence[Opschorting] = (),
    verlengingen: Sequence[Verlenging] = (),
    hersteltermijn: date | None = None,
) -> Zaaktermijnen:
    """What happens on the way moves both dates. Durations are ISO 8601, empty for none.

    `vanaf`: for a bezwaar the last day to object. The legal term counts from there (Awb 7:10), and from
    `start`, the receipt, when that is later. What the gemeente promises counts from the receipt.
    `hersteltermijn`: the last day to answer what was asked. Once it is over, the clock goes on, also when
    nobody has told the register yet. Errors: `InvalidDuur`.
    """
    stil = [_close(each, hersteltermijn, vandaag) for each in opschortingen]

    def compute(regel: Termijnregel | None, begin: date) -> Termijn | None:
        if regel is None:
            return None
        return compute_termijn(regel, begin, vandaag=vandaag, opschortingen=stil, verlengingen=verlengingen)

    wet, begin = _make_regel(doorlooptijd, bron, atw, grondslag), start
    if wet is not None and vanaf is not None and vanaf > start:
        wet, begin = replace(wet, aanleiding=Aanleiding.EINDE_BEZWAARTERMIJN), vanaf
    return Zaaktermijnen(
        gepland=compute(_make_regel(servicenorm, Termijnbron.DIENSTNORM), start),
        uiterlijk=compute(wet, begin),
    )


def _make_regel(duur: str, bron: Termijnbron, atw: bool = False, grondslag: str = "") -> Termijnregel | None:
    return _name_grondslag(Termijnregel(parse_duur(duur), bron, atw, grondslag)) if duur else None


def _close(opschorting: Opschorting, hersteltermijn: date | None, vandaag: date) -> Opschorting:
    if opschorting.tot is not None or hersteltermijn is None or vandaag <= hersteltermijn:
        return opschorting
    return replace(opschorting, tot=resume_day(vandaag, van=opschorting.van, hersteltermijn=hersteltermijn))


def _name_grondslag(regel: Termijnregel) -> Termijnregel:
    """Eight weeks of the law without an article are those of the Awb."""
    is_awb = regel.bron == Termijnbron.WET and regel.duur == BESLISTERMIJN.duur
    return replace(regel, grondslag=BESLISTERMIJN.grondslag) if is_awb and not regel.grondslag else regel
