"""Stop and go on later: save it, come back with the mailed link, or throw it away."""

import uuid as uuid_module
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from eloket.accounts.services import asks_login
from eloket.formulieren.forms import LaterForm
from eloket.formulieren.models import Concept, Doel
from eloket.formulieren.services.concepten import ConceptNotFound, check_eigenaar, get_concept
from eloket.formulieren.services.hervatten import (
    discard_concept,
    save_for_later,
    send_hervatcode,
    take_over,
)
from eloket.formulieren.services.mailverzoeken import TooManyMails, has_open_code
from eloket.formulieren.views.wie import get_eigenaar, get_eigenaar_to_write
from eloket.formulieren.views.wizard import ConceptWizard
from eloket.lib import klok
from eloket.lib.herkomst import client_address
from eloket.lib.mailcodeformulieren import CodeForm

TE_VAAK = _(
    "Wij stuurden al een paar e-mails naar dit adres of vanaf deze verbinding. Wacht een kwartier en "
    "probeer het dan opnieuw. Lukt het niet? Bel ons."
)


class LaterView(ConceptWizard):
    """What was filled in is saved; now how somebody comes back to it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_later(LaterForm(initial={"email": self.concept.email}))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = LaterForm(request.POST)
        if asks_login(self.concept.niveau) or not form.is_valid():
            return self.render_later(form)
        email, herkomst = form.cleaned_data["email"], client_address(request)
        try:
            save_for_later(self.concept, email=email, herkomst=herkomst, now=klok.now())
        except TooManyMails:
            form.add_error("email", str(TE_VAAK))
            return self.render_later(form, status=429)
        return redirect(f"{request.path}?verstuurd=1")

    def render_later(self, form: LaterForm, *, status: int = 200) -> HttpResponse:
        context = {
            **self.omgeving(),
            "formulier_titel": str(self.concept.versie.definitie.titel),
            "form": form,
            "ingelogd": asks_login(self.concept.niveau),
            "tot": self.concept.expires_at,
            "verstuurd_naar": self.concept.email if "verstuurd" in self.request.GET else "",
            "verder_url": self.url("verder"),
            "weg_url": self.url("weg"),
        }
        return TemplateResponse(self.request, "formulieren/later.html", context, status=status)


class WegView(ConceptWizard):
    """Throw a draft away, after asking once."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        context = {
            **self.omgeving(),
            "formulier_titel": str(self.concept.versie.definitie.titel),
            "verder_url": self.url("verder"),
        }
        return TemplateResponse(request, "formulieren/weg.html", context)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        discard_concept(self.concept, now=klok.now())
        if asks_login(self.concept.niveau):
            return redirect("mijnzaken:lijst")
        return redirect("formulieren:start", slug=kwargs["slug"])


@require_http_methods(["GET", "HEAD", "POST"])
def hervatten(request: HttpRequest, slug: str, uuid: uuid_module.UUID) -> HttpResponse:
    """Where the mailed link goes. Of the draft it shows the name of the form, and nothing else."""
    response = _hervatten(request, slug, uuid)
    add_never_cache_headers(response)
    return response


def _hervatten(request: HttpRequest, slug: str, uuid: uuid_module.UUID) -> HttpResponse:
    try:
        concept = get_concept(uuid, slug=slug, now=klok.now())
    except ConceptNotFound:
        return render(request, "formulieren/hervatten_weg.html", {"slug": slug}, status=410)
    if asks_login(concept.niveau) or _is_own(request, concept):
        return redirect("formulieren:verder", slug=slug, uuid=uuid)
    if not concept.email:  # nobody was given this link
        return render(request, "formulieren/hervatten_weg.html", {"slug": slug}, status=410)
    if request.method != "POST":
        return _ask_code(request, concept, CodeForm())
    return _try_code(request, concept) if "code" in request.POST else _send_code(request, concept)


def _is_own(request: HttpRequest, concept: Concept) -> bool:
    eigenaar = get_eigenaar(request, niveau=concept.niveau)
    try:
        check_eigenaar(concept, eigenaar) if eigenaar else None
    except ConceptNotFound:
        return False
    return eigenaar is not None


def _send_code(request: HttpRequest, concept: Concept) -> HttpResponse:
    try:
        send_hervatcode(concept, herkomst=client_address(request), now=klok.now())
    except TooManyMails:
        form = CodeForm({"code": ""})
        form.errors["code"] = form.error_class([str(TE_VAAK)])
        return _ask_code(request, concept, form, status=429)
    return redirect(request.path)


def _try_code(request: HttpRequest, concept: Concept) -> HttpResponse:
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _ask_code(request, concept, form)
    eigenaar = get_eigenaar_to_write(request, niveau=concept.niveau)
    code = form.cleaned_data["code"]
    if eigenaar and take_over(concept, code=code, eigenaar=eigenaar, now=klok.now()):
        return redirect("formulieren:verder", slug=concept.versie.definitie.slug, uuid=concept.pk)
    form.add_error("code", _("Deze code klopt niet of is te oud. Kijk nog eens, of vraag een nieuwe code."))
    return _ask_code(request, concept, form)


def _ask_code(request: HttpRequest, concept: Concept, form: CodeForm, *, status: int = 200) -> HttpResponse:
    has_code = has_open_code(concept, doel=Doel.HERVATTEN, email=concept.email, now=klok.now())
    context = {
        "formulier_titel": str(concept.versie.definitie.titel),
        "form": form,
        "code_verstuurd": has_code or form.is_bound,
    }
    return render(request, "formulieren/hervatten.html", context, status=status)
