"""Logging out, and staying logged in."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eloket.accounts.middleware import is_medewerker_pad
from eloket.accounts.views.adres import next_path


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def uitloggen(request: HttpRequest) -> HttpResponseBase:
    """End the session of this address (POST); a plain button for whoever typed it in (GET)."""
    if request.method == "POST":
        logout(request)
        target = "accounts:medewerker" if is_medewerker_pad(request.path_info) else "accounts:uitgelogd"
        return HttpResponseRedirect(reverse(target))
    return render(request, "accounts/uitloggen.html")


@never_cache
@require_safe
def uitgelogd(request: HttpRequest) -> HttpResponse:
    """Says that it worked."""
    return render(request, "accounts/uitgelogd.html")


@never_cache
@require_POST
def blijf(request: HttpRequest) -> HttpResponseBase:
    """Keep the session open: reading it moves its end. 204, 401 when it had ended, or back to `next`."""
    alive = request.user.is_authenticated
    if path := next_path(request):
        return HttpResponseRedirect(path)
    return HttpResponse(status=204 if alive else 401)
