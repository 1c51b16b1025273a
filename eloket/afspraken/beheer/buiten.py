"""Afspraken that fall outside the opening hours as they are: somebody must call these people."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from eloket.afspraken.backends.base import NietBereikbaar
from eloket.afspraken.beheer.rechten import MAG_BORD, recht_required
from eloket.afspraken.services.gevolgen import list_geraakt
from eloket.lib import klok

GETOOND = 500


@require_safe
@recht_required(MAG_BORD)
def buiten(request: HttpRequest) -> HttpResponse:
    """The list, or that the agenda does not answer."""
    try:
        geraakt = list_geraakt(now=klok.now())
    except NietBereikbaar:
        return render(request, "afspraken/beheer/storing.html", status=503)
    context = {"geraakt": geraakt[:GETOOND], "meer": max(0, len(geraakt) - GETOOND)}
    return render(request, "afspraken/beheer/buiten.html", context)
