"""The mail after sending: number, product, date and a link; the copy goes along where it may."""

from datetime import datetime

import structlog
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format

from eloket.accounts.services import asks_login
from eloket.berichten.services import send_bericht
from eloket.formulieren.gevoelig import may_travel
from eloket.formulieren.models import Aanvraag
from eloket.formulieren.services.kopie import make_kopie
from eloket.lib.partij import from_dict, identifies
from eloket.outbox.services import NeedsPerson

log = structlog.get_logger()


def send_ontvangst(uuid: str, *, now: datetime) -> None:
    """Hand the ontvangstbevestiging to berichten; idempotent by its key."""
    aanvraag = Aanvraag.objects.select_related("versie").defer("versie__inhoud", "antwoorden").get(pk=uuid)
    voor = from_dict(aanvraag.belanghebbende) if aanvraag.belanghebbende else None
    if not aanvraag.email and not identifies(voor):
        return
    with translation.override(aanvraag.taal):
        send_bericht(
            sjabloon="aanvraag_ontvangen",
            email=aanvraag.email,
            gegevens={
                "reference": aanvraag.identificatie,
                "product": str(aanvraag.versie.definitie.titel),
                "date": date_format(aanvraag.dag_van_ontvangst),
                "link": _link(aanvraag),
            },
            taal=aanvraag.taal,
            bijlage=attach_kopie(aanvraag, now=now),
            key=f"aanvraag_ontvangen:{aanvraag.pk}",
            now=now,
            partij=voor,
        )


def attach_kopie(aanvraag: Aanvraag, *, now: datetime) -> str:
    """The id of the copy when it may go along with a mail, else ""; the mail goes without one as well."""
    if aanvraag.hoedanigheid or not may_travel(aanvraag.versie.definitie):
        return ""
    try:
        make_kopie(str(aanvraag.pk), now=now)
    except NeedsPerson as error:
        log.warning("mail_zonder_kopie", aanvraag=str(aanvraag.pk), reason=str(error))
        return ""
    kopie: str = Aanvraag.objects.values_list("kopie", flat=True).get(pk=aanvraag.pk)
    return kopie


def _link(aanvraag: Aanvraag) -> str:
    """Mijn zaken for who can log in there; others can open the receipt in the browser that sent it.

    For whom an employee filled in without a number to log in with, there is no page to see.
    """
    voor = from_dict(aanvraag.belanghebbende) if aanvraag.belanghebbende else None
    if asks_login(aanvraag.niveau) or (aanvraag.medewerker_id and identifies(voor)):
        return settings.ELOKET_BASIS_URL + reverse(
            "mijnzaken:zaak", kwargs={"identificatie": aanvraag.identificatie}
        )
    if aanvraag.medewerker_id:
        return ""
    kwargs = {"slug": aanvraag.versie.definitie.slug, "uuid": aanvraag.pk}
    return settings.ELOKET_BASIS_URL + reverse("formulieren:ontvangst", kwargs=kwargs)
