from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.health.onderdelen import list_onderdelen
from eloket.health.storingen import list_meldingen
from eloket.lib import klok
from eloket.website.services import Link, list_storingen

STORINGEN_SECONDEN = 10


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Every part asked; 503 when one of them is not well."""
    parts = list_onderdelen(now=klok.now())
    ready = all(part.ok for part in parts)
    body = {"ready": ready, "parts": {part.name: {"ok": part.ok, **part.facts} for part in parts}}
    return JsonResponse(body, status=200 if ready else 503, headers={"Cache-Control": "no-store"})


@require_safe
def storingen(request: HttpRequest) -> HttpResponse:
    """What works now, in plain words. Kept by nobody for longer than seconds."""
    now = klok.now()
    crumbs = [Link(_("Home"), reverse("wagtail_serve", args=[""])), Link(_("Storingen"), request.path)]
    context = {
        "meldingen": list_meldingen(now=now),
        "storingen": list_storingen(now=now),
        "now": now,
        "crumbs": crumbs,
    }
    response = render(request, "storingen/storingen.html", context)
    patch_cache_control(response, public=True, max_age=STORINGEN_SECONDEN)
    return response
