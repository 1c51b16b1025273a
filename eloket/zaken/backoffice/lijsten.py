"""The worklists: which there are for this employee, what each asks for, and how much lies there."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _

from eloket.zaken.services import (
    Bereik,
    Werkfilter,
    count_werkvoorraad,
    list_teams,
    list_teamzaaktypen,
)

#: Nobody needs to know more exactly how much lies there.
GETELD = 99
ALLE = "alle"


@dataclass(frozen=True, slots=True)
class Lijst:
    """A worklist. `leeg`: what it says when nothing is on it."""

    sleutel: str
    naam: str
    filter: Werkfilter
    leeg: str
    aantal: int = 0

    @property
    def geteld(self) -> str:
        return f"{GETELD}+" if self.aantal > GETELD else str(self.aantal)


def list_lijsten(user: AbstractUser, *, bereik: Bereik, vandaag: date) -> list[Lijst]:
    """Those of this employee, each with how much lies there."""
    found = [_mijn(user), *_team(user), *_algemeen(vandaag)]
    return [
        replace(lijst, aantal=count_werkvoorraad(lijst.filter, bereik=bereik, maximum=GETELD + 1))
        for lijst in found
    ]


def choose(lijsten: list[Lijst], sleutel: str) -> Lijst:
    """The one that was asked for. Else one's own work; and who has none sees all there is."""
    by_key = {lijst.sleutel: lijst for lijst in lijsten}
    return by_key.get(sleutel) or (lijsten[0] if lijsten[0].aantal else by_key[ALLE])


def _mijn(user: AbstractUser) -> Lijst:
    own = Werkfilter(behandelaar=user.get_username())
    return Lijst("mijn", _("Mijn zaken"), own, _("U heeft nu geen zaken. Pak er een bij “Niemand”."))


def _team(user: AbstractUser) -> list[Lijst]:
    teams = frozenset(list_teams(user))
    if not teams:
        return []
    wanted = Werkfilter(teams=teams, teamzaaktypen=list_teamzaaktypen(user))
    return [Lijst("team", _("Mijn team"), wanted, _("Uw team heeft nu geen zaken."))]


def _algemeen(vandaag: date) -> list[Lijst]:
    maandag = vandaag + timedelta(days=7 - vandaag.weekday())
    return [
        Lijst("niemand", _("Niemand"), Werkfilter(behandelaar=""), _("Alle zaken hebben een behandelaar.")),
        Lijst(
            "antwoord",
            _("Antwoord binnen"),
            Werkfilter(ongezien=vandaag),
            _("Er ligt geen antwoord van een inwoner dat nog niemand zag."),
        ),
        Lijst("te-laat", _("Te laat"), Werkfilter(voor=vandaag), _("Geen enkele zaak is te laat.")),
        Lijst(
            "deze-week",
            _("Deze week klaar"),
            Werkfilter(vanaf=vandaag, voor=maandag),
            _("Er hoeft deze week niets meer klaar te zijn."),
        ),
        Lijst(ALLE, _("Alle open zaken"), Werkfilter(), _("Er zijn geen open zaken.")),
    ]
