"""Which employee may open what somebody sent beforehand: who has the talk, and their team."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import AbstractUser

from eloket.afspraken.models import Afspraak, Agenda, Voorval
from eloket.zaken.services import list_teams

STUK_GEOPEND = "stuk_geopend"


class NietVoorU(Exception):
    """There is no such afspraak, or it is not for this employee."""


def require_afspraak(afspraak: UUID, *, user: AbstractUser) -> Afspraak:
    """The afspraak, for who serves it. Errors: `NietVoorU`.

    Where an agenda names no team and no employee, nobody is meant.
    """
    found = Afspraak.objects.filter(pk=afspraak).first()
    if found is None or not _serves(user, found):
        raise NietVoorU(str(afspraak))
    return found


def note_geopend(afspraak: Afspraak, *, user: AbstractUser, now: datetime) -> None:
    """Who opened a file of it, and when."""
    Voorval.objects.create(afspraak=afspraak, op=now, wat=STUK_GEOPEND, door=user.get_username())


def _serves(user: AbstractUser, afspraak: Afspraak) -> bool:
    agendas = list(_list_agendas(afspraak))
    if any(agenda.medewerker_id == user.pk for agenda in agendas):
        return True
    teams = {agenda.team.naam for agenda in agendas if agenda.team}
    return bool(teams & set(list_teams(user)))


def _list_agendas(afspraak: Afspraak) -> "list[Agenda]":
    """Whose time it takes; none of a system that is not ours."""
    try:
        boeking = UUID(afspraak.boeking)
    except ValueError:
        return []
    return list(Agenda.objects.filter(delen__reservering=boeking).select_related("team").distinct())
