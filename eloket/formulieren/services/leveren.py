"""Targets next to the zaak: a mail to a team and a webhook, each a row of work of its own.

They begin when the zaak is there, and whatever becomes of them the zaak stays.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from eloket.berichten.services import InvalidAdres, send_bericht
from eloket.formulieren.backends import get_webhook_backend
from eloket.formulieren.backends.base import WebhookRefused, WebhookUnavailable
from eloket.formulieren.gevoelig import gives_bsn
from eloket.formulieren.handtekening import signed_headers
from eloket.formulieren.models import Aanvraag, Formulier, Levering, Webhook
from eloket.formulieren.services.bevestigen import attach_kopie
from eloket.outbox.services import NeedsPerson, TryLater
from eloket.zaken.services import handles_zaken

TEAM, WEBHOOK = "formulieren.lever_team", "formulieren.lever_webhook"


def list_doelen(aanvraag: Aanvraag) -> list[str]:
    """The handlers that this aanvraag needs beside the zaak. One query."""
    row = (
        Formulier.objects.filter(pk=aanvraag.versie.formulier_id)
        .values_list("team_email", "webhook__actief")
        .first()
    )
    team, webhook = row or ("", None)
    return [*([TEAM] if team else []), *([WEBHOOK] if webhook else [])]


def lever_team(uuid: str, *, now: datetime) -> None:
    """Mail the team: number, product, date and a link; the copy only where it may. Errors: `NeedsPerson`."""
    aanvraag = _get(uuid)
    email = aanvraag.versie.formulier.team_email
    if not email or _is_done(aanvraag, Levering.Doel.TEAM):
        return
    with translation.override(settings.LANGUAGE_CODE):
        gegevens = {
            "reference": aanvraag.identificatie,
            "product": aanvraag.versie.definitie.titel.nl,
            "date": date_format(timezone.localtime(aanvraag.ingediend_at)),  # noqa: TID251 — no clock
            "link": _link(aanvraag),
        }
    try:
        send_bericht(
            sjabloon="team_aanvraag",
            email=email,
            gegevens=gegevens,
            taal=settings.LANGUAGE_CODE,
            bijlage=attach_kopie(aanvraag, now=now),
            key=f"team_aanvraag:{aanvraag.pk}",
            now=now,
        )
    except InvalidAdres as error:
        raise NeedsPerson("het e-mailadres van het team op het formulier is geen adres") from error
    _record(aanvraag, Levering.Doel.TEAM, "aan de mail gegeven", now=now, done=True)


def lever_webhook(uuid: str, *, now: datetime) -> None:
    """Call the webhook of the form. Errors: `TryLater`, `NeedsPerson`."""
    aanvraag = _get(uuid)
    webhook = Webhook.objects.filter(formulier=aanvraag.versie.formulier_id, actief=True).first()
    if webhook is None or _is_done(aanvraag, Levering.Doel.WEBHOOK):
        return
    body = compose_body(aanvraag)
    headers = signed_headers(webhook.geheim, body, key=str(aanvraag.pk), now=now)
    try:
        status = get_webhook_backend().post(webhook.url, body=body, headers=headers)
    except WebhookUnavailable as error:
        _record(aanvraag, Levering.Doel.WEBHOOK, str(error), now=now)
        raise TryLater(str(error)) from error
    except WebhookRefused as error:
        _record(aanvraag, Levering.Doel.WEBHOOK, str(error), now=now)
        raise NeedsPerson(str(error)) from error
    _record(aanvraag, Levering.Doel.WEBHOOK, f"HTTP {status}", now=now, done=True)


def compose_body(aanvraag: Aanvraag) -> bytes:
    """What a webhook is told: ids, and the answers that the redacteur chose; the same bytes each time."""
    versie = aanvraag.versie
    content = {
        "gebeurtenis": "aanvraag.geregistreerd",
        "aanvraag": str(aanvraag.pk),
        "nummer": aanvraag.identificatie,
        "zaak": aanvraag.zaak_id,
        "formulier": versie.definitie.slug,
        "versie": versie.nummer,
        "ingediend_op": aanvraag.ingediend_at.isoformat(),
        "antwoorden": dict(_chosen(aanvraag)),
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _chosen(aanvraag: Aanvraag) -> Iterator[tuple[str, Any]]:
    chosen = set(aanvraag.versie.formulier.webhook_velden)
    for veld in aanvraag.versie.definitie.velden:
        if veld.sleutel in chosen and veld.sleutel in aanvraag.antwoorden and not gives_bsn(veld):
            yield veld.sleutel, aanvraag.antwoorden[veld.sleutel]


def _get(uuid: str) -> Aanvraag:
    return Aanvraag.objects.select_related("versie__formulier").get(pk=uuid)


def _link(aanvraag: Aanvraag) -> str:
    """The back office, where zaken are handled here."""
    if not aanvraag.zaak_id or not handles_zaken(aanvraag.zaak_id):
        return ""
    return reverse("zaken:zaak", args=[aanvraag.zaak_id])


def _is_done(aanvraag: Aanvraag, doel: str) -> bool:
    return aanvraag.leveringen.filter(doel=doel, geleverd_at__isnull=False).exists()


def _record(aanvraag: Aanvraag, doel: str, uitkomst: str, *, now: datetime, done: bool = False) -> None:
    values = {"uitkomst": uitkomst[:200], "bijgewerkt_at": now, "geleverd_at": now if done else None}
    Levering.objects.update_or_create(aanvraag=aanvraag, doel=doel, defaults=values)
