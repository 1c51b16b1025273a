"""The two terms of a zaak: what the gemeente promises, and what it must keep to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from eloket.zaken.termijnen.awb import BESLISTERMIJN
from eloket.zaken.termijnen.duur import parse_duur
from eloket.zaken.termijnen.feiten import Opschorting, Termijnbron, Verlenging
from eloket.zaken.termijnen.hersteltermijn import resume_day
from eloket.zaken.termijnen.regel import Termijnregel
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
    bron: Termijnbron = Termijnbron.WET,
    atw: bool = False,
    grondslag: str = "",
    opschortingen: Sequence[Opschorting] = (),
    verlengingen: Sequence[Verlenging] = (),
    hersteltermijn: date | None = None,
) -> Zaaktermijnen:
    """What happens on the way moves both dates. Durations are ISO 8601, empty for none.

    `hersteltermijn`: the last day to answer what was asked. Once it is over, the clock goes on, also when
    nobody has told the register yet. Errors: `InvalidDuur`.
    """
    stil = [_close(each, hersteltermijn, vandaag) for each in opschortingen]

    def compute(duur: str, bron: Termijnbron, atw: bool, grondslag: str) -> Termijn | None:
        if not duur:
            return None
        regel = _name_grondslag(Termijnregel(parse_duur(duur), bron, atw, grondslag))
        return compute_termijn(regel, start, vandaag=vandaag, opschortingen=stil, verlengingen=verlengingen)

    return Zaaktermijnen(
        gepland=compute(servicenorm, Termijnbron.DIENSTNORM, False, ""),
        uiterlijk=compute(doorlooptijd, bron, atw, grondslag),
    )


def _close(opschorting: Opschorting, hersteltermijn: date | None, vandaag: date) -> Opschorting:
    if opschorting.tot is not None or hersteltermijn is None or vandaag <= hersteltermijn:
        return opschorting
    return replace(opschorting, tot=resume_day(vandaag, van=opschorting.van, hersteltermijn=hersteltermijn))


def _name_grondslag(regel: Termijnregel) -> Termijnregel:
    """Eight weeks of the law without an article are those of the Awb."""
    is_awb = regel.bron == Termijnbron.WET and regel.duur == BESLISTERMIJN.duur
    return replace(regel, grondslag=BESLISTERMIJN.grondslag) if is_awb and not regel.grondslag else regel
