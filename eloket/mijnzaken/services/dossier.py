"""One zaak of a person, with what they sent for it."""

from dataclasses import dataclass

from eloket.formulieren.services import AanvraagInfo, AanvraagNotFound, get_aanvraag
from eloket.lib.partij import Identificerend
from eloket.zaken.services import RegisterError, Zaak, ZaakNotFound, get_zaak


class NotMine(Exception):
    """There is no such zaak for this person."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One zaak with what was sent for it; either may be missing, not both.

    `storing` is true when the register gives no answer.
    """

    zaak: Zaak | None
    aanvraag: AanvraagInfo | None
    storing: bool


def get_dossier(identificatie: str, *, voor: Identificerend, door: Identificerend | None = None) -> Dossier:
    """One zaak of this person. Errors: `NotMine`, also when it is somebody else's.

    `door`: the gemachtigde who looks; they see the zaak of what they sent for this person.
    """
    aanvraag = _find_aanvraag(identificatie, voor=voor, door=door)
    if door is not None and aanvraag is None:
        raise NotMine(identificatie)
    try:
        return Dossier(zaak=get_zaak(identificatie, voor=voor), aanvraag=aanvraag, storing=False)
    except ZaakNotFound:
        if aanvraag is None:
            raise NotMine(identificatie) from None
        return Dossier(zaak=None, aanvraag=aanvraag, storing=False)
    except RegisterError:
        return Dossier(zaak=None, aanvraag=aanvraag, storing=True)


def _find_aanvraag(
    identificatie: str, *, voor: Identificerend, door: Identificerend | None
) -> AanvraagInfo | None:
    try:
        return get_aanvraag(identificatie, voor=voor, door=door)
    except AanvraagNotFound:
        return None
