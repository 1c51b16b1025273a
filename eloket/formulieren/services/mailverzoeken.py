"""Mails to an address that anybody may have typed: limited, and codes that can be tried only a few times.

Whoever gets such a mail did perhaps not ask for it. So it says which gemeente and which form, holds nothing
that the asker wrote, and few of them go to one address.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.formats import date_format

from eloket.berichten.services import send_bericht
from eloket.formulieren.models import Concept, Doel, Mailverzoek
from eloket.lib.limiet import take_turn
from eloket.lib.mailcode import (
    GELDIG,
    POGINGEN,
    adres_sleutel,
    adres_sleutels,
    hash_code,
    is_code,
    new_code,
)

# How many mails in how much time: to one address, from one draft, asked from one connection, in all.
PER_ADRES = ((3, timedelta(minutes=15)), (6, timedelta(days=1)))
PER_CONCEPT = ((10, timedelta(days=1)),)
PER_HERKOMST = (20, timedelta(hours=1))
IN_TOTAAL = (1000, timedelta(hours=1))
BEWAARD = timedelta(days=2)
SJABLONEN = {
    Doel.LINK: "formulier_link",
    Doel.HERVATTEN: "formulier_hervatten",
    Doel.BEVESTIGEN: "formulier_bevestigen",
}


class TooManyMails(Exception):
    """No more mails now: for this address, this draft, this connection, or at all."""


def send_mail(concept: Concept, *, doel: Doel, email: str, link: str, herkomst: str, now: datetime) -> None:
    """Mail a link, or a code of six digits, to this address. `herkomst`: the visitor's own address.

    Errors: `TooManyMails`, `berichten.InvalidAdres`.
    """
    with transaction.atomic():
        _check_limits(concept, email, herkomst, now=now)
        code = "" if doel == Doel.LINK else new_code()
        verzoek = Mailverzoek(
            concept=concept.pk,
            doel=doel,
            adres=adres_sleutel(email),
            created_at=now,
            expires_at=now + GELDIG,
        )
        verzoek.code = hash_code(verzoek.pk, code) if code else ""
        verzoek.save(force_insert=True)
        _write(verzoek, concept, email=email, link=link, code=code, now=now)


def has_open_code(concept: Concept, *, doel: Doel, email: str, now: datetime) -> bool:
    """Was a code sent to this address that can still be used?"""
    return _newest(concept, doel=doel, email=email, now=now) is not None


def use_code(concept: Concept, *, doel: Doel, email: str, code: str, now: datetime) -> bool:
    """Is this the newest code that we sent for this draft to this address? A right one works once.

    A wrong one counts as a try; after five the code is worth nothing.
    """
    verzoek = _newest(concept, doel=doel, email=email, now=now)
    if verzoek is None or not _take_try(verzoek):
        return False
    if not is_code(verzoek.code, verzoek.pk, code):
        return False
    return Mailverzoek.objects.filter(pk=verzoek.pk, gebruikt=False).update(gebruikt=True) == 1


def purge_mailverzoeken(*, now: datetime) -> int:
    """Remove what no longer counts for any limit. The number removed."""
    return Mailverzoek.objects.filter(created_at__lte=now - BEWAARD).delete()[0]


def _newest(concept: Concept, *, doel: Doel, email: str, now: datetime) -> Mailverzoek | None:
    sent = Mailverzoek.objects.filter(
        concept=concept.pk, doel=doel, adres__in=adres_sleutels(email), expires_at__gt=now
    )
    newest = sent.order_by("-created_at", "pk").first()
    usable = newest is not None and not newest.gebruikt and newest.pogingen < POGINGEN
    return newest if usable else None


def _take_try(verzoek: Mailverzoek) -> bool:
    """Counted before it is compared, so that many at once are no more than five."""
    rows = Mailverzoek.objects.filter(pk=verzoek.pk, pogingen__lt=POGINGEN, gebruikt=False)
    return rows.update(pogingen=F("pogingen") + 1) == 1


def _check_limits(concept: Concept, email: str, herkomst: str, *, now: datetime) -> None:
    maximum, window = PER_HERKOMST
    if not take_turn("mailverzoek", herkomst, maximum=maximum, seconds=int(window.total_seconds()), now=now):
        raise TooManyMails
    to_address = Mailverzoek.objects.filter(adres__in=adres_sleutels(email))
    from_draft = Mailverzoek.objects.filter(concept=concept.pk)
    for rows, limits in (
        (to_address, PER_ADRES),
        (from_draft, PER_CONCEPT),
        (Mailverzoek.objects.all(), (IN_TOTAAL,)),
    ):
        for maximum, window in limits:
            if rows.since(now - window).count() >= maximum:
                raise TooManyMails


def _write(
    verzoek: Mailverzoek, concept: Concept, *, email: str, link: str, code: str, now: datetime
) -> None:
    with translation.override(concept.taal):
        product = str(concept.versie.definitie.titel)
        until = concept.expires_at if verzoek.doel == Doel.LINK else verzoek.expires_at
        moment = timezone.localtime(until)  # noqa: TID251 — a given moment, no clock
        gegevens = {"product": product, "date": date_format(moment, "j F Y" if not code else "H:i")}
    gegevens |= {"code": code} if code else {"link": link}
    send_bericht(
        sjabloon=SJABLONEN[Doel(verzoek.doel)],
        email=email,
        gegevens=gegevens,
        taal=concept.taal,
        key=f"formulier_mail:{verzoek.pk}",
        now=now,
    )
