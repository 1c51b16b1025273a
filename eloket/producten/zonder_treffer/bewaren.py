"""Counting what was sought in vain: the words alone, and not when they may be somebody's."""

from datetime import datetime, timedelta

from django.db.models import F

from eloket.producten.models import VraagZonderTreffer
from eloket.producten.models.zondertreffer import MAX_VRAAG, VraagZonderTrefferQuerySet

BEWAARTERMIJN = timedelta(days=90)
MAX_CIJFERS = 3
MAX_WOORDEN = 6
MAX_VRAGEN = 5000


def normalise(vraag: str) -> str:
    """Lower case, single spaces, a hundred characters at most: the same question is one row."""
    return " ".join(vraag.replace("\0", "").lower().split())[:MAX_VRAAG].strip()


def may_be_kept(vraag: str) -> bool:
    """Not what looks like a number of somebody, an e-mail address, or a whole story."""
    digits = sum(sign.isdigit() for sign in vraag)
    return 0 < len(vraag.split()) <= MAX_WOORDEN and digits <= MAX_CIJFERS and "@" not in vraag


def count_vraag(vraag: str, *, taal: str, now: datetime) -> bool:
    """Count a question that found nothing; False when it may not be kept.

    Beyond five thousand different questions only those that are known are counted: no end of nonsense fills
    the table.
    """
    asked = normalise(vraag)
    if not may_be_kept(asked):
        return False
    known = VraagZonderTreffer.objects.filter(vraag=asked, taal=taal)
    if _again(known, now):
        return True
    if VraagZonderTreffer.objects.count() >= MAX_VRAGEN:
        return False
    _row, created = known.get_or_create(vraag=asked, taal=taal, defaults={"laatst_op": now})
    return created or _again(known, now)


def _again(known: VraagZonderTrefferQuerySet, now: datetime) -> bool:
    return bool(known.update(aantal=F("aantal") + 1, laatst_op=now))


def purge_vragen(*, now: datetime) -> int:
    """Remove what nobody asked in ninety days; how many that were."""
    return VraagZonderTreffer.objects.older_than(now - BEWAARTERMIJN).delete()[0]
