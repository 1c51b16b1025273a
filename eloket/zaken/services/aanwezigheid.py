"""Who else has this zaak open now. Forgotten when their page has been silent for some minutes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractUser

from eloket.zaken.models import Aanwezigheid

STIL_NA = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Aanwezige:
    naam: str
    sinds: datetime


def note_aanwezigheid(identificatie: str, *, medewerker: AbstractUser, now: datetime) -> None:
    """This employee has this zaak open; `sinds` stays while they are not away for longer than `STIL_NA`."""
    row, is_new = Aanwezigheid.objects.get_or_create(
        identificatie=identificatie, medewerker_id=medewerker.pk, defaults={"sinds": now, "gezien_at": now}
    )
    if is_new:
        return
    if row.gezien_at <= now - STIL_NA:
        row.sinds = now
    row.gezien_at = now
    row.save(update_fields=["sinds", "gezien_at"])


def list_aanwezigen(identificatie: str, *, behalve: AbstractUser, now: datetime) -> list[Aanwezige]:
    """The others who have it open, who came first in front."""
    rows = Aanwezigheid.objects.filter(identificatie=identificatie).exclude(medewerker=behalve.pk)
    seen = rows.seen_after(now - STIL_NA).select_related("medewerker").order_by("sinds", "pk")
    return [
        Aanwezige(row.medewerker.get_full_name() or row.medewerker.get_username(), row.sinds) for row in seen
    ]


def forget_aanwezigen(*, now: datetime) -> int:
    """Remove whoever is away. The number removed."""
    return Aanwezigheid.objects.seen_before(now - STIL_NA).delete()[0]
