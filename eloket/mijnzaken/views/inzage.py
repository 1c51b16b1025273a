"""Who looked into my zaken: when, which department, and for what. Never an employee's name."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.accounts.services import Identiteit, Niveau, burger_required
from eloket.mijnzaken.views.wie import (
    list_crumb,
    require_dossier,
    require_identiteit,
    screen_context,
    title_of,
)
from eloket.website.services import Link
from eloket.zaken.services import RegisterError, list_raadplegingen

PER_PAGE = 20


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def inzage(request: HttpRequest) -> HttpResponse:
    """Into all zaken of this person. A gemachtigde sees none: these are not their own."""
    identiteit = require_identiteit(request)
    crumbs = [list_crumb(), Link(_("Wie keek in uw zaken?"), "")]
    return _show(request, identiteit, crumbs)


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def inzage_zaak(request: HttpRequest, identificatie: str) -> HttpResponse:
    """Into one zaak; somebody else's is 404."""
    identiteit = require_identiteit(request)
    dossier = require_dossier(identificatie, identiteit)
    zaak = Link(title_of(dossier), reverse("mijnzaken:zaak", args=[identificatie]))
    crumbs = [list_crumb(), zaak, Link(_("Wie keek in uw zaken?"), "")]
    return _show(request, identiteit, crumbs, identificatie)


def _show(
    request: HttpRequest, identiteit: Identiteit, crumbs: list[Link], identificatie: str = ""
) -> HttpResponse:
    context = {
        "identificatie": identificatie,
        "gemachtigde": identiteit.handelende is not None,
        **_looks(request, identiteit, identificatie),
        **screen_context(request, identiteit, *crumbs),
    }
    return render(request, "mijnzaken/inzage.html", context, status=503 if context["storing"] else 200)


def _looks(request: HttpRequest, identiteit: Identiteit, identificatie: str) -> dict[str, Any]:
    """A page of them; `storing` when the register is silent: that is not the same as nobody having looked."""
    if identiteit.handelende is not None:
        return {"storing": False, "pagina": None}
    try:
        found = list_raadplegingen(identiteit.belanghebbende, identificatie=identificatie)
    except RegisterError:
        return {"storing": True, "pagina": None}
    return {"storing": False, "pagina": Paginator(found, PER_PAGE).get_page(request.GET.get("pagina"))}
