"""Keeping no address longer than needed."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q

from eloket.berichten.models import Adrescode, Bericht, Brieftaak, Status
from eloket.berichten.soorten import SOORTEN, Voor

FORGET_AFTER = timedelta(days=30)
CODE_AFTER = timedelta(days=2)


def forget_berichten(*, now: datetime) -> int:
    """Empty address and contents of what was sent a month ago; the row stays as proof of sending.

    The words of a letter about a product stand here only: they stay until it is on its way.
    """
    before = now - FORGET_AFTER
    done = Q(status=Status.VERZONDEN, sent_at__lt=before) | Q(status=Status.INGEHAALD, created_at__lt=before)
    letters = Brieftaak.objects.filter(
        verstuurd_op=None,
        vervallen_at=None,
        bericht__sjabloon__in=[naam for naam, soort in SOORTEN.items() if soort.voor == Voor.PRODUCT],
    )
    rows = Bericht.objects.filter(done, vergeten=False).exclude(pk__in=letters.values("bericht"))
    return rows.update(adres="", gegevens={}, bijlage="", vergeten=True)


def forget_nummers(nummers: Iterable[str]) -> int:
    """Empty address and contents of what was sent, or will not be, about these afspraken; how many."""
    rows = Bericht.objects.filter(zaak__in=[nummer for nummer in nummers if nummer], vergeten=False)
    return rows.exclude(status=Status.KLAAR).update(adres="", gegevens={}, bijlage="", vergeten=True)


def forget_codes(*, now: datetime) -> int:
    """Remove codes that no longer count for any limit; how many."""
    return Adrescode.objects.filter(created_at__lte=now - CODE_AFTER).delete()[0]
