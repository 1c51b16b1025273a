"""How many afspraken of a soort one e-mail address or telephone may have ahead of it."""

import hashlib
from datetime import datetime

from django.db import connection
from django.db.models import Q

from eloket.afspraken.backends.base import AfsprakenError, Bezoek
from eloket.afspraken.models import Afspraakregel, Afspraaksoort, AfspraakStatus
from eloket.afspraken.services.contactsleutels import (
    email_sleutel,
    email_sleutels,
    telefoon_sleutel,
    telefoon_sleutels,
)
from eloket.afspraken.services.gegevens import Contactgegevens


class TeVeelAfspraken(AfsprakenError):
    """Somebody has as many of this soort as they may. `soort`: its code; `grens`: how many that is."""

    def __init__(self, soort: str, grens: int) -> None:
        super().__init__(f"{soort}: {grens}")
        self.soort = soort
        self.grens = grens


def lock_contact(contact: Contactgegevens) -> None:
    """Until the end of the transaction nobody else with this address or telephone books.

    On PostgreSQL a lock without a row, so that nothing is kept; SQLite lets one transaction write at a time.
    """
    if connection.vendor != "postgresql":
        return
    sleutels = (email_sleutel(contact.email), telefoon_sleutel(contact.telefoon))
    with connection.cursor() as cursor:
        for number in sorted({_to_number(sleutel) for sleutel in sleutels if sleutel}):
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def require_room(bezoek: Bezoek, contact: Contactgegevens, *, now: datetime) -> None:
    """May this contact have one more of each? Under `lock_contact` the answer stays true.

    Errors: `TeVeelAfspraken`.
    """
    codes = [regel.soort for regel in bezoek.regels]
    for soort in Afspraaksoort.objects.filter(code__in=codes, max_per_contact__gt=0).order_by("code"):
        if _count(soort, contact, now) >= soort.max_per_contact:
            raise TeVeelAfspraken(soort.code, soort.max_per_contact)


def _count(soort: Afspraaksoort, contact: Contactgegevens, now: datetime) -> int:
    same = Q(afspraak__email_sleutel__in=email_sleutels(contact.email)) | Q(
        afspraak__telefoon_sleutel__in=telefoon_sleutels(contact.telefoon)
    )
    ahead = Afspraakregel.objects.filter(same, soort=soort, afspraak__begin__gt=now)
    ahead = ahead.exclude(afspraak__status=AfspraakStatus.GEANNULEERD)
    return ahead.values("afspraak").distinct().count()


def _to_number(sleutel: str) -> int:
    """A number of 64 bits, as PostgreSQL wants."""
    digest = hashlib.sha256(f"afspraken:{sleutel}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
