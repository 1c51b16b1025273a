"""What somebody sent before a visit, for who has the talk: a list, and each file to save."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from eloket.accounts.services import get_medewerker
from eloket.afspraken.models import Afspraak
from eloket.afspraken.services.inzien import NietVoorU, note_geopend, require_afspraak
from eloket.afspraken.services.stukken import StukNotFound, list_stukken, serve_stuk
from eloket.bestanden.services import BestandNotFound, Staat
from eloket.lib import klok
from eloket.website.services import show_grootte


@require_safe
def stukken(request: HttpRequest, afspraak: UUID) -> HttpResponse:
    """Every file of this afspraak. Errors: `Http404` for who does not serve it."""
    found = _require(request, afspraak)
    rows = [
        {
            "naam": info.naam,
            "grootte": show_grootte(info.grootte),
            "id": pk if info.staat == Staat.SCHOON else None,
            "geweigerd": info.staat == Staat.GEWEIGERD,
        }
        for pk, info in list_stukken(found.pk)
    ]
    response = render(request, "afspraken/beheer/stukken.html", {"afspraak": found, "stukken": rows})
    add_never_cache_headers(response)
    return response


@require_safe
def stuk(request: HttpRequest, afspraak: UUID, bijlage: int) -> HttpResponseBase:
    """One file; that it was opened is noted. Errors: `Http404`, also while the scanner has not spoken."""
    found = _require(request, afspraak)
    try:
        response = serve_stuk(found.pk, bijlage)
    except (StukNotFound, BestandNotFound):
        raise Http404(str(bijlage)) from None
    user = get_medewerker(request)
    if user is not None and request.method == "GET":
        note_geopend(found, user=user, now=klok.now())
    return response


def _require(request: HttpRequest, afspraak: UUID) -> Afspraak:
    user = get_medewerker(request)
    try:
        if user is not None:
            return require_afspraak(afspraak, user=user)
    except NietVoorU:
        pass
    raise Http404(str(afspraak))


app_name = "afspraakstukken"
urlpatterns = [
    path("<uuid:afspraak>/stukken/", stukken, name="lijst"),
    path("<uuid:afspraak>/stukken/<int:bijlage>/", stuk, name="stuk"),
]
