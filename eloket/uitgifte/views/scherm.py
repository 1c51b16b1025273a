"""What the pages of checking share: never kept, bounded per visitor, and the same crumbs."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from eloket.lib import klok
from eloket.lib.herkomst import client_address
from eloket.lib.limiet import take_turn
from eloket.uitgifte.forms import CodeForm
from eloket.uitgifte.services import Controle, Stand
from eloket.uitgifte.tonen import show_claims, show_moment, show_term
from eloket.uitgifte.woorden import OORDELEN
from eloket.website.services import Link, Rij

SECONDS = 3600
View = Callable[..., HttpResponse]


def checking(view: View) -> View:
    """A page that says what holds now: in no cache or search engine, and not without end for one visitor."""

    @never_cache
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        maximum, who = settings.ELOKET_CONTROLE_PER_UUR, client_address(request)
        if take_turn("controleer", who, maximum=maximum, seconds=SECONDS, now=klok.now()):
            response = view(request, *args, **kwargs)
        else:
            response = show(request, "uitgifte/te_vaak.html", {}, status=429)
            response["Retry-After"] = str(SECONDS)
        response["X-Robots-Tag"] = "noindex"
        return response

    return wrapped


def show(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page of checking, with its crumbs and the box for a code."""
    crumbs = [Link(_("Home"), reverse("wagtail_serve", args=[""])), Link(_("Document controleren"), "")]
    return render(
        request, template, {"form": CodeForm(), "code": "", "crumbs": crumbs, **context}, status=status
    )


def show_unknown(request: HttpRequest, code: str) -> HttpResponse:
    """The code that somebody asked for, without signs that cannot be shown, and what to do."""
    readable = "".join(sign for sign in code if sign.isprintable())[:64]
    return show(request, "uitgifte/onbekend.html", {"code": readable}, status=404)


def controle_context(controle: Controle, *, now: datetime) -> dict[str, Any]:
    """What uitgifte/controle.html shows of a product."""
    return {
        "uitkomst": "",
        "controle": controle,
        "code": controle.code,
        "oordeel": OORDELEN[controle.stand],
        "rijen": _list_rijen(controle, now=now),
    }


def _list_rijen(controle: Controle, *, now: datetime) -> list[Rij]:
    since = {
        Stand.GESCHORST: _("Stopgezet sinds"),
        Stand.INGETROKKEN: _("Ingetrokken op"),
        Stand.VERVANGEN: _("Vervangen op"),
    }.get(controle.stand)
    return [
        Rij(_("Wat is het?"), controle.naam),
        *show_claims(controle.velden, controle.claims),
        *show_term(controle.geldig_vanaf, controle.geldig_tot),
        *([Rij(since, show_moment(controle.sinds))] if since else []),
        Rij(_("Code"), controle.tooncode),
        Rij(_("Gecontroleerd op"), show_moment(now)),
    ]
