"""The employees' login: the gemeente's own login service, and the sealed emergency account."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from eloket.accounts.forms import NoodForm
from eloket.accounts.medewerkers import MEDEWERKER
from eloket.accounts.niveau import Niveau
from eloket.accounts.services import get_medewerker
from eloket.accounts.views.adres import allow_providers, next_path
from eloket.accounts.views.start import start_login

BEHEER = "/beheer/"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def medewerker(request: HttpRequest) -> HttpResponseBase:
    """One button (GET), and off to the gemeente's login service (POST).

    Never forwards somebody who is logged in already: who was sent here for want of a right would loop.
    """
    if request.method == "POST":
        path = next_path(request) or BEHEER
        return start_login(request, middel=MEDEWERKER, next=path, niveau=Niveau.GEEN)
    allow_providers(request)
    context = {
        "next": next_path(request),
        "user_ingelogd": get_medewerker(request),
        "dienst": settings.ELOKET_OIDC[MEDEWERKER]["client_id"],
        "beheer": BEHEER,
    }
    return render(request, "accounts/medewerker.html", context)


@never_cache
@sensitive_post_parameters("wachtwoord", "code")
@require_http_methods(["GET", "HEAD", "POST"])
def nood(request: HttpRequest) -> HttpResponseBase:
    """Password and second factor, for when the gemeente's login service is down."""
    form = NoodForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.user, backend=settings.AUTHENTICATION_BACKENDS[0])
        return HttpResponseRedirect(next_path(request) or BEHEER)
    status = 403 if form.is_bound else 200
    return render(request, "accounts/nood.html", {"form": form, "next": next_path(request)}, status=status)
