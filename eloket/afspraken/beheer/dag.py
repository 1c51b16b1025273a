"""The day itself: somebody at the desk says who arrived, and opens how to reach somebody."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from eloket.afspraken.beheer.rechten import MAG_DAG, MAG_WIE, get_user, recht_required
from eloket.afspraken.models import Afspraak
from eloket.afspraken.services.bord import to_bordregel
from eloket.afspraken.services.dag import (
    NietMogelijk,
    check_in,
    list_stappen,
    list_voorvallen,
    mark_afspraak,
    note_look,
)
from eloket.afspraken.services.referentie import show_referentie
from eloket.afspraken.services.wie import tell_contact, tell_regels
from eloket.lib import klok


@require_POST
@recht_required(MAG_DAG)
def meld_aan(request: HttpRequest, code: str) -> HttpResponse:
    """Check in by the number on the confirmation."""
    door = get_user(request).get_username()
    try:
        regel = check_in(code, request.POST.get("nummer", ""), door=door, now=klok.now())
    except NietMogelijk as error:
        messages.error(request, str(error))
    else:
        words = _("%(wie)s is er: %(tijd)s uur, %(wat)s.")
        tijd = date_format(regel.begin.astimezone(get_default_timezone()), "H:i")
        messages.success(
            request, words % {"wie": regel.wie or regel.toonreferentie, "tijd": tijd, "wat": regel.wat}
        )
    return redirect("afspraakbeheer:bord", code)


@require_POST
@recht_required(MAG_DAG)
def zet_status(request: HttpRequest, id: UUID) -> HttpResponse:
    """`naar`: what happened; `was`: what the screen said."""
    door = get_user(request).get_username()
    try:
        naar, was = request.POST.get("naar", ""), request.POST.get("was", "")
        row = mark_afspraak(id, naar, was=was, door=door, now=klok.now())
    except Afspraak.DoesNotExist:
        raise Http404 from None
    except NietMogelijk as error:
        messages.error(request, str(error))
    else:
        text = _("%(nummer)s is nu: %(status)s.")
        nummer = show_referentie(row.referentie)
        messages.success(request, text % {"nummer": nummer, "status": row.get_status_display()})
    return redirect(_back(request))


@require_safe
@recht_required(MAG_WIE)
def afspraak(request: HttpRequest, id: UUID) -> HttpResponse:
    """Who comes and how to reach them. That an employee looked is noted with the afspraak."""
    rows = Afspraak.objects.select_related("locatie").prefetch_related("regels__soort", "voorvallen")
    row = rows.filter(pk=id).first()
    if row is None:
        raise Http404
    now = klok.now()
    note_look(row, door=get_user(request).get_username(), now=now)
    regel = to_bordregel(row, agenda="", met_namen=True)
    context = {
        "afspraak": row,
        "nummer": show_referentie(row.referentie),
        "wat": tell_regels(row),
        "feiten": tell_contact(row),
        "stukken": row.bijlagen.count(),
        "stappen": list_stappen(regel, now=now) if request.user.has_perm(MAG_DAG) else [],
        "voorvallen": list_voorvallen(row),
    }
    return render(request, "afspraken/beheer/afspraak.html", context)


def _back(request: HttpRequest) -> str:
    """To the board that the button stood on."""
    url = request.POST.get("terug", "")
    safe = url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
    return url if safe else reverse("afspraakbeheer:start")
