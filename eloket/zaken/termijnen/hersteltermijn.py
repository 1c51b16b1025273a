"""Asking the aanvrager for what is missing (Awb 4:5): from when to when does the clock stand still?"""

from datetime import date

from eloket.zaken.termijnen.feestdagen import DAG
from eloket.zaken.termijnen.feiten import Opschorting


def suspend_for_aanvulling(
    *, gevraagd_op: date, hersteltermijn: date | None, aangevuld_op: date | None, reden: str
) -> Opschorting | None:
    """The suspension of Awb 4:15 lid 1 onder a: from the day after the request, up to the day of the answer.

    `hersteltermijn`: the last day to answer. Without one the clock does not stop (ECLI:NL:RVS:2016:2527):
    None. Nothing came, or it came later: the clock goes on at that last day. The law can also be read as the
    day after; this is the reading that is best for the aanvrager (`docs/termijnen.md`).
    """
    if hersteltermijn is None:
        return None
    van = gevraagd_op + DAG
    tot = resume_day(aangevuld_op or hersteltermijn, van=van, hersteltermijn=hersteltermijn)
    return Opschorting(van, tot, reden)


def resume_day(dag: date, *, van: date, hersteltermijn: date | None) -> date:
    """The first day that counts again when the clock goes on at `dag`: not after the last day to answer."""
    return max(van, dag if hersteltermijn is None else min(dag, hersteltermijn))
