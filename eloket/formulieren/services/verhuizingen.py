"""A verhuizing that was handled: what is handed over for an address may end with it."""

from datetime import datetime

from eloket.formulieren.models import Aanvraag
from eloket.formulieren.services.aanvragers import read_aanvrager
from eloket.lib.partij import Identificerend, identifies
from eloket.outbox.services import TryLater
from eloket.uitgifte.services import hear_verhuizing, is_verhuizing
from eloket.zaken.services import RegisterError, ZaakNotFound, get_zaak


def hear_status(zaak: str, *, now: datetime) -> None:
    """This zaak got another status: when it is closed and was a verhuizing, tell uitgifte whose.

    One query for any other zaak. Errors: `TryLater` when the register does not answer.
    """
    row = Aanvraag.objects.filter(identificatie=zaak, waarvoor="", gewist_at=None)
    aanvraag = row.select_related("versie").first()
    if aanvraag is None or not is_verhuizing(aanvraag.versie.definitie.slug):
        return
    wie = read_aanvrager(aanvraag).belanghebbende
    if identifies(wie) and _is_closed(zaak, wie):
        hear_verhuizing(aanvraag.versie.definitie.slug, wie=wie, now=now)


def _is_closed(zaak: str, wie: Identificerend) -> bool:
    try:
        return not get_zaak(zaak, voor=wie).is_open
    except ZaakNotFound:
        return False
    except RegisterError as error:
        raise TryLater(f"zaakregister: {error}") from error
