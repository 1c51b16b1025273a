"""When the gemeente is late with a zaak, and what that costs it (Awb 4:17)."""

from dataclasses import dataclass
from datetime import date

from eloket.zaken.backends.base import Besluit, Dossier, Verwant, Zaak
from eloket.zaken.services.termijnen import get_datums
from eloket.zaken.termijnen import (
    Dwangsom,
    IngebrekestellingTeVroeg,
    Termijn,
    Termijnbron,
    compute_dwangsom,
    earliest_ingebrekestelling,
    find_tarief,
)

INGEBREKESTELLING = "ingebrekestelling"


@dataclass(frozen=True, slots=True)
class Ingebrekestelling:
    """One that was received. `dwangsom` is None when it came before the term was over: it does not count."""

    zaak: Verwant
    dwangsom: Dwangsom | None


def find_te_laat(zaak: Zaak, *, vandaag: date) -> date | None:
    """The last day of the legal term, once it is over and no clock stands still; None for in time.

    A promise of the gemeente (dienstnorm) is no legal term.
    """
    termijn = _termijn(zaak, vandaag)
    eerste = earliest_ingebrekestelling(termijn) if termijn and zaak.is_open else None
    return termijn.einddatum if termijn and eerste and vandaag >= eerste else None


def may_ingebreke(zaak: Zaak, besluiten: tuple[Besluit, ...], *, vandaag: date) -> bool:
    """Whether somebody can declare the gemeente late today: no besluit was made known, and it had to be."""
    decided = any(besluit.verzenddatum for besluit in besluiten)
    return zaak.zaaktype.dwangsom_mogelijk and not decided and find_te_laat(zaak, vandaag=vandaag) is not None


def list_ingebrekestellingen(dossier: Dossier, *, vandaag: date) -> tuple[Ingebrekestelling, ...]:
    """Those that were received about this zaak, oldest first, each with what it leads to."""
    received = [each for each in dossier.ingekomen if each.soort == INGEBREKESTELLING]
    termijn = _termijn(dossier.zaak, vandaag) if received else None
    return tuple(Ingebrekestelling(each, _count(each, termijn, dossier, vandaag)) for each in received)


def estimate_dwangsom(zaak: Zaak, *, ontvangen_op: date, vandaag: date) -> Dwangsom | None:
    """What an ingebrekestelling of that day leads to; None while the gemeente is or was in time."""
    termijn = _termijn(zaak, vandaag)
    if termijn is None or find_te_laat(zaak, vandaag=vandaag) is None:
        return None
    try:
        return compute_dwangsom(termijn, ontvangen_op=ontvangen_op, besloten_op=None, vandaag=vandaag)
    except IngebrekestellingTeVroeg:
        return None


def list_dwangsomtreden(ontvangen_op: date) -> tuple[int, int, int]:
    """Euros a day in each step of 14 days, for an ingebrekestelling received on that day."""
    return find_tarief(ontvangen_op).per_dag


def _count(received: Verwant, termijn: Termijn | None, dossier: Dossier, vandaag: date) -> Dwangsom | None:
    if termijn is None:
        return None
    known = [besluit.verzenddatum for besluit in dossier.besluiten if besluit.verzenddatum]
    besloten_op = min(known, default=dossier.zaak.einddatum)
    try:
        return compute_dwangsom(
            termijn, ontvangen_op=received.startdatum, besloten_op=besloten_op, vandaag=vandaag
        )
    except IngebrekestellingTeVroeg:
        return None


def _termijn(zaak: Zaak, vandaag: date) -> Termijn | None:
    """The legal term as the register has it; that date holds, whatever the steps to it."""
    datums = get_datums(zaak, vandaag=vandaag)
    if datums.uiterlijk is None or zaak.zaaktype.termijnbron == Termijnbron.DIENSTNORM:
        return None
    return Termijn(zaak.startdatum, datums.uiterlijk, (), datums.staat_stil)
