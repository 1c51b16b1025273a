"""What was sent, for its owner."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse

from eloket.formulieren.models import Aanvraag, AanvraagQuerySet, Status
from eloket.formulieren.services.bijlagen import BijlageInfo, list_bijlagen
from eloket.lib.partij import Identificerend


class AanvraagNotFound(Exception):
    """There is no such aanvraag, or it is somebody else's."""


@dataclass(frozen=True, slots=True)
class AanvraagInfo:
    """What others may know of an aanvraag. `kopie_url` is empty until the copy is made.

    `bijlagen`: the files that came along; in a list of aanvragen nobody asks for them. `vraagt_afspraak`: the
    form held a question for one.
    """

    identificatie: str
    titel: str
    ingediend_op: datetime
    geregistreerd: bool
    kopie_url: str
    bijlagen: tuple[BijlageInfo, ...] = ()
    vraagt_afspraak: bool = False


@dataclass(frozen=True, slots=True)
class Verstuurd:
    """Something that was sent about a zaak. `waarvoor`: definitie.Waarvoor; `besluit`: "" for none."""

    identificatie: str
    waarvoor: str
    besluit: str
    op: date


@dataclass(frozen=True, slots=True)
class Zaakpost:
    """What this person sent for one zaak: the aanvraag that it began with, and what came about it later."""

    aanvraag: AanvraagInfo | None
    verstuurd: tuple[Verstuurd, ...]  # the newest first


def list_aanvragen(*, voor: Identificerend, door: Identificerend | None = None) -> list[AanvraagInfo]:
    """What this person sent or somebody sent for them, newest first.

    With `door`, a gemachtigde who is logged in for this person: only what they sent themselves. A machtiging
    is for one service (DigiD Machtigen); it opens nothing else of whom they act for.
    """
    rows = rows_of(voor, door).select_related("versie").defer("antwoorden").order_by("-ingediend_at")
    return [_to_info(aanvraag) for aanvraag in rows]


def get_aanvraag(
    identificatie: str, *, voor: Identificerend, door: Identificerend | None = None
) -> AanvraagInfo:
    """One aanvraag of this person, `door` as above. Errors: `AanvraagNotFound`, also for somebody else's."""
    rows = rows_of(voor, door).select_related("versie")
    try:
        aanvraag = rows.get(identificatie=identificatie)
    except Aanvraag.DoesNotExist:
        raise AanvraagNotFound(identificatie) from None
    return replace(_to_info(aanvraag), bijlagen=tuple(list_bijlagen(aanvraag)))


def get_zaakpost(identificatie: str, *, voor: Identificerend, door: Identificerend | None = None) -> Zaakpost:
    """What this person sent for the zaak with this number, `door` as above. One query, and one for files."""
    about = Q(identificatie=identificatie) | Q(betreft_zaak=identificatie)
    rows = rows_of(voor, door).filter(about).select_related("versie").defer("antwoorden", "betreft")
    found = list(rows.order_by("-ingediend_at"))
    own = next((each for each in found if each.identificatie == identificatie), None)
    aanvraag = replace(_to_info(own), bijlagen=tuple(list_bijlagen(own))) if own else None
    return Zaakpost(
        aanvraag,
        tuple(
            Verstuurd(each.identificatie, each.waarvoor, each.betreft_besluit, each.dag_van_ontvangst)
            for each in found
            if each.betreft_zaak == identificatie
        ),
    )


def rows_of(voor: Identificerend, door: Identificerend | None) -> AanvraagQuerySet:
    """What this person may see, as `list_aanvragen` says."""
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
        vraagt_afspraak=any(veld.soort == "afspraak" for veld in definitie.velden),
    )
