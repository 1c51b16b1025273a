"""The terms that the Algemene wet bestuursrecht (Awb) itself sets."""

from dataclasses import replace
from datetime import date

from eloket.zaken.termijnen.duur import Duur, parse_duur
from eloket.zaken.termijnen.regel import Aanleiding, Termijnregel
from eloket.zaken.termijnen.stap import Termijn
from eloket.zaken.termijnen.verloop import compute_termijn

#: For an aanvraag when no law sets another term.
BESLISTERMIJN = Termijnregel(Duur(dagen=8 * 7), grondslag="Awb 4:13")
BEZWAARTERMIJN = Termijnregel(
    Duur(dagen=6 * 7), grondslag="Awb 6:7 en 6:8", aanleiding=Aanleiding.BEKENDMAKING
)
BESLISSING_OP_BEZWAAR = Termijnregel(
    Duur(dagen=6 * 7), grondslag="Awb 7:10", aanleiding=Aanleiding.EINDE_BEZWAARTERMIJN
)
BESLISSING_OP_BEZWAAR_MET_COMMISSIE = Termijnregel(
    Duur(dagen=12 * 7), grondslag="Awb 7:10", aanleiding=Aanleiding.EINDE_BEZWAARTERMIJN
)
KLACHT = Termijnregel(Duur(dagen=6 * 7), grondslag="Awb 9:11")
KLACHT_MET_COMMISSIE = Termijnregel(Duur(dagen=10 * 7), grondslag="Awb 9:11")
TWEE_WEKEN_NA_DWANGSOM = Termijnregel(
    Duur(dagen=2 * 7), grondslag="Awb 4:18", aanleiding=Aanleiding.EINDE_DWANGSOM
)


#: To say that an aanvraag is not treated because something is still missing.
BUITEN_BEHANDELING = Termijnregel(
    Duur(dagen=4 * 7), grondslag="Awb 4:5 lid 4", aanleiding=Aanleiding.EINDE_HERSTELTERMIJN
)


def compute_bezwaartermijn(bekendgemaakt_op: date) -> Termijn:
    """Up to which day somebody can object to a besluit that was made known on that day."""
    return compute_termijn(BEZWAARTERMIJN, bekendgemaakt_op, vandaag=bekendgemaakt_op)


def compute_reactiedatum(reactietermijn: str, bekendgemaakt_op: date) -> Termijn:
    """As `compute_bezwaartermijn`, with the term (ISO 8601) of a besluittype. Errors: `InvalidDuur`."""
    regel = replace(BEZWAARTERMIJN, duur=parse_duur(reactietermijn))
    return compute_termijn(regel, bekendgemaakt_op, vandaag=bekendgemaakt_op)


def compute_buiten_behandeling(aangevuld_of_verstreken_op: date) -> Termijn:
    """Up to which day an aanvraag may be left untreated: from the answer, or the last day for it."""
    return compute_termijn(BUITEN_BEHANDELING, aangevuld_of_verstreken_op, vandaag=aangevuld_of_verstreken_op)


def compute_beslistermijn_op_bezwaar(bezwaartermijn: Termijn, *, commissie: bool) -> Termijn:
    """By when the gemeente decides on an objection: it counts from the end of the term to object."""
    regel = BESLISSING_OP_BEZWAAR_MET_COMMISSIE if commissie else BESLISSING_OP_BEZWAAR
    return compute_termijn(regel, bezwaartermijn.einddatum, vandaag=bezwaartermijn.einddatum)
