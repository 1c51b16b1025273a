"""What the pages after a booking share."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from eloket.afspraken.backends.base import NietBereikbaar
from eloket.afspraken.models import Afspraak
from eloket.afspraken.services.links import LinkOngeldig, LinkVerlopen, open_token
from eloket.lib import klok
from eloket.website.services import Link

Behandeling = Callable[[HttpRequest, Afspraak, datetime], HttpResponseBase]


def with_link(view: Behandeling) -> Callable[..., HttpResponseBase]:
    """Give the view the afspraak that the key in the address opens; else tell what to do now.

    No CSRF token: the key stands in the address and nowhere else, so that another site cannot send a form in
    the name of who has it. A browser could not show where a form comes from either: with the policy
    no-referrer it says "Origin: null".
    """

    @csrf_exempt
    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponseBase:
        now = klok.now()
        try:
            return view(request, open_token(token, now=now), now)
        except LinkVerlopen:
            return _refuse(request, verlopen=True)
        except LinkOngeldig:
            return _refuse(request, verlopen=False)
        except NietBereikbaar:
            url = reverse("afspraken:beheren", args=[token])
            return render(request, "afspraken/beheren/storing.html", {"terug_url": url}, status=503)

    return opened


def make_crumbs(title: str) -> list[Link]:
    """Home, the page of afspraken, and this one. Never with the key of a link in it."""
    home = Link(_("Home"), reverse("wagtail_serve", args=[""]))
    return [home, Link(_("Een afspraak maken"), reverse("afspraken:start")), Link(title, "")]


def _refuse(request: HttpRequest, *, verlopen: bool) -> HttpResponse:
    context = {
        "verlopen": verlopen,
        "opzoek_url": reverse("afspraken:opzoeken"),
        "nieuw_url": reverse("afspraken:start"),
    }
    status = 410 if verlopen else 404
    return render(request, "afspraken/beheren/geen_link.html", context, status=status)
