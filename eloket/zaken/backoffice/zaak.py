"""The page of one zaak, and its next status."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eloket.lib import klok
from eloket.zaken.backoffice.aandacht import list_taken
from eloket.zaken.backoffice.handelingen import HANDELINGEN, Handeling
from eloket.zaken.backoffice.samen import work_context
from eloket.zaken.backoffice.toegang import behandelaar_required, get_name, get_toegang, narrow
from eloket.zaken.forms import StatusForm
from eloket.zaken.services import (
    Archiefuitkomst,
    Dossier,
    StatusChanged,
    ZaakRejected,
    can_check,
    get_dossier,
    list_archiefuitkomsten,
    set_status,
)


@require_http_methods(["GET", "HEAD", "POST"])
@behandelaar_required
def zaak(request: HttpRequest, identificatie: str) -> HttpResponse:
    """One zaak. A POST sets the next status; sent twice, the second one changes nothing."""
    toegang = get_toegang(request)
    dossier = narrow(get_dossier(identificatie), toegang)
    form = _make_form(request, dossier)
    if form.is_bound:
        if request.POST.get("huidig") != _current(dossier):
            return _changed(request, identificatie)
        if form.is_valid():
            return _set_status(request, identificatie, form)
    waiting = [who for who in dossier.betrokkenen if who.controle == "open"] if can_check() else []
    context = {
        "dossier": dossier,
        "taken": list_taken(dossier, vandaag=klok.today()) if toegang.behandelt else [],
        "handelingen": list_handelingen(dossier),
        "archief": _list_archief(dossier, form),
        "behandelt": toegang.behandelt,
        **work_context(request, dossier),
        "zaak": dossier.zaak,
        "form": form,
        "controleren": bool(waiting),
        "namens": any(who.hoedanigheid for who in waiting),
    }
    return render(request, "zaken/zaak.html", context, status=422 if form.errors else 200)


def _make_form(request: HttpRequest, dossier: Dossier) -> StatusForm:
    """With `bekijk` or `vul_in` it shows what was typed, before anything is judged."""
    more: dict[str, Any] = {"zaak": dossier.zaak, "vandaag": klok.today()}
    if request.method != "POST":
        return StatusForm(initial={"huidig": _current(dossier)}, **more)
    form = StatusForm(request.POST, **more)
    return StatusForm(initial=form.fill_in(), **more) if _looks(request) else form


def _set_status(request: HttpRequest, identificatie: str, form: StatusForm) -> HttpResponse:
    wanted = form.cleaned_data
    try:
        set_status(
            identificatie,
            statustype_volgnummer=wanted["volgnummer"],
            toelichting=wanted["toelichting"],
            resultaat=wanted["resultaat"],
            door=get_name(request),
            huidig=wanted["huidig"],
            now=klok.now(),
        )
    except StatusChanged:
        return _changed(request, identificatie)
    except ZaakRejected as error:
        messages.error(request, _("Dit kan niet: %s.") % "; ".join(error.reasons))
    else:
        messages.success(request, _("De status is gezet. De inwoner ziet hem in Mijn zaken."))
    return redirect("zaken:zaak", identificatie=identificatie)


def _changed(request: HttpRequest, identificatie: str) -> HttpResponse:
    messages.warning(
        request, _("De status was intussen al veranderd. Kijk eerst hoe de zaak er nu voor staat.")
    )
    return redirect("zaken:zaak", identificatie=identificatie)


@dataclass(frozen=True, slots=True)
class Keuze:
    """What can be done with a zaak now, and what cannot, with the reason."""

    kan: list[Handeling]
    kan_niet: list[tuple[Handeling, str]]


def list_handelingen(dossier: Dossier) -> Keuze:
    reasons = [(each, each.why_not(dossier, klok.today())) for each in HANDELINGEN.values()]
    return Keuze(
        kan=[each for each, reason in reasons if not reason],
        kan_niet=[(each, reason) for each, reason in reasons if reason],
    )


def _list_archief(dossier: Dossier, form: StatusForm) -> tuple[Archiefuitkomst, ...]:
    """What closing would mean, where the next status may be the last one."""
    if not any(step.is_eind for step in form.steps):
        return ()
    return list_archiefuitkomsten(dossier.zaak.identificatie, op=klok.today())


def _looks(request: HttpRequest) -> bool:
    return "bekijk" in request.POST or "vul_in" in request.POST


def _current(dossier: Dossier) -> str:
    return dossier.zaak.status.id if dossier.zaak.status else ""
