"""The door of berichten: reaching people. A bericht is a row first; the outbox sends it."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from eloket.accounts.services import Rol, list_adressen
from eloket.berichten.backends import get_backend
from eloket.berichten.backends.base import BerichtGeweigerd, BerichtTijdelijk
from eloket.berichten.models import Bericht, Status
from eloket.berichten.opstellen import write_out
from eloket.outbox.services import NeedsPerson, TryLater, enqueue

__all__ = ["InvalidAdres", "deliver_bericht", "forget_berichten", "send_bericht", "tell_beheerders"]

GEGEVENS = frozenset({"reference", "product", "date", "link", "code"})
FORGET_AFTER = timedelta(days=30)


class InvalidAdres(ValueError):
    """This is not an e-mail address."""


def send_bericht(
    *,
    sjabloon: str,
    email: str,
    gegevens: Mapping[str, str],
    taal: str,
    key: str,
    now: datetime,
    bijlage: str = "",
) -> str:
    """Write a message in the caller's transaction; the worker sends it. Returns the id (uuid) of the Bericht.

    `sjabloon` names `templates/berichten/<sjabloon>.*`; `gegevens` may hold `reference`, `product`, `date`
    (written out), `link` (a path or a whole address) and `code` (to type over), never contents of an
    aanvraag: a mail is a postcard.
    `bijlage`: the id in bestanden of a small file that may go along; the caller knows that its contents may
    be read by anybody. `taal` is "nl" or "en". Idempotent on `key`: a second call gives the same
    Bericht and sends nothing.
    Errors: `InvalidAdres`; `ValueError` for another key in `gegevens`.
    """
    if unknown := set(gegevens) - GEGEVENS:
        raise ValueError(f"een bericht draagt geen {', '.join(sorted(unknown))}")
    _check_adres(email)
    with transaction.atomic():
        bericht, is_new = Bericht.objects.get_or_create(
            key=key,
            defaults={
                "sjabloon": sjabloon,
                "taal": taal if taal in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
                "adres": email,
                "gegevens": dict(gegevens),
                "bijlage": bijlage,
                "created_at": now,
            },
        )
        pk = str(bericht.pk)
        if is_new:
            enqueue(handler="berichten.send", ids={"bericht": pk}, key=f"berichten.send:{pk}", now=now)
    return pk


def tell_beheerders(*, sjabloon: str, link: str, key: str, now: datetime) -> int:
    """The same short mail to every beheerder who has an address; how many. Idempotent on `key`.

    What is wrong stands behind the link, after a login.
    """
    told = 0
    for pk, email in list_adressen(Rol.BEHEERDER):
        with suppress(InvalidAdres):
            send_bericht(
                sjabloon=sjabloon,
                email=email,
                gegevens={"link": link},
                taal=settings.LANGUAGE_CODE,
                key=f"{key}:{pk}",
                now=now,
            )
            told += 1
    return told


def deliver_bericht(id: str, *, now: datetime) -> None:
    """Send one message that is not sent yet; what the outbox calls.

    Errors: `TryLater` when the kanaal is out of reach, `NeedsPerson` when it refuses (status `mislukt`).
    """
    bericht = Bericht.objects.filter(pk=id).first()
    if bericht is None or bericht.status == Status.VERZONDEN:
        return
    try:
        verzonden = get_backend(bericht.kanaal).send(write_out(bericht))
    except BerichtTijdelijk as error:
        raise TryLater(str(error)) from None
    except BerichtGeweigerd as error:
        Bericht.objects.filter(pk=id).update(status=Status.MISLUKT, reason=str(error)[:200])
        raise NeedsPerson(str(error)) from None
    Bericht.objects.filter(pk=id).update(
        status=Status.VERZONDEN, sent_at=now, kenmerk=verzonden.kenmerk, reason=""
    )


def forget_berichten(*, now: datetime) -> int:
    """Empty address and contents of what was sent a month ago; the row stays as proof of sending."""
    rows = Bericht.objects.filter(status=Status.VERZONDEN, sent_at__lt=now - FORGET_AFTER, vergeten=False)
    return rows.update(adres="", gegevens={}, bijlage="", vergeten=True)


def _check_adres(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        raise InvalidAdres("dit is geen e-mailadres") from None
