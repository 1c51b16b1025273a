"""What was issued of one soort, and finding one product among all."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from eloket.lib import klok
from eloket.uitgifte.backoffice.toegang import BEKIJKEN, MEENEMEN, WIJZIGEN, get_login, recht_required
from eloket.uitgifte.backoffice.tonen import show_regel
from eloket.uitgifte.forms import LijstForm, VoorstelForm, ZoekForm
from eloket.uitgifte.services import (
    GETELD,
    GEVONDEN,
    count_producten,
    find_producten,
    list_pagina,
    list_soorten,
    list_voorstellen,
    note_gezocht,
)

FILTERS = ("stand", "gebied", "vanaf", "tot_en_met", "zonder_document")


@require_safe
@recht_required(BEKIJKEN)
def lijst(request: HttpRequest) -> HttpResponse:
    """Behandelaar and KCC: which are there of this soort, the newest first."""
    return render(request, "uitgifte/beheer/lijst.html", lijst_context(request, VoorstelForm()))


def lijst_context(request: HttpRequest, voorstel: VoorstelForm) -> dict[str, Any]:
    """What uitgifte/beheer/lijst.html shows; the filter stands in the address."""
    now, soorten = klok.now(), list_soorten()
    known = [each.code for each in soorten]
    soort = request.GET.get("soort", "")
    soort = soort if soort in known else (known[0] if known else "")
    form = LijstForm(request.GET)
    context = {
        "zoekform": ZoekForm(),
        "soorten": soorten,
        "soort": soort,
        "form": form,
        "voorstel": voorstel if request.user.has_perm(WIJZIGEN) else None,
        "mag_meenemen": request.user.has_perm(MEENEMEN),
        "wachtend": len(list_voorstellen(open_only=True)),
        "query": _query(request, soort),
    }
    if not soort:
        return {**context, "regels": [], "pagina": None, "aantal": 0, "geteld": GETELD}
    wat = form.to_filter(soort)
    pagina = list_pagina(wat, na=request.GET.get("na", ""), voor=request.GET.get("voor", ""), now=now)
    return {
        **context,
        "pagina": pagina,
        "regels": [show_regel(each) for each in pagina.items],
        "aantal": count_producten(wat, now=now),
        "geteld": GETELD,
    }


def _query(request: HttpRequest, soort: str) -> str:
    """The filter without the page."""
    query = request.GET.copy()
    for name in set(query) - set(FILTERS):
        del query[name]
    query["soort"] = soort
    return query.urlencode()


@require_POST
@recht_required(BEKIJKEN)
def zoeken(request: HttpRequest) -> HttpResponse:
    """Find by what somebody names. By POST, so that a kenteken or BSN is in no address."""
    form = ZoekForm(request.POST)
    if not form.is_valid():
        return render(request, "uitgifte/beheer/gevonden.html", _found(form, []), status=422)
    now = klok.now()
    found = [show_regel(each) for each in find_producten(form.cleaned_data["zoek"], now=now)]
    note_gezocht(aantal=len(found), door=get_login(request), now=now)
    return render(request, "uitgifte/beheer/gevonden.html", _found(form, found))


def _found(form: ZoekForm, regels: list[Any]) -> dict[str, Any]:
    return {
        "form": form,
        "regels": regels,
        "gezocht": form.is_valid(),
        "vol": len(regels) == GEVONDEN,
        "maximum": GEVONDEN,
    }
