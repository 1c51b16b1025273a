"""Drafts that would have expired while the counter was out."""

from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from eloket.formulieren.models import Concept
from eloket.outbox.services import list_gaten
from eloket.website.services import get_storing
from eloket.zaken.services import last_day_after_storing

# A draft that expired in a gap of the heartbeat waits so long for somebody to confirm that it was an outage.
WACHT = timedelta(days=7)


def prolong_concepten(storing_id: int) -> int:
    """Keep drafts that expired in this outage up to the end of the first working day after it; how many."""
    storing = get_storing(storing_id)
    if storing is None or storing.tot is None or storing.laatste is None or not storing.verlengt:
        return 0
    last = last_day_after_storing(eerste=storing.eerste, laatste=storing.laatste)
    until = datetime.combine(last + timedelta(days=1), time(), timezone.get_default_timezone())
    fell_in = Concept.objects.filter(expires_at__gte=storing.van, expires_at__lte=storing.tot)
    return fell_in.update(expires_at=until)


def in_a_gap(*, now: datetime) -> Q:
    """Drafts that expired less than a week ago, in a gap that may yet turn out to be an outage."""
    covered = Q(pk__in=[])
    for gat in list_gaten(since=now - WACHT, now=now):
        covered |= Q(expires_at__gte=max(gat.van, now - WACHT), expires_at__lte=gat.tot or now)
    return covered
