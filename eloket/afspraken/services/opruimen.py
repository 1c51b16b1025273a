"""Keeping no more than needed: who came is emptied some days after the visit; statuses and figures stay."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from eloket.afspraken.backends import get_backend
from eloket.afspraken.backends.base import Opruimend
from eloket.afspraken.models import Afspraak, Afspraakbijlage, AfspraakStatus
from eloket.afspraken.services.referentie import show_referentie
from eloket.berichten.services import forget_nummers, withdraw_berichten
from eloket.bestanden.services import delete_bestand

PER_KEER = 200
NA_VERLOOP = timedelta(days=1)
LEEG = {
    "contact": None,
    "bedrijf": None,
    "bezoekers": None,
    "belanghebbende": None,
    "handelende": None,
    "email_sleutel": "",
    "telefoon_sleutel": "",
    "belanghebbende_sleutel": "",
    "handelende_sleutel": "",
}


def wipe_afspraken(*, now: datetime) -> int:
    """Empty who came, what they sent along and what we mailed them; how many afspraken.

    ELOKET_AFSPRAAK_BEWAARDAGEN after the visit, or after it was cancelled when that is sooner.
    """
    count = 0
    while wiped := _wipe_some(now=now):
        count += wiped
    return count


def _wipe_some(*, now: datetime) -> int:
    before = now - timedelta(days=settings.ELOKET_AFSPRAAK_BEWAARDAGEN)
    over = Q(eind__lt=before) | Q(status=AfspraakStatus.GEANNULEERD, geannuleerd__lt=before)
    with transaction.atomic():
        rows = Afspraak.objects.filter(over, gewist=None).order_by("pk")[:PER_KEER]
        found = dict(rows.values_list("pk", "referentie"))
        bijlagen = Afspraakbijlage.objects.filter(afspraak__in=found)
        for bestand in bijlagen.values_list("bestand", flat=True):
            delete_bestand(str(bestand))
        bijlagen.delete()
        nummers = [show_referentie(referentie) for referentie in found.values()]
        for nummer in nummers:  # a letter or a mail that never went says nothing any more
            withdraw_berichten(nummer, now=now)
        forget_nummers(nummers)
        return Afspraak.objects.filter(pk__in=found).update(gewist=now, **LEEG)


def purge_agendas(*, now: datetime) -> None:
    """Let every agenda that keeps its own guard remove what it held of time that is past."""
    for systeem in settings.ELOKET_AFSPRAKEN:
        backend = get_backend(systeem)
        if isinstance(backend, Opruimend):
            backend.purge(before=now - NA_VERLOOP)
