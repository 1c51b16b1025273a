"""One handeling on a screen of its own: the form, and beside it what the resident will read."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from eloket.lib import klok
from eloket.zaken.backoffice.handelingen import HANDELINGEN, Handeling
from eloket.zaken.backoffice.handelingen.basis import VeldGeweigerd, stand_of
from eloket.zaken.backoffice.toegang import behandelaar_required, get_name, get_toegang, narrow
from eloket.zaken.forms import HandelingForm
from eloket.zaken.regels import Zaakrol
from eloket.zaken.services import Dossier, ZaakRejected, get_dossier, set_verzoek_gezien


@require_http_methods(["GET", "HEAD", "POST"])
@partial(behandelaar_required, rol=Zaakrol.BEHANDELAAR)
def handeling(request: HttpRequest, identificatie: str, slug: str) -> HttpResponse:
    """The form; a POST with `bekijk` or `vul_in` shows it again with what the resident would read.

    A second click changes nothing. Who comes second reads that, and finds what they typed.
    """
    soort = HANDELINGEN.get(slug)
    if soort is None:
        raise Http404
    dossier = narrow(get_dossier(identificatie), get_toegang(request))
    form = _make_form(request, soort, dossier)
    if form.is_bound and soort.is_done(dossier, form):
        return redirect("zaken:zaak", identificatie=identificatie)
    if reason := soort.why_not(dossier, klok.today()):
        messages.warning(request, reason)
        return redirect("zaken:zaak", identificatie=identificatie)
    if form.is_bound and _only_looks(request):
        form = _reopen(form, dossier)
    if form.is_bound and form.is_valid():
        if not soort.let_op_anderen or form.text("stand") == stand_of(dossier):
            return _do(request, soort, dossier, form)
        form = _renew(request, form, dossier)
    return _show(request, soort, dossier, form)


@require_POST
@behandelaar_required
def gezien(request: HttpRequest, identificatie: str) -> HttpResponse:
    """Note that somebody looked at an answer, or at there being none."""
    set_verzoek_gezien(identificatie, request.POST.get("verzoek", ""), door=get_name(request), now=klok.now())
    return redirect("zaken:zaak", identificatie=identificatie)


def _make_form(request: HttpRequest, soort: Handeling, dossier: Dossier) -> HandelingForm:
    more: dict[str, Any] = {"dossier": dossier, "vandaag": klok.today()}
    if request.method == "POST":
        return soort.form(request.POST, request.FILES, **more)
    return soort.form(initial={"stand": stand_of(dossier)}, **more)


def _only_looks(request: HttpRequest) -> bool:
    return "bekijk" in request.POST or "vul_in" in request.POST


def _reopen(form: HandelingForm, dossier: Dossier) -> HandelingForm:
    """With what was typed and the text that was chosen, before anything is judged."""
    return type(form)(initial=form.fill_in(), dossier=dossier, vandaag=form.vandaag)


def _renew(request: HttpRequest, form: HandelingForm, dossier: Dossier) -> HandelingForm:
    """The same words on what the zaak is now; sending it once more is a choice."""
    data = request.POST.copy()
    data["stand"] = stand_of(dossier)
    renewed = type(form)(data, request.FILES, dossier=dossier, vandaag=form.vandaag)
    renewed.add_error(
        None,
        _("Iemand anders deed intussen iets met deze zaak. Kijk dat na, en verstuur dit dan opnieuw."),
    )
    return renewed


def _do(request: HttpRequest, soort: Handeling, dossier: Dossier, form: HandelingForm) -> HttpResponse:
    try:
        told = soort.do(dossier, form, get_name(request), klok.now())
    except VeldGeweigerd as error:
        form.add_error(error.veld, error.melding)
        return _show(request, soort, dossier, form)
    except ZaakRejected as error:
        form.add_error(None, _("Dit kan niet: %s.") % "; ".join(error.reasons))
        return _show(request, soort, dossier, form)
    messages.success(request, told)
    return redirect("zaken:zaak", identificatie=dossier.zaak.identificatie)


def _show(request: HttpRequest, soort: Handeling, dossier: Dossier, form: HandelingForm) -> HttpResponse:
    context = {
        "handeling": soort,
        "zaak": dossier.zaak,
        "form": form,
        "voorbeeld": form.preview(),
    }
    wrong = form.is_bound and bool(form.errors)
    return render(request, "zaken/handeling.html", context, status=422 if wrong else 200)
