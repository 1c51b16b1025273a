"""The login page of citizens and businesses.

Who uses it: somebody who wants to do their own business, and has never seen this page before.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from eloket.accounts.niveau import Niveau
from eloket.accounts.services import BURGER_MIDDELEN, get_identiteit
from eloket.accounts.views.adres import allow_providers, landing, next_path
from eloket.accounts.views.start import start_login
from eloket.accounts.views.woorden import describe, who_for


@dataclass(frozen=True)
class Keuze:
    """One way to log in, as the page shows it."""

    middel: str
    naam: str
    voor: str
    nodig: str


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def inloggen(request: HttpRequest) -> HttpResponseBase:
    """Choose how to log in (GET), and go there (POST)."""
    if request.method == "POST":
        middel = request.POST.get("middel", "")
        if middel not in BURGER_MIDDELEN:
            raise Http404
        niveau = read_niveau(request.POST)
        return start_login(request, middel=middel, next=next_path(request) or landing(), niveau=niveau)
    allow_providers(request)
    return _choose(request)


def _choose(request: HttpRequest) -> HttpResponseBase:
    niveau, path, middelen = read_niveau(request.GET), next_path(request), _middelen(request)
    who = get_identiteit(request)
    if who and who.niveau >= niveau and who.middel in middelen:
        return HttpResponseRedirect(path or landing())
    keuzes = [
        Keuze(middel, settings.ELOKET_OIDC[middel]["naam"], who_for(middel), describe(middel, niveau))
        for middel in middelen
    ]
    context = {
        "keuzes": keuzes,
        "next": path,
        "niveau": int(niveau),
        "te_laag": bool(who and who.niveau < niveau and who.middel in middelen),
        "verlopen": "verlopen" in request.GET and who is None,
        "minuten": settings.ELOKET_SESSIE_MINUTEN,
    }
    return render(request, "accounts/inloggen.html", context)


def read_niveau(query: QueryDict) -> Niveau:
    """The level that is asked; DigiD midden for none, and for anything that is no level."""
    value = query.get("niveau", "")
    known = {str(int(niveau)): niveau for niveau in Niveau}
    return max(known.get(value, Niveau.MIDDEN), Niveau.BASIS)


def _middelen(request: HttpRequest) -> list[str]:
    """The offered ways, of those that this gemeente has."""
    available = [middel for middel in BURGER_MIDDELEN if settings.ELOKET_OIDC[middel]["client_id"]]
    asked = request.GET.getlist("middel")
    return [middel for middel in available if middel in asked] or available
