"""Keeping no address longer than needed."""

from datetime import datetime, timedelta

from eloket.berichten.models import Adrescode, Bericht, Status

FORGET_AFTER = timedelta(days=30)
CODE_AFTER = timedelta(days=2)


def forget_berichten(*, now: datetime) -> int:
    """Empty address and contents of what was sent a month ago; the row stays as proof of sending."""
    rows = Bericht.objects.filter(status=Status.VERZONDEN, sent_at__lt=now - FORGET_AFTER, vergeten=False)
    return rows.update(adres="", gegevens={}, bijlage="", vergeten=True)


def forget_codes(*, now: datetime) -> int:
    """Remove codes that no longer count for any limit; how many."""
    return Adrescode.objects.filter(created_at__lte=now - CODE_AFTER).delete()[0]
