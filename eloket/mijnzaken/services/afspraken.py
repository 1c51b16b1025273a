"""The afspraken of one person: those that the gemeente keeps, and those of a form at another agenda."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse

from eloket.afspraken.services import AfspraakInfo, is_certain, list_mijn
from eloket.formulieren.services import AfspraakInfo as Formulierafspraak
from eloket.formulieren.services import list_afspraken as list_of_forms
from eloket.lib.partij import Identificerend

GEWEEST = timedelta(days=30)  # after that who came is emptied


@dataclass(frozen=True, slots=True)
class Afspraakpunt:
    """One of them in a list. `zaak`: the number of the aanvraag that it belongs to, "" for none."""

    titel: str
    begin: datetime
    nummer: str
    plek: str
    url: str
    zaak: str


@dataclass(frozen=True, slots=True)
class Afspraken:
    """The ones ahead, the first one first; and the ones that are over, the last one first.

    `zeker` is False when an agenda does not answer: a time may have changed there.
    """

    komend: Sequence[Afspraakpunt] = ()
    geweest: Sequence[Afspraakpunt] = ()
    zeker: bool = True


def list_afspraken(*, voor: Identificerend, door: Identificerend | None = None, now: datetime) -> Afspraken:
    """What this person has ahead, and had the last thirty days; `door` as in `list_aanvragen`."""
    own = list_mijn(voor=voor, door=door, vanaf=now - GEWEEST)
    ahead = [_to_punt(info) for info in own if info.eind > now]
    elsewhere = [_to_formulierpunt(info) for info in list_of_forms(voor=voor, door=door, vanaf=now)]
    return Afspraken(
        komend=sorted([*ahead, *elsewhere], key=lambda punt: punt.begin),
        geweest=[_to_punt(info) for info in reversed(own) if info.eind <= now],
        zeker=is_certain(info for info in own if info.eind > now),
    )


def _to_punt(info: AfspraakInfo) -> Afspraakpunt:
    url = reverse("mijnzaken:afspraak", args=[info.id])
    return Afspraakpunt(info.onderwerp, info.begin, info.toonreferentie, info.locatienaam, url, info.zaak)


def _to_formulierpunt(info: Formulierafspraak) -> Afspraakpunt:
    url = reverse("mijnzaken:zaak", args=[info.identificatie])
    return Afspraakpunt(info.titel, info.begin, info.referentie, "", url, info.identificatie)
