"""An answer that arrives after the session has ended, and what is kept too long."""

import uuid as uuid_module
from datetime import datetime, timedelta

from django.db import transaction

from eloket.bestanden.services import delete_bestand
from eloket.mijnzaken.models import Inzending, Opvang, Stand
from eloket.mijnzaken.services.inzenden import LONGEST
from eloket.mijnzaken.services.inzender import GELDIG

BEWAARD = timedelta(hours=1)
PER_TURN = 200


def catch_tekst(*, zaak: str, verzoek: str, tekst: str, now: datetime) -> str:
    """Keep what was typed, for an hour, apart from every draft: nobody has shown whose it is. Its id."""
    row = Opvang.objects.create(
        zaak=zaak[:40], verzoek=verzoek[:60], tekst=tekst[:LONGEST], expires_at=now + BEWAARD
    )
    return str(row.pk)


def find_caught(id: str, *, zaak: str, verzoek: str, now: datetime) -> str:
    """What was caught for this question; whose zaak this is looks now. "" for nothing."""
    try:
        pk = uuid_module.UUID(id)
    except ValueError:
        return ""
    found = Opvang.objects.fresh(now=now).filter(pk=pk, zaak=zaak, verzoek=verzoek).first()
    return found.tekst if found else ""


def tidy(*, now: datetime) -> int:
    """Remove what was caught and never asked for, and drafts that nobody came back to. The number removed."""
    caught = Opvang.objects.filter(expires_at__lte=now).delete()[0]
    old = Inzending.objects.filter(stand=Stand.CONCEPT, updated_at__lte=now - GELDIG)[:PER_TURN]
    for inzending in old:
        with transaction.atomic():
            for file in inzending.bestanden.all():
                delete_bestand(file.bestand)
            inzending.delete()
    return caught + len(old)
