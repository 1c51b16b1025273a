"""The gemeente is late: what one can do, and what it leads to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.accounts.services import Niveau, burger_required
from eloket.lib import klok
from eloket.mijnzaken.services import get_te_laat
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
def te_laat(request: HttpRequest, identificatie: str) -> HttpResponse:
    """Somebody else's zaak is 404; a zaak that is in time says so."""
    identiteit = require_identiteit(request)
    dossier = require_dossier(identificatie, identiteit)
    here = Link(title_of(dossier), reverse("mijnzaken:zaak", args=[identificatie]))
    context = {
        **screen_context(request, identiteit, list_crumb(), here, Link(_("De gemeente is te laat"), "")),
        "dossier": dossier,
        "te_laat": get_te_laat(dossier, today=klok.today()),
        "identificatie": identificatie,
    }
    return render(request, "mijnzaken/te_laat.html", context, status=503 if dossier.storing else 200)
