"""An outage on the last day of a term in which somebody must send us something (Awb afdeling 2.3)."""

from dataclasses import replace
from datetime import date

from eloket.zaken.termijnen.feestdagen import DAG, next_werkdag
from eloket.zaken.termijnen.stap import Regel, Stap, Termijn

ARTIKEL = "Awb afd. 2.3"


def extend_for_storing(termijn: Termijn, *, eerste: date, laatste: date) -> Termijn:
    """The same term after an outage from day `eerste` up to and including `laatste`.

    When the outage covers the last day, the first working day after it becomes the last day.
    """
    if not eerste <= termijn.einddatum <= laatste:
        return termijn
    einde = next_werkdag(laatste + DAG)
    stap = Stap(Regel.STORING, termijn.einddatum, einde, ARTIKEL, eerste=eerste, laatste=laatste)
    return replace(termijn, einddatum=einde, stappen=(*termijn.stappen, stap))
