"""When the gemeente is late: ingebrekestelling and dwangsom (Awb 4:17 and 4:18)."""

from dataclasses import dataclass
from datetime import date, timedelta

from eloket.zaken.termijnen.awb import TWEE_WEKEN_NA_DWANGSOM
from eloket.zaken.termijnen.duur import Duur
from eloket.zaken.termijnen.feestdagen import DAG
from eloket.zaken.termijnen.regel import Aanleiding
from eloket.zaken.termijnen.stap import Regel, Stap, Termijn
from eloket.zaken.termijnen.verloop import compute_termijn

ARTIKEL = "Awb 4:17"
TWEE_WEKEN = Duur(dagen=14)
DAGEN_PER_TREDE = 14
MAX_DAGEN = 42


@dataclass(frozen=True, slots=True)
class Dwangsomtarief:
    """Euros a day in each step of 14 days, for an ingebrekestelling received from `vanaf` on."""

    vanaf: date
    per_dag: tuple[int, int, int]
    bron: str


# The newest last. An amount changes with a ministerial regulation (Awb 11:2): add a row, change none.
DWANGSOMTARIEVEN = (
    Dwangsomtarief(date(2009, 10, 1), (20, 30, 40), "Stb. 2009, 383"),
    Dwangsomtarief(date(2019, 1, 1), (23, 35, 45), "Stcrt. 2018, 65542"),
)


class IngebrekestellingTeVroeg(ValueError):
    """The term is not over yet. `vroegste` is the first day on which an ingebrekestelling counts."""

    def __init__(self, vroegste: date) -> None:
        super().__init__(f"an ingebrekestelling counts from {vroegste} on")
        self.vroegste = vroegste


@dataclass(frozen=True, slots=True)
class Dwangsom:
    """What the gemeente owes, in whole euros. `laatste_dag` is the last day of the two weeks to decide still.

    `eerste_dag`: the first day that costs money. `dagen` and `bedrag`: so far. `maximum`: after 42 days.
    """

    laatste_dag: date
    eerste_dag: date
    dagen: int
    bedrag: int
    maximum: int
    stappen: tuple[Stap, ...]


def earliest_ingebrekestelling(termijn: Termijn) -> date | None:
    """The first day to declare the gemeente late; None while the clock stands still."""
    return None if termijn.staat_stil else termijn.einddatum + DAG


def compute_dwangsom(
    termijn: Termijn, *, ontvangen_op: date, besloten_op: date | None, vandaag: date
) -> Dwangsom:
    """What an ingebrekestelling that was received on that day leads to.

    Counts the days before the besluit, or before `vandaag` while there is none. Weekends and feestdagen
    move nothing here. Errors: `IngebrekestellingTeVroeg`.
    """
    if ontvangen_op <= termijn.einddatum:
        raise IngebrekestellingTeVroeg(termijn.einddatum + DAG)
    tarief = find_tarief(ontvangen_op)
    laatste_dag = ontvangen_op + timedelta(days=TWEE_WEKEN.dagen)
    eerste_dag = laatste_dag + DAG
    dagen = ((besloten_op or vandaag) - eerste_dag).days
    return Dwangsom(
        laatste_dag=laatste_dag,
        eerste_dag=eerste_dag,
        dagen=min(max(dagen, 0), MAX_DAGEN),
        bedrag=compute_bedrag(dagen, tarief),
        maximum=compute_bedrag(MAX_DAGEN, tarief),
        stappen=_steps(ontvangen_op, laatste_dag, eerste_dag),
    )


def compute_bedrag(dagen: int, tarief: Dwangsomtarief) -> int:
    """Euros for that many days; after 42 days it grows no more."""
    dagen = min(max(dagen, 0), MAX_DAGEN)
    return sum(tarief.per_dag[dag // DAGEN_PER_TREDE] for dag in range(dagen))


def find_tarief(ontvangen_op: date) -> Dwangsomtarief:
    """The amounts for an ingebrekestelling received on that day."""
    valid = [tarief for tarief in DWANGSOMTARIEVEN if tarief.vanaf <= ontvangen_op]
    return valid[-1] if valid else DWANGSOMTARIEVEN[0]


def compute_vaststelling(dwangsom: Dwangsom) -> Termijn:
    """By when the gemeente decides how much it owes: two weeks after the last day that cost money."""
    last = dwangsom.eerste_dag + (max(dwangsom.dagen, 1) - 1) * DAG
    return compute_termijn(TWEE_WEKEN_NA_DWANGSOM, last, vandaag=last)


def _steps(ontvangen_op: date, laatste_dag: date, eerste_dag: date) -> tuple[Stap, ...]:
    last = eerste_dag + (MAX_DAGEN - 1) * DAG
    return (
        Stap(Regel.START, ontvangen_op, ontvangen_op, aanleiding=Aanleiding.INGEBREKESTELLING),
        Stap(Regel.DUUR, ontvangen_op, laatste_dag, artikel=ARTIKEL, duur=TWEE_WEKEN),
        Stap(Regel.DWANGSOM_BEGINT, laatste_dag, eerste_dag, artikel=ARTIKEL),
        Stap(Regel.DWANGSOM_EINDIGT, eerste_dag, last, artikel=ARTIKEL),
    )
