"""What somebody can do with a zaak of theirs, and what to do when the gemeente is late."""

from dataclasses import dataclass
from datetime import date

from eloket.formulieren.services import Zaakactie, list_acties, list_zonder_zaak
from eloket.mijnzaken.services.dossier import Dossier
from eloket.zaken.services import Dwangsom, estimate_dwangsom, find_te_laat, list_dwangsomtreden

INGEBREKESTELLING = "ingebrekestelling"


@dataclass(frozen=True, slots=True)
class TeLaat:
    """`laatste_dag`: on which the gemeente had to decide; None while it is in time.

    `actie`: the form that declares it late, None where being late costs nothing. `dwangsom`: what that leads
    to from today, or from `verstuurd_op` when this person sent it already. `treden`: euros a day.
    """

    laatste_dag: date | None
    actie: Zaakactie | None
    dwangsom: Dwangsom | None
    treden: tuple[int, ...]

    @property
    def verstuurd_op(self) -> date | None:
        return self.actie.verstuurd_op if self.actie else None


def get_acties(dossier: Dossier, *, today: date) -> list[Zaakactie]:
    """What can be done today; without the zaak what always can."""
    zaak = dossier.zaak
    if zaak is None:
        return list_zonder_zaak()
    return list_acties(zaak, dossier.besluiten or (), verstuurd=dossier.verstuurd, vandaag=today)


def get_te_laat(dossier: Dossier, *, today: date) -> TeLaat:
    """Whether the gemeente is late with this zaak, and what can be done. The dossier holds a zaak."""
    zaak = dossier.zaak
    laatste_dag = find_te_laat(zaak, vandaag=today) if zaak else None
    if zaak is None or laatste_dag is None:
        return TeLaat(None, None, None, ())
    acties = get_acties(dossier, today=today)
    actie = next((each for each in acties if each.waarvoor == INGEBREKESTELLING), None)
    if actie is None:
        return TeLaat(laatste_dag, None, None, ())
    received = actie.verstuurd_op or today
    dwangsom = estimate_dwangsom(zaak, ontvangen_op=received, vandaag=today)
    return TeLaat(laatste_dag, actie, dwangsom, list_dwangsomtreden(received))
