"""Outages as plain data, and what the public is told of them at this moment."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Site

from eloket.lib.tekst import Tekst, in_language
from eloket.outbox.services import publish
from eloket.website.models import Instellingen, Storing

GEWEEST = 20  # how many that are over the public page names
LANG_GELEDEN = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class StoringInfo:
    """`eerste` and `laatste`: the calendar days that it touched, `laatste` None while it lasts.

    `verlengt`: it is confirmed, and kept people from sending something in time.
    """

    id: int
    wat: str
    gepland: bool
    van: datetime
    tot: datetime | None
    tekst: Tekst
    eerste: date
    laatste: date | None
    verlengt: bool

    def holds(self, now: datetime) -> bool:
        return self.van <= now and (self.tot is None or now < self.tot)


@dataclass(frozen=True, slots=True)
class Storingen:
    """What is out now, what is to come, and what is over (newest first)."""

    nu: tuple[StoringInfo, ...]
    straks: tuple[StoringInfo, ...]
    geweest: tuple[StoringInfo, ...]


def list_storingen(*, now: datetime) -> Storingen:
    """For the public page, in the language of now. One query."""
    rows = Storing.objects.filter(Q(tot__isnull=True) | Q(tot__gt=now - LANG_GELEDEN))
    known = [_read(row) for row in rows]
    return Storingen(
        nu=tuple(each for each in known if each.holds(now)),
        straks=tuple(sorted((each for each in known if each.van > now), key=lambda each: each.van)),
        geweest=tuple(each for each in known if each.tot is not None and each.tot <= now)[:GEWEEST],
    )


def read_storingen() -> tuple[StoringInfo, ...]:
    """The newest ones whatever the time is, for a banner that may be kept. One query."""
    return tuple(_read(row) for row in Storing.objects.all()[:GEWEEST])


def get_storing(id: int) -> StoringInfo | None:
    """One of them; None when it is gone."""
    row = Storing.objects.filter(pk=id).first()
    return _read(row) if row else None


def confirm(storing: Storing, *, door: str, now: datetime) -> None:
    """A person says that it was so, once; open terms may get more time. Publishes `storing.bevestigd`."""
    with transaction.atomic():
        rows = Storing.objects.filter(pk=storing.pk, bevestigd_at=None)
        if rows.update(bevestigd_at=now, bevestigd_door=door[:150]) and storing.verlengt:
            publish("storing.bevestigd", str(storing.pk), now=now)


def ensure_banner() -> None:
    """The banner is read with the settings of the site: there must be some, if nobody saved any yet."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is not None:
        Instellingen.objects.get_or_create(site=site)


def next_storing(now: datetime) -> datetime | None:
    """When the banner comes or goes by itself."""
    moments = [
        Storing.objects.filter(van__gt=now).aggregate(first=Min("van"))["first"],
        Storing.objects.filter(tot__gt=now).aggregate(first=Min("tot"))["first"],
    ]
    return min((moment for moment in moments if moment is not None), default=None)


def _read(row: Storing) -> StoringInfo:
    return StoringInfo(
        id=row.pk,
        wat=str(row.get_wat_display()),
        gepland=row.gepland,
        van=row.van,
        tot=row.tot,
        tekst=in_language(row.tekst_nl, row.tekst_en, get_language() or "nl"),
        eerste=_day(row.van),
        laatste=_day(row.tot) if row.tot else None,
        verlengt=row.verlengt and row.bevestigd_at is not None,
    )


def _day(moment: datetime) -> date:
    return timezone.localdate(moment, timezone.get_default_timezone())  # noqa: TID251 — a given moment, no clock
