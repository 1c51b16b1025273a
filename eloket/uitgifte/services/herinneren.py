"""Reminding holders that a product ends soon: once, from the day on which it can be renewed."""

from datetime import datetime

from django.db import transaction

from eloket.uitgifte.models import Productsoort, UitgegevenProduct
from eloket.uitgifte.services.vertellen import send_to_holder

RONDE = 500


def remind_due(*, now: datetime, maximum: int = 10 * RONDE) -> int:
    """Remind whom it is time for; how many. Safe to cut off and to run twice, also at once.

    What is left waits for the next turn. Nobody is reminded of what is not handed over any more: it cannot be
    renewed.
    """
    done = 0
    for soort in Productsoort.objects.filter(actief=True, verlengen_dagen__gt=0):
        rows = UitgegevenProduct.objects.to_remind(soort, now).select_related("soort")
        for row in rows.order_by("geldig_tot", "pk")[: max(0, maximum - done)].iterator(chunk_size=RONDE):
            done += _remind(row, now=now)
    return done


@transaction.atomic
def _remind(row: UitgegevenProduct, *, now: datetime) -> bool:
    """The mark and the message are one; who is second, or comes after a withdrawal, sends nothing."""
    mine = UitgegevenProduct.objects.to_remind(row.soort, now).filter(pk=row.pk)
    if not mine.update(herinnerd=now):
        return False
    send_to_holder(row, "product_herinnering", key="1", now=now)
    return True
