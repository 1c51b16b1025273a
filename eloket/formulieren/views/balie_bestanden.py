"""Files at the desk: the scan of a letter, and those of a draft that an employee may see."""

import uuid as uuid_module
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from eloket.accounts.services import get_medewerker
from eloket.bestanden.services import BestandNotFound, serve_bestand
from eloket.formulieren.models import SCAN, Concept
from eloket.formulieren.route import CONTROLE
from eloket.formulieren.services.bijlagen import ConceptGone, find_bestand
from eloket.formulieren.services.concepten import ConceptNotFound, save_stap
from eloket.formulieren.services.hulp import log_opened_file
from eloket.formulieren.services.namens import find_files_of
from eloket.formulieren.services.scan import make_scan_stap
from eloket.formulieren.stapformulier import PREFIX, Raw, StapForm, build_stap_form
from eloket.formulieren.views.balie import BijBalie
from eloket.formulieren.views.bijlagen import link_files, show_files, take_files
from eloket.formulieren.views.scherm import make_data
from eloket.lib import klok


class ScanView(BijBalie):
    """Add the letter or paper form that an own draft is filled in from; nobody has to."""

    def open_for(self, request: HttpRequest) -> HttpResponse | None:
        refused = super().open_for(request)
        if self.helpt:  # a resident wrote no letter to their own form
            raise Http404(str(self.concept.pk))
        return refused

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_scan(self.scan_form(self.concept.antwoorden["stappen"].get(SCAN, {})))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            files = take_files(request, self.concept, make_scan_stap())
            if files.changed:
                save_stap(self.concept, stap=SCAN, raw=files.raw, accepted=True, now=klok.now())
        except (ConceptGone, ConceptNotFound):
            return self.no_concept(request, **kwargs)
        form = self.scan_form(files.raw)
        if files.stays:
            return show_files(request, files, form) or self.render_scan(form)
        return redirect(self.verder_url()) if form.is_valid() else self.render_scan(form)

    def scan_form(self, raw: Raw) -> StapForm:
        return build_stap_form(make_scan_stap())(data=make_data(raw), prefix=PREFIX)

    def verder_url(self) -> str:
        return self.url("controleren" if self.request.GET.get("naar") == CONTROLE else "verder")

    def render_scan(self, form: StapForm) -> HttpResponse:
        link_files(form, self.url("verder"))
        context = {
            **self.omgeving(),
            "form": form,
            "formulier_titel": str(self.concept.versie.definitie.titel),
            "verder_url": self.verder_url(),
        }
        return TemplateResponse(self.request, "formulieren/balie_scan.html", context)


@require_safe
def bijlage(
    request: HttpRequest, slug: str, uuid: uuid_module.UUID, bijlage: uuid_module.UUID
) -> HttpResponseBase:
    """A file, to save and never to open here. Errors: `Http404`, also without the resident's code."""
    medewerker, now = get_medewerker(request), klok.now()
    pk = medewerker.pk if medewerker else 0
    try:
        of, is_helping = find_files_of(uuid, slug=slug, medewerker_id=pk, now=now)
        response = serve_bestand(find_bestand(bijlage, of=of))
    except (ConceptNotFound, BestandNotFound):
        raise Http404(str(bijlage)) from None
    if is_helping and isinstance(of, Concept):
        log_opened_file(of, medewerker_id=pk, now=now)
    return response
