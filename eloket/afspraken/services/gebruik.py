"""Whether anybody ever made an afspraak with something that a redacteur wants to delete."""

from eloket.afspraken.models import Afspraak, Afspraaklocatie, Afspraakregel, Afspraaksoort, Agenda, Deel
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
