"""Asking an agenda, also one that cannot keep a time for somebody.

Of such an agenda a houvast is only a note of what was chosen, signed; the time is booked at once later.
"""

from datetime import datetime
from typing import Any

from django.core import signing

from eloket.afspraken.backends import get_backend
from eloket.afspraken.backends.base import (
    AfsprakenBackend,
    Bereik,
    Bezoek,
    Boeking,
    Houvast,
    Klant,
    OnbekendeBoeking,
    Regel,
    TijdBezet,
    Vasthoudend,
)
from eloket.afspraken.woorden import to_local

SALT = "afspraken.houvast"


def note_keuze(
    backend: AfsprakenBackend, bezoek: Bezoek, locatie: str, begin: datetime, *, now: datetime
) -> Houvast:
    """What was chosen, when it is still free. Errors: `TijdBezet`, `NietBereikbaar`."""
    day = to_local(begin).date()
    moments = backend.list_momenten(bezoek, locatie, van=day, tot_en_met=day, now=now)
    found = next((moment for moment in moments if moment.begin == begin), None)
    if found is None:
        raise TijdBezet("not free any more")
    note: dict[str, Any] = {
        "locatie": locatie,
        "begin": found.begin.isoformat(),
        "eind": found.eind.isoformat(),
        "regels": [[regel.soort, regel.personen] for regel in bezoek.regels],
        "kanaal": bezoek.kanaal,
        "bereik": bezoek.bereik.value,
        "agenda": bezoek.agenda,
    }
    return read_keuze(signing.dumps(note, salt=SALT))


def read_keuze(sleutel: str) -> Houvast:
    """The reverse. Errors: `OnbekendeBoeking` for what we did not sign."""
    try:
        note = signing.loads(sleutel, salt=SALT)
    except signing.BadSignature:
        raise OnbekendeBoeking("no note of ours") from None
    bezoek = Bezoek(
        tuple(Regel(soort, personen) for soort, personen in note["regels"]),
        note["kanaal"],
        Bereik(note["bereik"]),
        note["agenda"],
    )
    begin = datetime.fromisoformat(note["begin"])
    return Houvast(sleutel, note["locatie"], bezoek, begin, datetime.fromisoformat(note["eind"]), begin)


def confirm_keuze(systeem: str, houvast: Houvast, *, klant: Klant, verzoek: str, now: datetime) -> Boeking:
    """Book what is held or was noted; again gives the same one.

    Errors: `TijdBezet`, `Vol`, `OnbekendeBoeking`, `NietBereikbaar`.
    """
    backend = get_backend(systeem)
    if isinstance(backend, Vasthoudend):
        return backend.confirm(houvast.sleutel, klant=klant, now=now)
    return backend.create(
        houvast.bezoek, houvast.locatie, houvast.begin, klant=klant, verzoek=verzoek, now=now
    )
