"""Whether a time that somebody holds is still within the hours: a place may close in between."""

from datetime import datetime

from eloket.afspraken.backends.database.aanbod import find_vraag
from eloket.afspraken.backends.database.bezoek import from_json
from eloket.afspraken.backends.database.eenheden import local_day, span
from eloket.afspraken.backends.database.vraag import Dagen
from eloket.afspraken.backends.database.vrij import Uurlezer
from eloket.afspraken.models import Deel, Reservering


def is_open(row: Reservering, *, now: datetime) -> bool:
    """Do the hours of today's rules still cover every unit of it?"""
    found = find_vraag(from_json(row.bezoek), row.locatie.code)
    if found is None:
        return False
    plaats, vraag = found
    day = local_day(row.begin)
    hours = Uurlezer(Dagen(day, day), vraag.kijk(now))
    open_units = {agenda.pk: hours.read(agenda).open for agenda in vraag.list_agendas(plaats)}
    first = hours.dagen.begin
    units = Deel.objects.filter(reservering=row).values_list("agenda_id", "begin", "eind")
    return all(
        not span(begin - first, eind - first) & ~open_units.get(agenda, 0) for agenda, begin, eind in units
    )
