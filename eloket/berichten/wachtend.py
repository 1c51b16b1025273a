"""Telling beheerders that work waits too long. Stands here because the outbox itself sends no mail."""

from datetime import datetime, timedelta

from django.urls import reverse

from eloket.berichten.services import tell_beheerders
from eloket.outbox.services import get_stand

TOO_LONG = timedelta(days=1)


def tell_waiting(*, now: datetime) -> None:
    """One mail a day while something waits longer than a day, or needs a person since then."""
    stand = get_stand(now=now)
    if stand.oldest_unfinished is None or now - stand.oldest_unfinished <= TOO_LONG:
        return
    key = f"beheer_bezorging:{now:%Y-%m-%d}"
    tell_beheerders(sjabloon="beheer_bezorging", link=reverse("outbox:lijst"), key=key, now=now)
