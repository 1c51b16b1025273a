"""The form as a PDF to print, for who does not fill in on a screen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from eloket.formulieren.models import FormulierVersie
from eloket.formulieren.services.papier import get_papier
from eloket.formulieren.views.start import withdrawn
from eloket.outbox.services import NeedsPerson
from eloket.website.services import public_page


@require_safe
@public_page()
def papier(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for everybody. Without the library that makes PDFs a page says to call."""
    versie = FormulierVersie.objects.current(slug)
    if versie is None:
        return withdrawn(request, slug)
    try:
        pdf = get_papier(versie)
    except NeedsPerson:
        titel = str(versie.definitie.titel)
        return render(request, "formulieren/papier_niet.html", {"formulier_titel": titel}, status=503)
    disposition = content_disposition_header(as_attachment=False, filename=f"{slug}.pdf")
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": disposition or "inline"}
    )
