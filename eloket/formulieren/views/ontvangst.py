"""After sending: the receipt and the copy. Plain GETs, for the owner only."""

import uuid as uuid_module

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from eloket.accounts.services import asks_login, get_identiteit, seconds_left
from eloket.bestanden.services import serve_bestand
from eloket.formulieren.aanvrager import list_rijen, tell_controle
from eloket.formulieren.betreft import from_dict, list_betreft
from eloket.formulieren.models import Aanvraag
from eloket.formulieren.models.telling import Kanaal
from eloket.formulieren.schermen import sessie_context
from eloket.formulieren.services.aanvragen import AanvraagNotFound
from eloket.formulieren.services.aanvragers import read_aanvrager
from eloket.formulieren.services.bijlagen import list_bijlagen
from eloket.formulieren.services.eigenaar import eigenaar_of_identiteit
from eloket.formulieren.services.indienen import find_for, get_own_aanvraag
from eloket.formulieren.views.beslissing import beslissing_context
from eloket.formulieren.views.wie import ask_login, get_eigenaar
from eloket.lib import klok
from eloket.uitgifte.services import ask_herkeuring


def ontvangst(request: HttpRequest, slug: str, uuid: uuid_module.UUID) -> HttpResponse:
    """Number, time, what happens next and by when."""
    found = find_own(request, slug, uuid)
    if isinstance(found, HttpResponse):
        return found
    definitie, aanvrager = found.versie.definitie, read_aanvrager(found)
    # Also for whom an employee sent it: they came here from Mijn zaken.
    mijn_zaken = asks_login(found.niveau) or (
        found.kanaal != Kanaal.WEBSITE and get_identiteit(request) is not None
    )
    context = {
        **sessie_context(get_identiteit(request) if mijn_zaken else None, seconds_left=seconds_left(request)),
        "aanvraag": found,
        "bijlagen": list_bijlagen(found),
        "betreft": list_betreft(from_dict(found.betreft)),
        "aanvrager": list_rijen(aanvrager),
        "controle": tell_controle(aanvrager),
        "formulier_titel": str(definitie.titel),
        "vervolg": str(definitie.vervolg),
        "mijn_zaken": mijn_zaken,
        **beslissing_context(found, mens_url=reverse("formulieren:mens", args=[slug, uuid])),
        "ontvangst_url": reverse("formulieren:ontvangst", args=[slug, uuid]),
        "kopie_url": reverse("formulieren:kopie", args=[slug, uuid]),
    }
    response = render(request, "formulieren/ontvangst.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def mens(request: HttpRequest, slug: str, uuid: uuid_module.UUID) -> HttpResponse:
    """Let an employee look again at what a machine decided (AVG art. 22 lid 3)."""
    found = find_own(request, slug, uuid)
    if isinstance(found, HttpResponse):
        return found
    ask_herkeuring(str(found.pk), now=klok.now())
    return redirect("formulieren:ontvangst", slug=slug, uuid=uuid)


def kopie(request: HttpRequest, slug: str, uuid: uuid_module.UUID) -> HttpResponseBase:
    """The PDF; back to the receipt while it is being made."""
    found = find_own(request, slug, uuid)
    if isinstance(found, HttpResponse):
        return found
    if not found.kopie:
        return redirect("formulieren:ontvangst", slug=slug, uuid=uuid)
    return serve_bestand(found.kopie, als=f"{found.identificatie}.pdf")


def find_own(request: HttpRequest, slug: str, uuid: uuid_module.UUID) -> Aanvraag | HttpResponse:
    """The aanvraag, or the way to the login. Errors: `Http404`, also for somebody else's."""
    niveau = (
        Aanvraag.objects.filter(pk=uuid, versie__formulier__slug=slug)
        .values_list("niveau", flat=True)
        .first()
    )
    if niveau is None:
        raise Http404(str(uuid))
    eigenaar = get_eigenaar(request, niveau=niveau)
    if eigenaar is None:
        return ask_login(request, niveau=niveau)
    try:
        return get_own_aanvraag(uuid, eigenaar=eigenaar)
    except AanvraagNotFound:
        pass
    identiteit = get_identiteit(request)
    found = find_for(uuid, voor=eigenaar_of_identiteit(identiteit)) if identiteit else None
    if found is None:
        raise Http404(str(uuid))
    return found
