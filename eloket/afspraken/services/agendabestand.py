"""The entry for somebody's own calendar (RFC 5545, 5546): published, moved and taken back under one UID.

Times are UTC, so that no file needs a table of time zones. It says where and when, never what for: calendars
are shared with colleagues. The library is large: who writes an entry imports this where it is needed.
"""

import unicodedata
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override
from icalendar import Alarm, Calendar, Event, vCalAddress, vText, vUri

from eloket.afspraken.services.agendapunt import Agendapunt

PRODID = "-//eloket//afspraken//NL"
VOORAF = timedelta(hours=-24)


def write_agendabestand(punt: Agendapunt, *, now: datetime) -> str:
    """The file as text, with its lines folded."""
    with override(punt.taal):
        calendar = Calendar()
        calendar.add("prodid", PRODID)
        calendar.add("version", "2.0")
        calendar.add("method", "CANCEL" if punt.geannuleerd else "PUBLISH")
        calendar.add_component(_make_event(punt, now=now))
        return calendar.to_ical().decode()


def _make_event(punt: Agendapunt, *, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{punt.referentie}@{urlsplit(settings.ELOKET_BASIS_URL).hostname}")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", punt.begin.astimezone(UTC))
    event.add("dtend", punt.eind.astimezone(UTC))
    event.add("sequence", punt.volgnummer)
    event.add("status", "CANCELLED" if punt.geannuleerd else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("summary", _clean(_("Afspraak bij %(gemeente)s") % {"gemeente": punt.gemeente}))
    event.add("location", _clean(punt.plaats))
    event.add("description", _clean(_describe(punt)))
    event.add("organizer", _make_organizer(punt.gemeente))
    if punt.url:
        event.add("url", vUri(punt.url))
    if not punt.geannuleerd:
        event.add_component(_make_alarm(punt))
    return event


def _describe(punt: Agendapunt) -> str:
    lines = [_("Afspraaknummer: %(nummer)s") % {"nummer": punt.nummer}]
    if punt.meenemen:
        lines.append(_("Neem mee: %(meenemen)s") % {"meenemen": punt.meenemen})
    if punt.url:
        lines.append(_("Verzetten of annuleren: %(url)s") % {"url": punt.url})
    return "\n".join(lines)


def _make_alarm(punt: Agendapunt) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", VOORAF)
    alarm.add("description", _clean(_("Afspraak bij %(gemeente)s") % {"gemeente": punt.gemeente}))
    return alarm


def _make_organizer(gemeente: str) -> vCalAddress:
    organizer = vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    organizer.params["CN"] = vText(_clean(gemeente).replace('"', "'").replace("\n", " "))
    return organizer


def _clean(text: str) -> str:
    """Without signs that a calendar may not hold: control characters and halves of a pair."""
    return "".join(sign for sign in text if sign in "\t\n" or unicodedata.category(sign) not in ("Cc", "Cs"))
