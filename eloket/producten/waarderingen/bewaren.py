"""Keeping what visitors say: once, without who said it, and for two years."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta

from eloket.producten.models import ProductPage
from eloket.producten.models.waardering import MAX_TOELICHTING, Oordeel, Waardering
from eloket.producten.waarderingen.tekst import mask_personal

BEWAARTERMIJN = timedelta(days=2 * 365)
DUBBEL = timedelta(seconds=10)


def save_waardering(
    page: ProductPage, *, oordeel: Oordeel, reden: str, toelichting: str, now: datetime
) -> bool:
    """Keep one answer; False when it is the same click again.

    There is no cookie and no address to know a visitor by, so the very same answer to the same page within
    ten seconds counts once, whoever gave it. The database decides, so that two web processes agree.
    """
    answer = {
        "product": page.translation_key,
        "taal": page.locale.language_code,
        "oordeel": oordeel,
        "reden": "" if oordeel is Oordeel.JA else reden,
        "toelichting": mask_personal(toelichting)[:MAX_TOELICHTING],
    }
    this, last = _kenmerken(answer, now)
    if Waardering.objects.filter(kenmerk=last, op__gt=now - DUBBEL).exists():
        return False
    given = {**answer, "pagina": page, "op": now}
    return Waardering.objects.get_or_create(kenmerk=this, defaults=given)[1]


def purge_waarderingen(*, now: datetime) -> int:
    """Remove what was said longer than two years ago; how many that were."""
    return Waardering.objects.older_than(now - BEWAARTERMIJN).delete()[0]


def _kenmerken(answer: dict[str, object], now: datetime) -> Iterator[str]:
    """The mark of this answer in this stretch of ten seconds, and in the stretch before it."""
    said = "\x1f".join(str(value) for value in answer.values())
    stretch = int(now.timestamp() // DUBBEL.total_seconds())
    for number in (stretch, stretch - 1):
        yield hashlib.sha256(f"{number}\x1f{said}".encode()).hexdigest()
