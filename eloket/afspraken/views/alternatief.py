"""The nearest other times, each one press away: for who came too late for the one they chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from eloket.afspraken.backends.base import NietBereikbaar
from eloket.afspraken.keuze import Keuze
from eloket.afspraken.services.zoeken import list_alternatieven
from eloket.afspraken.views.scherm import Loket
from eloket.afspraken.woorden import tell_moment


@dataclass(frozen=True, slots=True)
class Ander:
    """`waarde`: place and moment, as the button posts them."""

    waarde: str
    label: str
    naam: str


def offer_others(
    loket: Loket, keuze: Keuze, begin: datetime, *, houder: str, now: datetime
) -> Sequence[Ander]:
    """None when another agenda is down: the page already has something to say."""
    try:
        found = list_alternatieven(keuze.to_bezoek(loket.bereik), keuze.plaats, begin, now=now, houder=houder)
    except NietBereikbaar:
        return []
    return [
        Ander(f"{each.locatie} {each.begin.isoformat()}", tell_moment(each.begin), each.naam)
        for each in found
    ]
