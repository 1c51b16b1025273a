"""All zaken of one person: those of the register, and what was sent and is no zaak yet."""

from dataclasses import dataclass

from eloket.formulieren.services import AanvraagInfo, list_aanvragen
from eloket.lib.partij import Identificerend
from eloket.zaken.services import Pagina, RegisterError, Zaak, list_zaken


@dataclass(frozen=True, slots=True)
class Overzicht:
    """`zaken` is None when the register gives no answer: that is not the same as having no zaken.

    Or when a gemachtigde looks (`door_gemachtigde`): then the register was not asked, and `ontvangen` holds
    all that they sent.
    """

    zaken: Pagina[Zaak] | None
    ontvangen: tuple[AanvraagInfo, ...]
    door_gemachtigde: bool = False

    @property
    def storing(self) -> bool:
        return self.zaken is None and not self.door_gemachtigde

    @property
    def is_empty(self) -> bool:
        return self.zaken is not None and not self.zaken.total and not self.ontvangen


def get_overzicht(*, voor: Identificerend, door: Identificerend | None = None, page: int) -> Overzicht:
    """The zaken of this person. On the first page also what was received and is no zaak yet.

    `door`: the gemachtigde who looks. They see what they sent for this person, never the rest of that
    person's zaken, for which nobody gave them a machtiging.
    """
    aanvragen = list_aanvragen(voor=voor, door=door)
    if door is not None:
        return Overzicht(zaken=None, ontvangen=tuple(aanvragen), door_gemachtigde=True)
    try:
        zaken = list_zaken(voor=voor, page=page)
    except RegisterError:
        return Overzicht(zaken=None, ontvangen=tuple(aanvragen))
    known = {zaak.identificatie for zaak in zaken.items}
    waiting = (
        aanvraag
        for aanvraag in aanvragen
        if not aanvraag.geregistreerd and aanvraag.identificatie not in known
    )
    return Overzicht(zaken=zaken, ontvangen=tuple(waiting) if zaken.page == 1 else ())
