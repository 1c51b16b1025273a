"""One zaak, and why its dates are what they are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.accounts.services import Niveau, burger_required
from eloket.berichten.services import note_gelezen
from eloket.lib import klok
from eloket.mijnzaken.services import get_acties, get_waarom
from eloket.mijnzaken.views.wie import (
    list_crumb,
    require_dossier,
    require_identiteit,
    screen_context,
    title_of,
)
from eloket.website.services import Link


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def zaak(request: HttpRequest, identificatie: str) -> HttpResponse:
    """One zaak; somebody else's is 404, like one that does not exist."""
    identiteit = require_identiteit(request)
    dossier = require_dossier(identificatie, identiteit)
    if identiteit.handelende is None:
        note_gelezen(zaak=identificatie, voor=identiteit.belanghebbende, now=klok.now())
    context = {
        **screen_context(request, identiteit, list_crumb(), Link(title_of(dossier), "")),
        "dossier": dossier,
        "acties": get_acties(dossier, today=klok.today()),
        "identificatie": identificatie,
    }
    return render(request, "mijnzaken/zaak.html", context, status=503 if dossier.storing else 200)


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def waarom(request: HttpRequest, identificatie: str) -> HttpResponse:
    """How the dates of one zaak came about; somebody else's is 404."""
    identiteit = require_identiteit(request)
    dossier = require_dossier(identificatie, identiteit)
    uitleg = get_waarom(dossier, today=klok.today())
    here = Link(title_of(dossier), reverse("mijnzaken:zaak", args=[identificatie]))
    context = {
        **screen_context(request, identiteit, list_crumb(), here, Link(_("Waarom deze datum?"), "")),
        "zaak": dossier.zaak,
        "uitleg": uitleg,
        "identificatie": identificatie,
    }
    return render(request, "mijnzaken/waarom.html", context, status=503 if uitleg.storing else 200)
