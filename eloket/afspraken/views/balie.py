"""Where an employee begins an afspraak for who calls or stands there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.accounts.services import get_medewerker
from eloket.afspraken.keuze import read_keuze
from eloket.afspraken.views.scherm import BALIE
from eloket.afspraken.views.start import go_on_with, list_all, make_doors
from eloket.website.services import Link


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The same two doors, and what an employee should know beforehand."""
    known = list_all(BALIE.bereik)
    answer = go_on_with(BALIE, read_keuze(request.GET), known)
    if answer is not None:
        return answer
    context = {
        "crumbs": [Link(_("Balie"), reverse("balie:start")), Link(_("Een afspraak maken"), "")],
        "deuren": make_doors(BALIE, known),
        "medewerker": get_medewerker(request),
    }
    return render(request, "afspraken/balie_start.html", context)
