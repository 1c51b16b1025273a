"""How long is kept what somebody filled in for a product: as long as it can matter, and a year."""

from datetime import datetime, timedelta

from eloket.uitgifte.models import Beslissing, Uitkomst

BEWAARTERMIJN = timedelta(days=365)
KLAAR = (Uitkomst.VERLEEND, Uitkomst.BESLOTEN, Uitkomst.GEEN)


def purge_gegevens(*, now: datetime) -> int:
    """Wipe the answers and the aanvrager of what was decided a year ago; how many. The reasons stay.

    What still waits for an employee keeps them: without them nothing can be handed over.
    """
    due = Beslissing.objects.filter(uitkomst__in=KLAAR, besloten__lte=now - BEWAARTERMIJN)
    return due.filter(gewist=None).update(gegevens={}, houder=None, gewist=now)
