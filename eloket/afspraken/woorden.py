"""Days and times in words, in the language of now and the time of the gemeente."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext


def to_local(moment: datetime) -> datetime:
    """An aware moment on the clock of the gemeente, whatever zone the browser is in."""
    return moment.astimezone(ZoneInfo(settings.TIME_ZONE))


def tell_klok(moment: datetime) -> str:
    """9.15 in Dutch, 9:15 in English."""
    local = to_local(moment)
    return f"{local.hour}{pgettext('tussen uren en minuten', '.')}{local.minute:02}"


def tell_tijd(moment: datetime) -> str:
    """ "9.15 uur"."""
    return gettext("%(tijd)s uur") % {"tijd": tell_klok(moment)}


def tell_dag(day: date) -> str:
    """ "dinsdag 29 september"."""
    return date_format(day, "l j F")


def tell_dagkop(day: date) -> str:
    """ "Dinsdag 29 september", as a heading."""
    return capfirst(tell_dag(day))


def tell_moment(moment: datetime) -> str:
    """ "dinsdag 29 september, 9.15 uur": one of several that are near."""
    return gettext("%(dag)s, %(tijd)s uur") % {
        "dag": tell_dag(to_local(moment).date()),
        "tijd": tell_klok(moment),
    }


def tell_afspraak(moment: datetime) -> str:
    """ "dinsdag 29 september 2026 om 9.15 uur": what is agreed, whole."""
    return gettext("%(dag)s om %(tijd)s uur") % {
        "dag": date_format(to_local(moment), "l j F Y"),
        "tijd": tell_klok(moment),
    }
