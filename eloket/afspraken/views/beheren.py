"""What somebody does with an afspraak after it was made: see it, cancel it, put it in a calendar.

A GET shows and changes nothing: mail programs open every link. A page names no person.
"""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from eloket.afspraken.models import Afspraak
from eloket.afspraken.services.agendapunt import MIMETYPE, name_agendabestand
from eloket.afspraken.services.boeken import cancel_afspraak
from eloket.afspraken.services.lezen import to_info
from eloket.afspraken.services.links import make_token
from eloket.afspraken.services.overzicht import make_agendapunt, make_overzicht, tell_overzicht
from eloket.afspraken.views.antwoord import make_crumbs, with_link
from eloket.afspraken.views.scherm import see_other


@require_safe
@with_link
def beheren(request: HttpRequest, afspraak: Afspraak, now: datetime) -> HttpResponse:
    """The afspraak as it stands, with what can be done."""
    is_verzet = "verzet" in request.GET and afspraak.versie > 0
    return show_afspraak(request, afspraak, now=now, is_verzet=is_verzet)


# Exempt for the same reason as `with_link`, which stands below the decorator that asks for a method.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def annuleren(request: HttpRequest, afspraak: Afspraak, now: datetime) -> HttpResponse:
    """Ask whether they are sure; a POST cancels. Once cancelled, again is no error."""
    info = to_info(afspraak)
    if not info.is_ahead(now):
        return show_afspraak(request, afspraak, now=now, te_laat=not info.geannuleerd)
    if request.method == "POST":
        cancel_afspraak(afspraak.pk, door="", now=now)
        return see_other(_url("beheren", afspraak))
    context = {
        "afspraak": tell_overzicht(info),
        "beheer_url": _url("beheren", afspraak),
        "annuleer_url": _url("annuleren", afspraak),
        "verzet_url": _url("verzetten", afspraak),
        "crumbs": make_crumbs(_("Uw afspraak annuleren")),
    }
    return render(request, "afspraken/beheren/annuleren.html", context)


@require_safe
@with_link
def agendabestand(request: HttpRequest, afspraak: Afspraak, now: datetime) -> HttpResponse:
    """The entry for a calendar, also of an afspraak that was cancelled: that takes it out."""
    from eloket.afspraken.services.agendabestand import write_agendabestand

    overzicht = make_overzicht(afspraak)
    punt = make_agendapunt(afspraak, overzicht, met_link=True, taal=get_language() or afspraak.taal)
    text = write_agendabestand(punt, now=now)
    naam = name_agendabestand(overzicht.nummer)
    disposition = content_disposition_header(as_attachment=True, filename=naam)
    headers = {"Content-Disposition": disposition or "attachment", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(text, content_type=f"{MIMETYPE}; charset=utf-8", headers=headers)


def show_afspraak(
    request: HttpRequest,
    afspraak: Afspraak,
    *,
    now: datetime,
    is_verzet: bool = False,
    te_laat: bool = False,
) -> HttpResponse:
    """The page itself. `te_laat`: they wanted a change, and it cannot be made any more."""
    info = to_info(afspraak)
    context = {
        "afspraak": tell_overzicht(info),
        "wijzigbaar": info.is_ahead(now),
        "is_verzet": is_verzet,
        "te_laat": te_laat,
        "agenda_url": _url("agendabestand", afspraak),
        "annuleer_url": _url("annuleren", afspraak),
        "verzet_url": _url("verzetten", afspraak),
        "nieuw_url": reverse("afspraken:start"),
        "crumbs": make_crumbs(_("Uw afspraak")),
    }
    return render(request, "afspraken/beheren/afspraak.html", context, status=409 if te_laat else 200)


def _url(naam: str, afspraak: Afspraak) -> str:
    """In the language of the page, which may be another than that of the afspraak."""
    return reverse(f"afspraken:{naam}", args=[make_token(afspraak)])
