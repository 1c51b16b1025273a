"""Opening hours in words, in the language of now. Pure functions."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from eloket.website.openingstijden import Afwijking, Dag, Openingstijden, Tijdvak

WEEK = 7


def tell_time(tijd: time) -> str:
    """9.00 in Dutch, 9:00 in English."""
    return f"{tijd.hour}{':' if get_language() == 'en' else '.'}{tijd.minute:02}"


def tell_hours(tijdvakken: Sequence[Tijdvak]) -> str:
    """All hours of a day: "9.00 tot 12.00 en 13.00 tot 17.00 uur (op afspraak)", or "gesloten"."""
    if not tijdvakken:
        return gettext("gesloten")
    return join([_tell_span(each) for each in tijdvakken])


def tell_now(tijden: Openingstijden, now: datetime) -> str:
    """One sentence on today, true until `Openingstijden.next_change`. `now`: local time."""
    today = tijden.on(now.date())
    left = [each for each in today.tijdvakken if now.time() < each.tot]
    if not left:
        return _tell_closed(tijden, today)
    if left[0] is today.tijdvakken[0] or now.time() >= left[0].van:
        return _tell_open(today, left)
    return gettext("Nu gesloten; vandaag weer open vanaf %(tijd)s uur.") % {"tijd": tell_time(left[0].van)}


def tell_days(afwijking: Afwijking) -> str:
    """Which days: "vrijdag 25 december 2026 tot en met zaterdag 26 december 2026"."""
    first, last = (date_format(day, "l j F Y") for day in (afwijking.vanaf, afwijking.tot_en_met))
    return first if first == last else gettext("%(van)s tot en met %(tot)s") % {"van": first, "tot": last}


def weekday_name(number: int) -> str:
    """The name of a day of the week, Monday being 0."""
    return date_format(date(2024, 1, 1 + number), "l")


def join(parts: Sequence[str]) -> str:
    """a, b en c."""
    if len(parts) < 2:
        return "".join(parts)
    return gettext("%(begin)s en %(eind)s") % {"begin": ", ".join(parts[:-1]), "eind": parts[-1]}


def _tell_span(each: Tijdvak) -> str:
    text = gettext("%(van)s tot %(tot)s uur") % {"van": tell_time(each.van), "tot": tell_time(each.tot)}
    return gettext("%(tijden)s (op afspraak)") % {"tijden": text} if each.op_afspraak else text


def _tell_open(today: Dag, left: Sequence[Tijdvak]) -> str:
    if all(each.op_afspraak for each in left):
        spans = join([_tell_span(Tijdvak(each.van, each.tot)) for each in left])
        return gettext("Vandaag alleen op afspraak: %(tijden)s.") % {"tijden": spans}
    return gettext("Vandaag open van %(tijden)s.") % {"tijden": tell_hours(today.tijdvakken)}


def _tell_closed(tijden: Openingstijden, today: Dag) -> str:
    closed = gettext("Nu gesloten") if today.tijdvakken else gettext("Vandaag gesloten")
    opening = tijden.next_open(today.datum)
    if opening is None:
        return f"{closed}."
    day, start = _tell_near(opening.datum, today.datum), tell_time(opening.tijdvakken[0].van)
    return gettext("%(nu)s; %(dag)s open vanaf %(tijd)s uur.") % {"nu": closed, "dag": day, "tijd": start}


def _tell_near(day: date, today: date) -> str:
    """Morgen, the name of a day within the week, or the date."""
    if day - today == timedelta(days=1):
        return gettext("morgen")
    return date_format(day, "l") if (day - today).days < WEEK else date_format(day, "j F")
