"""Looking into who the aanvrager says to be."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from eloket.lib import klok
from eloket.zaken.backoffice.toegang import behandelaar_required, get_name
from eloket.zaken.services import set_controle


@require_POST
@behandelaar_required
def controle(request: HttpRequest, identificatie: str) -> HttpResponse:
    """Note that somebody looked into who the aanvrager says to be."""
    uitkomst = request.POST.get("uitkomst")
    if uitkomst in ("klopt", "klopt_niet"):
        set_controle(identificatie, klopt=uitkomst == "klopt", door=get_name(request), now=klok.now())
        messages.success(request, _("Wij hebben bewaard dat u de aanvrager hebt gecontroleerd."))
    return redirect("zaken:zaak", identificatie=identificatie)
