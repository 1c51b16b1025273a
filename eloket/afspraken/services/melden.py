"""Telling who comes of what happens to their afspraak, in the transaction in which it happens.

Booked is booked on the screen; a message is a copy. What an older message said is taken back first, so that
none arrives after a newer one.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import override

from eloket.afspraken.models import Afspraak, AfspraakStatus, Bevestiging
from eloket.afspraken.services.gegevens import read_bedrijf, read_bezoekers, read_contact
from eloket.afspraken.services.herinneren import is_still_true, plan_herinneringen
from eloket.afspraken.services.links import make_pad
from eloket.afspraken.services.overzicht import Overzicht, make_agendapunt, make_overzicht
from eloket.berichten.services import InvalidAdres, send_bericht, withdraw_berichten

BEVESTIGD, GEWIJZIGD = "afspraak_bevestigd", "afspraak_gewijzigd"
GEANNULEERD, HERINNERING = "afspraak_geannuleerd", "afspraak_herinnering"


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """`merk` tells one from the other in a key; `aan`: the lines of an envelope, for who gets a letter."""

    merk: str
    email: str = ""
    aan: str = ""
    beheert: bool = False


def tell_booked(afspraak: Afspraak, *, now: datetime) -> None:
    """It was made: confirm it, and remind of it later."""
    _tell(BEVESTIGD, afspraak, now=now)
    _plan(afspraak, now=now)


def tell_moved(afspraak: Afspraak, *, now: datetime) -> None:
    """It has another time or place, which `afspraak` already knows."""
    _tell(GEWIJZIGD, afspraak, now=now)
    _plan(afspraak, now=now)


def tell_cancelled(afspraak: Afspraak, *, now: datetime) -> None:
    """It was cancelled; reminders see that themselves."""
    _tell(GEANNULEERD, afspraak, now=now)


def remind(id: str, *, versie: int, dagen: int, now: datetime) -> None:
    """Remind of it by mail, so many days before; nothing when it was moved, cancelled or wiped since."""
    afspraak = Afspraak.objects.filter(pk=id, status=AfspraakStatus.GEBOEKT, gewist=None).first()
    if afspraak is None or not is_still_true(afspraak, versie=versie, dagen=dagen, now=now):
        return
    with override(afspraak.taal):
        overzicht = make_overzicht(afspraak)
        for ontvanger in _list_ontvangers(afspraak):
            if ontvanger.email:
                _send(HERINNERING, afspraak, overzicht, ontvanger, kenmerk=str(dagen), now=now)


def _plan(afspraak: Afspraak, *, now: datetime) -> None:
    """Reminders go by mail only."""
    if any(ontvanger.email for ontvanger in _list_ontvangers(afspraak)):
        plan_herinneringen(afspraak, now=now)


def _tell(sjabloon: str, afspraak: Afspraak, *, now: datetime) -> None:
    from eloket.afspraken.services.agendabestand import write_agendabestand

    with override(afspraak.taal):
        overzicht = make_overzicht(afspraak)
        withdraw_berichten(overzicht.nummer, now=now)
        for ontvanger in _list_ontvangers(afspraak):
            punt = make_agendapunt(afspraak, overzicht, met_link=ontvanger.beheert, taal=afspraak.taal)
            agenda = write_agendabestand(punt, now=now) if ontvanger.email else ""
            _send(sjabloon, afspraak, overzicht, ontvanger, agenda=agenda, now=now)


def _send(
    sjabloon: str,
    afspraak: Afspraak,
    overzicht: Overzicht,
    ontvanger: Ontvanger,
    *,
    agenda: str = "",
    kenmerk: str = "",
    now: datetime,
) -> None:
    """One message to one receiver. A wrong address stops nobody: the afspraak stands."""
    key = ":".join([sjabloon, str(afspraak.pk), str(afspraak.versie), ontvanger.merk, kenmerk])
    with suppress(InvalidAdres):
        send_bericht(
            sjabloon=sjabloon,
            email=ontvanger.email,
            gegevens=_fill(sjabloon, afspraak, overzicht, ontvanger),
            taal=afspraak.taal,
            key=key,
            agenda=agenda,
            aan=ontvanger.aan,
            now=now,
        )


def _fill(sjabloon: str, afspraak: Afspraak, overzicht: Overzicht, ontvanger: Ontvanger) -> dict[str, str]:
    bedrijf = read_bedrijf(afspraak.bedrijf)
    return {
        "reference": overzicht.nummer,
        "date": overzicht.datum,
        "time": overzicht.tijd,
        "place": overzicht.plaats,
        "bring": " ".join(overzicht.meenemen),
        "link": _choose_link(sjabloon, afspraak, ontvanger),
        "by": bedrijf.naam if bedrijf and not ontvanger.beheert else "",
    }


def _choose_link(sjabloon: str, afspraak: Afspraak, ontvanger: Ontvanger) -> str:
    """Where the button goes. On paper stands an address that can be typed over."""
    if not ontvanger.beheert:
        return ""
    if sjabloon == GEANNULEERD:
        return reverse("afspraken:start")
    return reverse("afspraken:opzoeken") if ontvanger.aan else make_pad("beheren", afspraak)


def _list_ontvangers(afspraak: Afspraak) -> list[Ontvanger]:
    """Who made it, by the way they chose, and who comes along."""
    contact = read_contact(afspraak.contact)
    found = []
    if contact and afspraak.bevestiging == Bevestiging.EMAIL and contact.email:
        found.append(Ontvanger("contact", email=contact.email, beheert=True))
    if contact and afspraak.bevestiging == Bevestiging.BRIEF:
        found.append(Ontvanger("contact", aan="\n".join([contact.naam, *contact.adres]), beheert=True))
    for number, bezoeker in enumerate(read_bezoekers(afspraak.bezoekers)):
        if bezoeker.email:
            found.append(Ontvanger(f"bezoeker{number}", email=bezoeker.email))
    return found
