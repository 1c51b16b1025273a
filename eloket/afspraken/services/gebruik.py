"""Whether something that a redacteur wants to delete is needed: by afspraken, or as a skill."""

from eloket.afspraken.models import (
    Afspraak,
    Afspraaklocatie,
    Afspraakregel,
    Afspraaksoort,
    Agenda,
    Deel,
    Openingsregel,
    Vaardigheid,
)
from eloket.afspraken.services.gevolgen import Wijzigbaar


def has_afspraken(thing: Wijzigbaar) -> bool:
    """For a place, an agenda or a soort; of other things nothing hangs on an afspraak."""
    match thing:
        case Afspraaklocatie():
            return Afspraak.objects.filter(locatie=thing).exists()
        case Agenda():
            return Deel.objects.filter(agenda=thing).exists()
        case Afspraaksoort():
            return Afspraakregel.objects.filter(soort=thing).exists()
        case _:
            return False


def list_gebruikers(vaardigheid: Vaardigheid) -> list[str]:
    """The names of the soorten and agendas that need this skill, and whether hours are kept for it."""
    names = [soort.naam for soort in vaardigheid.soorten.order_by("naam")]
    names += [f"{each.locatie.naam}: {each.naam}" for each in vaardigheid.agendas.select_related("locatie")]
    for regel in Openingsregel.objects.filter(vaardigheden=vaardigheid).order_by("pk"):
        names.append(str(regel))
    return names
