"""Help with a draft: a code for an employee, and a draft of an employee that a resident takes over."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from eloket.accounts.services import asks_login
from eloket.formulieren.forms import HulpcodeForm
from eloket.formulieren.models import FormulierVersie, Richting
from eloket.formulieren.services.hulp import end_help, make_code, take_over_with_code
from eloket.formulieren.views.start import withdrawn
from eloket.formulieren.views.wie import ask_login, get_eigenaar_to_write
from eloket.formulieren.views.wizard import ConceptWizard
from eloket.lib import klok
from eloket.lib.herkomst import client_address
from eloket.lib.limiet import take_turn

FOUT = _("Deze code klopt niet of is te oud. Vraag de medewerker om een nieuwe code.")
TE_VAAK = _("U probeerde het te vaak. Wacht een uur of bel ons.")
PER_UUR = 10


class HulpView(ConceptWizard):
    """The telephone number, and a code when the resident asks for one. A GET makes nothing."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_hulp(code="")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "stop" in request.POST:
            end_help(self.concept)
            return redirect(self.url("hulp"))
        return self.render_hulp(code=make_code(self.concept, Richting.MEDEWERKER, now=klok.now()))

    def render_hulp(self, *, code: str) -> HttpResponse:
        context = {
            **self.omgeving(),
            "formulier_titel": str(self.concept.versie.definitie.titel),
            "code": f"{code[:3]} {code[3:]}" if code else "",
            "verder_url": self.url("verder"),
            "loopt": self.concept.hulpcodes.fresh(now=klok.now()).exists(),
        }
        return TemplateResponse(self.request, "formulieren/hulp.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def overnemen(request: HttpRequest, slug: str) -> HttpResponse:
    """Go on with what an employee began, with the code that the employee said."""
    response = _overnemen(request, slug)
    add_never_cache_headers(response)
    return response


def _overnemen(request: HttpRequest, slug: str) -> HttpResponse:
    versie = FormulierVersie.objects.current(slug)
    if versie is None:
        return withdrawn(request, slug)
    niveau, middelen = versie.definitie.niveau, versie.definitie.middelen
    must = asks_login(niveau)
    looks = must or request.method == "POST"
    eigenaar = get_eigenaar_to_write(request, niveau=niveau, middelen=middelen) if looks else None
    if must and eigenaar is None:
        return ask_login(request, niveau=niveau, middelen=middelen)
    form = HulpcodeForm(request.POST if request.method == "POST" else None)
    if eigenaar and form.is_bound and form.is_valid():
        now, code = klok.now(), form.cleaned_data["code"]
        if not take_turn("overnemen", client_address(request), maximum=PER_UUR, seconds=3600, now=now):
            form.add_error("code", TE_VAAK)
        elif concept := take_over_with_code(code, slug=slug, eigenaar=eigenaar, now=now):
            return redirect("formulieren:verder", slug=slug, uuid=concept.pk)
        else:
            form.add_error("code", FOUT)
    context = {"form": form, "formulier_titel": str(versie.definitie.titel)}
    return render(request, "formulieren/overnemen.html", context)
