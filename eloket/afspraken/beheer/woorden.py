"""Rules and exceptions in words, as a redacteur would say them."""

from datetime import time

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eloket.afspraken.beheer.keuzes import to_dagen
from eloket.afspraken.models import Openingsregel, Uitzondering

MIDDERNACHT = time(23, 59)  # how a redacteur writes it


def tell_dagen(regel: Openingsregel) -> str:
    """ "maandag t/m vrijdag", "dinsdag en donderdag, de eerste week van de maand"."""
    found = [_join(to_dagen(regel.weekdagen))]
    if regel.week_van_maand:
        found.append(_("%(week)s van de maand") % {"week": regel.get_week_van_maand_display()})
    if regel.elke_weken > 1:
        found.append(_("om de %(n)d weken") % {"n": regel.elke_weken})
    return ", ".join(found)


def tell_tijden(van: time | None, tot: time | None) -> str:
    """ "09:00 - 17:00"; without hours the whole day."""
    if van is None or tot is None:
        return _("de hele dag")
    if tot >= MIDDERNACHT:
        return _("vanaf %(tijd)s") % {"tijd": f"{van:%H:%M}"}
    return f"{van:%H:%M} - {tot:%H:%M}"


def tell_geldig(regel: Openingsregel) -> str:
    """From when, and until when if that is known."""
    van = date_format(regel.geldig_van, "j b Y")
    if regel.geldig_tot is None:
        return _("vanaf %(dag)s") % {"dag": van}
    return _("%(van)s t/m %(tot)s") % {"van": van, "tot": date_format(regel.geldig_tot, "j b Y")}


def tell_voor(thing: Openingsregel | Uitzondering) -> str:
    """Of which place or agenda it is."""
    if thing.agenda:
        return f"{thing.agenda.locatie.naam}: {thing.agenda.naam}"
    return thing.locatie.naam if thing.locatie else _("alle locaties")


def tell_vrijgave(regel: Openingsregel) -> str:
    """How long before the time can be chosen; "" when at once."""
    if regel.vrijgave_dagen is None:
        return ""
    words = ngettext("%d dag vooraf", "%d dagen vooraf", regel.vrijgave_dagen) % regel.vrijgave_dagen
    return f"{words}, {regel.vrijgave_tijd:%H:%M}" if regel.vrijgave_tijd else words


def tell_periode(uitzondering: Uitzondering) -> str:
    """The day, or the first and the last."""
    first = date_format(uitzondering.eerste_dag, "D j b Y")
    if uitzondering.laatste_dag == uitzondering.eerste_dag:
        return first
    return f"{first} - {date_format(uitzondering.laatste_dag, 'D j b Y')}"


def _join(dagen: list[int]) -> str:
    names = [str(WEEKDAYS[dag]).lower() for dag in dagen]
    if len(dagen) > 2 and dagen == list(range(dagen[0], dagen[-1] + 1)):
        return _("%(van)s t/m %(tot)s") % {"van": names[0], "tot": names[-1]}
    if len(names) < 2:
        return "".join(names)
    return _("%(eerste)s en %(laatste)s") % {"eerste": ", ".join(names[:-1]), "laatste": names[-1]}
