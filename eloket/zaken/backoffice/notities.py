"""Notes for colleagues; no resident ever sees one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from eloket.lib import klok
from eloket.zaken.backoffice.toegang import behandelaar_required, get_name
from eloket.zaken.forms.notitie import NotitieForm
from eloket.zaken.services import NieuweNotitie, add_notitie


@require_POST
@behandelaar_required
def notitie(request: HttpRequest, identificatie: str) -> HttpResponse:
    """Add a note, also to a closed zaak."""
    form = NotitieForm(request.POST)
    if form.is_valid():
        nieuw = NieuweNotitie(form.cleaned_data["tekst"], get_name(request))
        add_notitie(identificatie, nieuw, now=klok.now())
        messages.success(request, _("Uw notitie staat erbij. Alleen collega's lezen hem."))
    else:
        messages.error(request, " ".join(str(each) for each in form.errors.get("tekst", [])))
    return redirect("zaken:zaak", identificatie=identificatie)
