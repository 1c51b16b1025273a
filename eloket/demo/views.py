"""/demo/: who to be, where to go, and the mailbox. Only mounted in a demo."""

from datetime import datetime
from email.utils import parsedate_to_datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from eloket.demo.mailbox import Mail, get_mail, list_mails
from eloket.demo.personen import (
    EUROPEAAN,
    INWONER,
    MEDEWERKER,
    ONDERNEMER,
    PERSONEN,
    VERENIGING,
    Persoon,
)
from eloket.demo.rondleiding import list_adressen, list_stappen
from eloket.demo.stand import STEP, get_dagen, register_is_langzaam, register_is_uit
from eloket.lib import klok
from eloket.website.services import Link

GROEPEN = [
    (INWONER, "Inwoners", "Inloggen met DigiD"),
    (ONDERNEMER, "Ondernemers", "Inloggen met eHerkenning"),
    (EUROPEAAN, "Mensen uit een ander EU-land", "Inloggen met eIDAS"),
    (VERENIGING, "Verenigingen", "Zonder inloggen"),
    (MEDEWERKER, "Medewerkers", "Inloggen als medewerker"),
]


@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """The people, the addresses, the tour and the mailbox."""
    zaaksysteem = settings.ELOKET_DEMO_ZAAKSYSTEEM
    context = {
        "groepen": [(titel, inlog, _rows(soort)) for soort, titel, inlog in GROEPEN],
        "kolommen": ["Naam", "Waarvoor"],
        "adressen": list_adressen(zaaksysteem),
        "stappen": list_stappen(zaaksysteem),
        "vandaag": klok.today(),
        "dagen": get_dagen(),
        "verder": get_dagen() + STEP,
        "register_uit": register_is_uit(),
        "register_langzaam": register_is_langzaam(),
        "zaaksysteem": zaaksysteem,
        "mails": [(mail, _moment(mail)) for mail in list_mails()],
        "mailserver": bool(settings.ELOKET_SMTP_URL),
        "crumbs": [Link("Home", "/"), Link("Demo", request.path)],
    }
    return _fresh(render(request, "demo/demo.html", context))


@require_safe
def mail(request: HttpRequest, id: str) -> HttpResponse:
    """One mail, as plain text: what somebody else wrote never becomes markup here."""
    found = get_mail(id)
    if found is None:
        raise Http404
    crumbs = [Link("Home", "/"), Link("Demo", "/demo/"), Link(found.onderwerp, request.path)]
    context = {"mail": found, "moment": _moment(found), "crumbs": crumbs}
    return _fresh(render(request, "demo/mail.html", context))


def _rows(soort: str) -> list[list[str]]:
    return [[_name(persoon), persoon.wie] for persoon in PERSONEN if persoon.soort == soort]


def _name(persoon: Persoon) -> str:
    return f"{persoon.naam} ({persoon.organisatie})" if persoon.organisatie else persoon.naam


def _moment(mail: Mail) -> datetime | None:
    try:
        return parsedate_to_datetime(mail.moment)
    except ValueError:
        return None


def _fresh(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, no_store=True)
    return response
