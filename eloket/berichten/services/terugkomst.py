"""Mail that was taken by a mail server and came back later."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from eloket.berichten.dsn import Melding, TooLarge, read_meldingen
from eloket.berichten.models import Bericht, Kanaal, Status
from eloket.berichten.services.bezorgen import fail

__all__ = ["TooLarge", "Verwerkt", "process_terugkomst"]


@dataclass(frozen=True, slots=True)
class Verwerkt:
    """`terug`: mails that failed for good; `later`: still tried by the other side; `onbekend`: not ours."""

    terug: int
    later: int
    onbekend: int


def process_terugkomst(path: Path, *, now: datetime) -> Verwerkt:
    """Note every report in this file (RFC 3464, one message or an mbox). Reading it twice changes nothing.

    Errors: `OSError`; `TooLarge`.
    """
    counts = {"terug": 0, "later": 0, "onbekend": 0}
    for melding in read_meldingen(path):
        counts[_note(melding, now=now)] += 1
    return Verwerkt(**counts)


def _note(melding: Melding, *, now: datetime) -> str:
    if not melding.definitief:
        return "later"
    with transaction.atomic():
        rows = Bericht.objects.select_for_update().filter(
            pk=melding.bericht, kanaal=Kanaal.EMAIL, status=Status.VERZONDEN
        )
        bericht = rows.first()
        if bericht is None:
            return "onbekend"
        fail(bericht, f"de e-mail kwam terug ({melding.code or 'zonder code'})", now=now)
    return "terug"
