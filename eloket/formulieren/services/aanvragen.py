"""What was sent, for its owner."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse

from eloket.formulieren.models import Aanvraag, AanvraagQuerySet, Status
from eloket.formulieren.services.bijlagen import BijlageInfo, list_bijlagen
from eloket.lib.partij import Identificerend


class AanvraagNotFound(Exception):
    """There is no such aanvraag, or it is somebody else's."""


@dataclass(frozen=True, slots=True)
class AanvraagInfo:
    """What others may know of an aanvraag. `kopie_url` is empty until the copy is made.

    `bijlagen`: the files that came along; in a list of aanvragen nobody asks for them.
    """

    identificatie: str
    titel: str
    ingediend_op: datetime
    geregistreerd: bool
    kopie_url: str
    bijlagen: tuple[BijlageInfo, ...] = ()


def list_aanvragen(*, voor: Identificerend, door: Identificerend | None = None) -> list[AanvraagInfo]:
    """What this person sent or somebody sent for them, newest first.

    With `door`, a gemachtigde who is logged in for this person: only what they sent themselves. A machtiging
    is for one service (DigiD Machtigen); it opens nothing else of whom they act for.
    """
    rows = _rows(voor, door).select_related("versie").defer("antwoorden").order_by("-ingediend_at")
    return [_to_info(aanvraag) for aanvraag in rows]


def get_aanvraag(
    identificatie: str, *, voor: Identificerend, door: Identificerend | None = None
) -> AanvraagInfo:
    """One aanvraag of this person, `door` as above. Errors: `AanvraagNotFound`, also for somebody else's."""
    rows = _rows(voor, door).select_related("versie")
    try:
        aanvraag = rows.get(identificatie=identificatie)
    except Aanvraag.DoesNotExist:
        raise AanvraagNotFound(identificatie) from None
    return replace(_to_info(aanvraag), bijlagen=tuple(list_bijlagen(aanvraag)))


def _rows(voor: Identificerend, door: Identificerend | None) -> AanvraagQuerySet:
    if door is None:
        return Aanvraag.objects.visible_to(voor)
    return Aanvraag.objects.sent_for(voor, door=door)


def _to_info(aanvraag: Aanvraag) -> AanvraagInfo:
    definitie = aanvraag.versie.definitie
    kwargs = {"slug": definitie.slug, "uuid": aanvraag.uuid}
    return AanvraagInfo(
        identificatie=aanvraag.identificatie,
        titel=str(definitie.titel),
        ingediend_op=aanvraag.ingediend_at,
        geregistreerd=aanvraag.status == Status.GEREGISTREERD,
        kopie_url=reverse("formulieren:kopie", kwargs=kwargs) if aanvraag.kopie else "",
    )
