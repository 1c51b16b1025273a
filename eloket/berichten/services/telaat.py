"""Mail that should have been on its way by now: within 48 hours after a message was written."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from eloket.berichten.models import Bericht, BerichtQuerySet, Kanaal, Reden, Status
from eloket.berichten.services.brieven import ask_brief, count_open
from eloket.berichten.soorten import Aard

PER_TURN = 500


@dataclass(frozen=True, slots=True)
class Bezorgstand:
    """What a beheerder looks at first. Numbers only."""

    te_laat: int
    oudste: datetime | None
    mislukt: int
    brieven: int
    bewijs_kapot: int


def get_bezorgstand(*, now: datetime) -> Bezorgstand:
    """How messages stand. Five small queries."""
    late = _late(now=now)
    oldest = late.order_by("created_at").values_list("created_at", flat=True).first()
    return Bezorgstand(
        te_laat=late.count(),
        oudste=oldest,
        mislukt=Bericht.objects.filter(status=Status.MISLUKT, kanaal=Kanaal.EMAIL).count(),
        brieven=count_open(),
        bewijs_kapot=Bericht.objects.filter(bewijs_klopt=False).count(),
    )


def ask_late_brieven(*, now: datetime) -> int:
    """A formal message whose mail is too late gets a letter; how many. The mail is tried all the same."""
    formal = [aard.value for aard in Aard if aard.formeel]
    late = _late(now=now).filter(aard__in=formal, brieftaak=None).exclude(zaak="")
    count = 0
    for bericht in late.order_by("created_at")[:PER_TURN]:
        with transaction.atomic():
            ask_brief(bericht, Reden.TE_LAAT, now=now)
        count += 1
    return count


def notification_term() -> timedelta:
    """How soon the news of a message must be on its way."""
    return timedelta(hours=settings.ELOKET_MELDEN_UREN)


def _late(*, now: datetime) -> BerichtQuerySet:
    return Bericht.objects.waiting_since(now - notification_term())
