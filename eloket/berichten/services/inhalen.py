"""Messages that a newer one made untrue before they went."""

from datetime import datetime

from django.db import transaction

from eloket.berichten.models import Bericht, Brieftaak, Feit, Kanaal, Status
from eloket.berichten.services.grootboek import note


def withdraw_berichten(nummer: str, *, now: datetime) -> int:
    """Do not send what still waits about this afspraak, by mail or by letter; how many.

    While a mail server is out, an older time must not arrive after the newer one. A letter that was asked for
    because a mail did not arrive need not go either.
    """
    with transaction.atomic():
        waiting = Bericht.objects.of_nummer(nummer).filter(status=Status.KLAAR)
        found = list(waiting.exclude(kanaal=Kanaal.MIJN_ZAKEN).order_by("pk").select_for_update())
        for bericht in found:
            note(bericht, Feit.INGEHAALD, now=now, status=Status.INGEHAALD)
        about = Bericht.objects.of_nummer(nummer).values("pk")
        letters = Brieftaak.objects.filter(bericht__in=about, verstuurd_op=None, vervallen_at=None)
        letters.update(vervallen_at=now)
    return len(found)
