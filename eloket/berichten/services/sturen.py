"""Writing a message: by which way it goes, and the row that the outbox sends."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from eloket.accounts.services import Rol, list_adressen
from eloket.berichten.models import Bericht, Feit, Kanaal, Status
from eloket.berichten.services.brieven import ask_brief
from eloket.berichten.services.grootboek import note_first
from eloket.berichten.services.weg import Weg, choose_weg
from eloket.berichten.soorten import GEGEVENS, SOORTEN, Soort
from eloket.lib.partij import Partij, zoeksleutel
from eloket.outbox.services import enqueue

TOEGESTAAN = frozenset({*GEGEVENS.values(), "link"})
ONTVANGST = "aanvraag_ontvangen"  # the one message that says what we got


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
    partij: Partij | None = None,
    uiterlijk: date | None = None,
    agenda: str = "",
    aan: str = "",
    brief: str = "",
) -> str:
    """Write a message in the caller's transaction; the worker sends it. Returns the id (uuid) of the Bericht.

    `sjabloon` names a kind of `soorten.py`; `gegevens` may hold `reference`, `product`, `date`
    (written out), `link` (a path or a whole address), `code` (to type over) and, of an afspraak, `time`,
    `place`, `bring` and `by`; never contents of an aanvraag: a mail is a postcard.
    `bijlage`: the id in bestanden of a small file that may go along; the caller knows that its contents may
    be read by anybody. `taal` is "nl" or "en". Idempotent on `key`: a second call gives the same
    Bericht and sends nothing.
    `partij`: whom it is for. Somebody who can log in finds it in their ledger, and what they chose there
    (address, consent, what is mailed) goes before `email`, which may then be empty. `uiterlijk`: the last
    day on which they can react. A formal message without consent becomes a letter for an employee to send.
    `agenda`: an iCalendar file that goes along, as text. `aan`: the lines of name and address of somebody
    without `email`, who gets it as a letter. `brief`: what a letter says besides, such as the reasons of a
    besluit; it is in no mail.
    Errors: `InvalidAdres`; `ValueError` for another key in `gegevens` or an unknown kind.
    """
    if unknown := set(gegevens) - TOEGESTAAN:
        raise ValueError(f"een bericht draagt geen {', '.join(sorted(unknown))}")
    if sjabloon not in SOORTEN:
        raise ValueError(f"er is geen bericht {sjabloon!r}")
    soort = SOORTEN[sjabloon]
    if email or not (partij or aan):
        _check_adres(email)
    with transaction.atomic():
        weg = choose_weg(soort, partij, email)
        bericht, is_new = Bericht.objects.get_or_create(
            key=key,
            defaults={
                "sjabloon": sjabloon,
                "taal": taal if taal in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
                "kanaal": weg.kanaal,
                "adres": weg.adres,
                "gegevens": {**gegevens, **_besides(agenda=agenda, to=aan, letter=brief)},
                "bijlage": bijlage,
                "persoon": zoeksleutel(partij) if partij and weg.kan_inloggen else "",
                "zaak": gegevens.get("reference", "") if soort.heeft_nummer else "",
                "aard": soort.aard,
                "uiterlijk": uiterlijk,
                "created_at": now,
            },
        )
        if is_new:
            _set_off(bericht, soort, weg, now=now)
    return str(bericht.pk)


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


def _set_off(bericht: Bericht, soort: Soort, weg: Weg, *, now: datetime) -> None:
    """The first lines of the proof, and the work that follows."""
    if soort.heeft_nummer:
        note_first(bericht, Feit.ONTVANGEN if bericht.sjabloon == ONTVANGST else Feit.GEPLAATST, now=now)
    if weg.brief:
        ask_brief(bericht, weg.brief, now=now)
    if weg.kanaal == Kanaal.EMAIL:
        pk = str(bericht.pk)
        enqueue(handler="berichten.send", ids={"bericht": pk}, key=f"berichten.send:{pk}", now=now)
    elif weg.kanaal == Kanaal.MIJN_ZAKEN:
        Bericht.objects.filter(pk=bericht.pk).update(status=Status.VERZONDEN, sent_at=now)


def _besides(**values: str) -> dict[str, str]:
    """What is kept with the words, where there is any."""
    return {key: value for key, value in values.items() if value}


def _check_adres(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        raise InvalidAdres("dit is geen e-mailadres") from None
