"""Finding one's own afspraak without the link: by its number and what only its maker knows."""

import hmac
from dataclasses import dataclass, field
from datetime import datetime

from eloket.afspraken.models import Afspraak
from eloket.afspraken.services.contactsleutels import email_sleutels, telefoon_sleutels
from eloket.afspraken.services.referentie import read_referentie
from eloket.lib.limiet import take_turn

UUR = 3600
PER_HERKOMST = 20  # tries an hour from one connection
PER_NUMMER = 10  # and at one number, from wherever


class TeVaak(Exception):
    """Too many tries from here, or at this number."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One of the two."""

    email: str = field(default="", repr=False)
    telefoon: str = field(default="", repr=False)  # E.164


def look_up(nummer: str, contact: Contact, *, herkomst: str, now: datetime) -> Afspraak | None:
    """The afspraak with this number and this contact; None whichever of the two is wrong, in the same time.

    `nummer`: as people write it. `herkomst`: the visitor's own network address. Errors: `TeVaak`.
    """
    referentie = read_referentie(nummer)
    _take_turns(referentie, herkomst, now=now)
    found = Afspraak.objects.filter(referentie=referentie).first()
    kept = (found or Afspraak()).email_sleutel if contact.email else (found or Afspraak()).telefoon_sleutel
    given = email_sleutels(contact.email) if contact.email else telefoon_sleutels(contact.telefoon)
    fits = [hmac.compare_digest(kept, each) for each in given]
    return found if any(fits) else None


def _take_turns(referentie: str, herkomst: str, *, now: datetime) -> None:
    here = take_turn("afspraak_opzoeken", herkomst, maximum=PER_HERKOMST, seconds=UUR, now=now)
    if not here:
        raise TeVaak
    there = take_turn("afspraak_opzoeken_nummer", referentie, maximum=PER_NUMMER, seconds=UUR, now=now)
    if referentie and not there:
        raise TeVaak
