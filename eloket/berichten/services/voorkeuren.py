"""What a person who logs in chose: where we mail, about what, and what may come digitally."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format

from eloket.berichten.models import Adrescode, Voorkeur
from eloket.berichten.services.sturen import send_bericht
from eloket.berichten.services.toestemmingen import (
    VERSIE,
    WOORDEN,
    list_toestemmingen,
    set_toestemming,
)
from eloket.berichten.services.weg import get_voorkeur
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
from eloket.lib.partij import Identificerend, zoeksleutel, zoeksleutels

# How many codes in how much time: to one address, asked by one person, asked from one connection.
PER_ADRES = ((3, timedelta(minutes=15)), (6, timedelta(days=1)))
PER_PERSOON = (10, timedelta(days=1))
PER_HERKOMST = (20, timedelta(hours=1))


class TooManyCodes(Exception):
    """No more codes now: for this address, this person or this connection."""


class AdresNodig(Exception):
    """Formal messages come digitally only to an address that was confirmed."""


@dataclass(frozen=True, slots=True)
class ToestemmingInfo:
    """Whether this kind of formal message may come digitally, in the words that were agreed to."""

    aard: str
    woorden: str
    gegeven: bool
    sinds: datetime | None


@dataclass(frozen=True, slots=True)
class Voorkeuren:
    """What this person chose. `adres`: confirmed, or empty; `wacht_op`: the address that a code went to."""

    adres: str = field(repr=False)
    werkt_niet_sinds: datetime | None
    nieuws: bool
    toestemmingen: tuple[ToestemmingInfo, ...]
    wacht_op: str = field(repr=False)


def get_voorkeuren(persoon: Identificerend, *, now: datetime) -> Voorkeuren:
    """What this person chose; the defaults when they never did."""
    row, code = get_voorkeur(persoon), _open_code(persoon, now=now)
    return Voorkeuren(
        adres=row.adres if row else "",
        werkt_niet_sinds=row.werkt_niet_sinds if row else None,
        nieuws=row.nieuws if row else True,
        toestemmingen=tuple(
            ToestemmingInfo(
                aard=aard,
                woorden=str(WOORDEN[VERSIE][aard]),
                gegeven=last is not None and last.gegeven,
                sinds=last.at if last else None,
            )
            for aard, last in list_toestemmingen(persoon).items()
        ),
        wacht_op=code.adres if code else "",
    )


def ask_adres(persoon: Identificerend, *, email: str, taal: str, herkomst: str, now: datetime) -> None:
    """Send a code to this address; it becomes theirs once they typed it over.

    `herkomst`: the visitor's own network address. Errors: `TooManyCodes`, `InvalidAdres`.
    """
    with transaction.atomic():
        _check_limits(persoon, email, herkomst, now=now)
        code = new_code()
        row = Adrescode(
            persoon=zoeksleutel(persoon),
            adres=email,
            adres_sleutel=adres_sleutel(email),
            created_at=now,
            expires_at=now + GELDIG,
        )
        row.code = hash_code(row.pk, code)
        row.save(force_insert=True)
        until = timezone.localtime(row.expires_at)  # noqa: TID251 — a given moment, no clock
        send_bericht(
            sjabloon="adres_bevestigen",
            email=email,
            gegevens={"code": code, "date": date_format(until, "H:i")},
            taal=taal,
            key=f"adres_bevestigen:{row.pk}",
            now=now,
        )


def confirm_adres(persoon: Identificerend, *, code: str, now: datetime) -> bool:
    """Is this the newest code that we sent? Then that address is theirs from now on.

    A wrong one counts as a try; after five the code is worth nothing.
    """
    row = _open_code(persoon, now=now)
    if row is None or not _take_try(row) or not is_code(row.code, row.pk, code):
        return False
    if not Adrescode.objects.filter(pk=row.pk, gebruikt=False).update(gebruikt=True):
        return False
    _save(
        persoon,
        now=now,
        adres=row.adres,
        adres_sleutel=adres_sleutel(row.adres),
        bevestigd_at=now,
        werkt_niet_sinds=None,
    )
    return True


def remove_adres(persoon: Identificerend, *, now: datetime) -> None:
    """No address any more; without one nothing formal can come digitally, so that consent ends too."""
    with transaction.atomic():
        _save(persoon, now=now, adres="", adres_sleutel="", bevestigd_at=None, werkt_niet_sinds=None)
        for aard in WOORDEN[VERSIE]:
            set_toestemming(persoon, aard, gegeven=False, now=now)


def save_keuzes(
    persoon: Identificerend, *, nieuws: bool, toestemmingen: Mapping[str, bool], now: datetime
) -> None:
    """Whether news is mailed, and per kind of formal message whether it may come digitally.

    Errors: `AdresNodig` when they agree without an address.
    """
    with transaction.atomic():
        row = get_voorkeur(persoon)
        if any(toestemmingen.values()) and not (row and row.adres):
            raise AdresNodig
        _save(persoon, now=now, nieuws=nieuws)
        for aard in WOORDEN[VERSIE]:
            set_toestemming(persoon, aard, gegeven=toestemmingen.get(aard, False), now=now)


def _save(persoon: Identificerend, *, now: datetime, **values: object) -> None:
    """Change the one row of this person, also when it stands under an older key."""
    with transaction.atomic():
        row = get_voorkeur(persoon)
        Voorkeur.objects.update_or_create(
            persoon=row.persoon if row else zoeksleutel(persoon), defaults={**values, "changed_at": now}
        )


def _open_code(persoon: Identificerend, *, now: datetime) -> Adrescode | None:
    rows = Adrescode.objects.filter(persoon__in=zoeksleutels(persoon), expires_at__gt=now)
    newest = rows.order_by("-created_at", "pk").first()
    usable = newest is not None and not newest.gebruikt and newest.pogingen < POGINGEN
    return newest if usable else None


def _take_try(row: Adrescode) -> bool:
    """Counted before it is compared, so that many at once are no more than five."""
    rows = Adrescode.objects.filter(pk=row.pk, pogingen__lt=POGINGEN, gebruikt=False)
    return rows.update(pogingen=F("pogingen") + 1) == 1


def _check_limits(persoon: Identificerend, email: str, herkomst: str, *, now: datetime) -> None:
    maximum, window = PER_HERKOMST
    if not take_turn("adrescode", herkomst, maximum=maximum, seconds=int(window.total_seconds()), now=now):
        raise TooManyCodes
    to_address = Adrescode.objects.filter(adres_sleutel__in=adres_sleutels(email))
    by_persoon = Adrescode.objects.filter(persoon__in=zoeksleutels(persoon))
    for rows, limits in ((to_address, PER_ADRES), (by_persoon, (PER_PERSOON,))):
        for maximum, window in limits:
            if rows.filter(created_at__gt=now - window).count() >= maximum:
                raise TooManyCodes
