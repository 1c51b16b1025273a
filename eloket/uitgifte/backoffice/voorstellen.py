"""Withdrawing many at once: a behandelaar proposes, a colleague looks and decides."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from eloket.lib import klok
from eloket.uitgifte.backoffice.lijst import lijst_context
from eloket.uitgifte.backoffice.toegang import BEKIJKEN, GOEDKEUREN, WIJZIGEN, get_login, recht_required
from eloket.uitgifte.backoffice.tonen import show_regel
from eloket.uitgifte.forms import BesluitForm, LijstForm, VoorstelForm
from eloket.uitgifte.forms.beheer import ALLES
from eloket.uitgifte.services import (
    Productstatus,
    Regeluitkomst,
    SamePerson,
    Voorstel,
    Voorstelproduct,
    VoorstelRefused,
    Voorstelstatus,
    decide_voorstel,
    drop_voorstel,
    get_voorstel,
    list_voorstellen,
    list_voorstelproducten,
    preview_bekendmaking,
    propose_alles,
    propose_gekozen,
)
from eloket.zaken.services import names_of


@require_POST
@recht_required(WIJZIGEN)
def voorstellen(request: HttpRequest) -> HttpResponse:
    """Propose what was ticked, or all of the filter. Nothing is withdrawn yet."""
    form = VoorstelForm(request.POST)
    if form.is_valid():
        try:
            return redirect("uitgiftebeheer:voorstel", id=_propose(request, form))
        except VoorstelRefused as refused:
            form.add_error(None, _("Dit kan niet: %s.") % refused)
    return render(request, "uitgifte/beheer/lijst.html", lijst_context(request, form), status=422)


def _propose(request: HttpRequest, form: VoorstelForm) -> str:
    soort, reden = request.GET.get("soort", ""), form.cleaned_data["reden"]
    door, now = get_login(request), klok.now()
    if form.cleaned_data["welke"] == ALLES:
        wat = LijstForm(request.GET).to_filter(soort)
        return propose_alles(wat, reden=reden, door=door, now=now)
    return propose_gekozen(soort, request.POST.getlist("product"), reden=reden, door=door, now=now)


@require_safe
@recht_required(BEKIJKEN)
def lijst(request: HttpRequest) -> HttpResponse:
    """What waits for a colleague, or with ?alle=1 what was decided as well."""
    everything = request.GET.get("alle") == "1"
    found = list_voorstellen(open_only=not everything)
    names = names_of(each.door for each in found)
    context = {"voorstellen": [(each, names[each.door]) for each in found], "alle": everything}
    return render(request, "uitgifte/beheer/voorstellen.html", context)


@require_safe
@recht_required(BEKIJKEN)
def voorstel(request: HttpRequest, id: str) -> HttpResponse:
    """A colleague sees what would go, why, and what changed meanwhile; later what became of each."""
    return _show(request, get_voorstel(id), BesluitForm())


@require_POST
@recht_required(BEKIJKEN)
def beslissen(request: HttpRequest, id: str) -> HttpResponse:
    """Approve or refuse; or, by whoever proposed it, take it back."""
    found, form = get_voorstel(id), BesluitForm(request.POST)
    choice = request.POST.get("besluit", "")
    form.is_valid()
    if choice == "afwijzen" and not form.cleaned_data.get("uitleg"):
        form.add_error("uitleg", _("Vul in waarom u het afwijst. Uw collega leest het."))
    if choice not in ("akkoord", "afwijzen", "terug") or form.errors:
        return _show(request, found, form, status=422)
    try:
        _decide(request, found, choice, form.cleaned_data["uitleg"])
    except SamePerson:
        messages.error(request, _("U stelde dit zelf voor. Een collega moet erover beslissen."))
    except VoorstelRefused as refused:
        messages.warning(request, _("Dit kan niet: %s.") % refused)
    return redirect("uitgiftebeheer:voorstel", id=found.id)


def _decide(request: HttpRequest, found: Voorstel, choice: str, uitleg: str) -> None:
    door, now = get_login(request), klok.now()
    if choice == "terug":
        drop_voorstel(found.id, door=door, now=now)
        messages.success(request, _("U nam het voorstel terug."))
    elif not request.user.has_perm(GOEDKEUREN):
        raise VoorstelRefused(_("u mag hier niet over beslissen"))
    else:
        decide_voorstel(found.id, akkoord=choice == "akkoord", uitleg=uitleg, door=door, now=now)
        messages.success(request, _("Uw besluit is bewaard."))


def _show(request: HttpRequest, found: Voorstel, form: BesluitForm, *, status: int = 200) -> HttpResponse:
    lines = list_voorstelproducten(found.id, now=klok.now())
    names = names_of([found.door, found.beslist_door])
    own = found.door == get_login(request)
    is_open = found.status == Voorstelstatus.OPEN
    context: dict[str, Any] = {
        "voorstel": found,
        "form": form,
        "regels": [(show_regel(line.product), _tell(line)) for line in lines],
        "door": names.get(found.door, ""),
        "beslist_door": names.get(found.beslist_door, ""),
        "ingetrokken": found.aantallen.get(Regeluitkomst.INGETROKKEN, 0),
        "veranderd": found.aantallen.get(Regeluitkomst.VERANDERD, 0),
        "wacht": found.aantallen.get(Regeluitkomst.WACHT, 0),
        "bezig": found.status == Voorstelstatus.AKKOORD and found.klaar is None,
        "mag_beslissen": is_open and not own and request.user.has_perm(GOEDKEUREN),
        "mag_terug": is_open and own,
        "voorbeeld": preview_bekendmaking(lines[0].product.id, Productstatus.INGETROKKEN, reden=found.reden),
    }
    return render(request, "uitgifte/beheer/voorstel.html", context, status=status)


def _tell(line: Voorstelproduct) -> str:
    if line.veranderd:
        return _("veranderde intussen: wordt overgeslagen")
    return str(line.uitkomst.label)
