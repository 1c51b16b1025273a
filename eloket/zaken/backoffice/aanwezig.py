"""Who else has this zaak open now: told when the page opens, and every half minute by its script."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from eloket.lib import klok
from eloket.zaken.backoffice.toegang import behandelaar_required, get_user
from eloket.zaken.regels import Zaakrol
from eloket.zaken.services import Aanwezige, list_aanwezigen, note_aanwezigheid


@require_POST
@partial(behandelaar_required, rol=Zaakrol.RAADPLEGER, noted=False)
def aanwezig(request: HttpRequest, identificatie: str) -> HttpResponse:
    """A sign of life; the answer is the part of the page that says who else is there."""
    context = {"aanwezigen": be_present(request, identificatie)}
    return render(request, "zaken/werk/aanwezigen.html", context)


def be_present(request: HttpRequest, identificatie: str) -> list[Aanwezige]:
    """Note that this employee is there; and the others."""
    user, now = get_user(request), klok.now()
    note_aanwezigheid(identificatie, medewerker=user, now=now)
    return list_aanwezigen(identificatie, behalve=user, now=now)
