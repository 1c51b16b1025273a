"""A document of a zaak, for its resident: fetched here, so that nobody needs a way into the register."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.accounts.services import Niveau, burger_required
from eloket.bestanden.services import serve_foreign
from eloket.mijnzaken.services import NotMine, open_own_document
from eloket.mijnzaken.views.wie import list_crumb, require_identiteit, screen_context, zaak_crumb
from eloket.website.services import Link
from eloket.zaken.services import RegisterError


@require_safe
@burger_required(niveau=Niveau.MIDDEN)
def document(request: HttpRequest, identificatie: str, id: str) -> HttpResponseBase:
    """The file, to save. 404 for another's and for one that is not for residents; 503 in an outage."""
    identiteit = require_identiteit(request)
    try:
        found, chunks = open_own_document(
            identificatie, id, voor=identiteit.belanghebbende, door=identiteit.handelende
        )
        return serve_foreign(chunks, naam=found.titel, mimetype=found.formaat, grootte=found.omvang)
    except NotMine:
        raise Http404("Dit document is er niet, of is niet voor u.") from None
    except RegisterError:
        crumbs = (list_crumb(), zaak_crumb(identificatie), Link(_("Document"), ""))
        context = {**screen_context(request, identiteit, *crumbs), "identificatie": identificatie}
        return render(request, "mijnzaken/document_storing.html", context, status=503)
