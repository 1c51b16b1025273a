"""Before there is a draft: the start page, and the first step until it is posted."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views import View

from eloket.formulieren.betreft import Betreft
from eloket.formulieren.definitie import Definitie, Stap
from eloket.formulieren.models import Concept, Formulier, FormulierVersie
from eloket.formulieren.route import Route
from eloket.formulieren.schermen import start_context
from eloket.formulieren.services.aanbod import get_tarief_id
from eloket.formulieren.services.bevestigingen import find_unconfirmed
from eloket.formulieren.services.concepten import find_open_concept, start_concept
from eloket.formulieren.services.eigenaar import Eigenaar
from eloket.formulieren.services.tellen import count_begin
from eloket.formulieren.stapformulier import GETOOND, StapForm, change_rijen, pick_raw
from eloket.formulieren.views.apparaat import get_apparaat
from eloket.formulieren.views.betreft import (
    asked_niveau,
    fill_betreft,
    open_betreft,
    refuse_storing,
    sign_betreft,
    tell_betreft,
)
from eloket.formulieren.views.bijlagen import has_files
from eloket.formulieren.views.codevraag import settle_code
from eloket.formulieren.views.grenzen import may_begin, read_begin, sign_begin
from eloket.formulieren.views.kvkvraag import asks_kvk
from eloket.formulieren.views.scherm import get_vorm, render_stap, step_url
from eloket.formulieren.views.tijdvraag import spare_times
from eloket.formulieren.views.vooraf import for_begin, make_first_form, move_to_concept
from eloket.formulieren.views.wie import ask_login, get_eigenaar, get_eigenaar_to_write, refuse_namens
from eloket.formulieren.views.wizard import HALVERWEGE, ConceptWizard
from eloket.formulieren.vooraf import enforce, tell
from eloket.formulieren.voorinvulling import Voorinvulling
from eloket.lib import klok
from eloket.website.services import public_page
from eloket.zaken.services import RegisterError


@public_page()
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """What you need, how long it takes, what happens then. The same for everybody; it only has a link."""
    versie = FormulierVersie.objects.current(slug)
    if versie is None:
        return withdrawn(request, slug)
    begin_url = reverse("formulieren:beginnen", kwargs={"slug": slug})
    context = start_context(
        versie.definitie,
        begin_url=begin_url,
        tarief_id=get_tarief_id(versie.formulier_id),
        op=klok.today(),
        papier_url=reverse("formulieren:papier", kwargs={"slug": slug}),
    )
    return render(request, "formulieren/start.html", context)


def withdrawn(request: HttpRequest, slug: str) -> HttpResponse:
    """A form that was there once is gone for newcomers; one that never was is a 404."""
    formulier = Formulier.objects.filter(slug=slug, versies__isnull=False).first()
    if formulier is None:
        raise Http404(slug)
    return render(request, "formulieren/ingetrokken.html", status=410)


@dataclass(frozen=True, slots=True)
class Begin:
    """Who begins which version, about what."""

    versie: FormulierVersie
    eigenaar: Eigenaar
    betreft: Betreft | None

    @property
    def definitie(self) -> Definitie:
        return self.versie.definitie


class BeginView(View):
    """The first step. The first valid POST makes the draft, or the end of a session that comes near."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        begin = self._enter(request, slug)
        if isinstance(begin, HttpResponse):
            return begin
        # "Back" from the second step ends here: what was filled in must still be there.
        concept = find_open_concept(slug=slug, eigenaar=begin.eigenaar, betreft=begin.betreft, now=klok.now())
        if concept is not None and "opnieuw" not in request.GET:
            first = concept.versie.definitie.stappen[0].sleutel
            return redirect("formulieren:stap", slug=slug, uuid=concept.pk, step=first)
        vooraf = for_begin(request, begin.versie, begin.eigenaar, now=klok.now())
        vooraf, route = (
            fill_betreft(vooraf, begin.betreft, self._stap(begin.versie)),
            self._route(begin.versie),
        )
        return self._render(request, route, make_first_form(route, vooraf), begin, vooraf)

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        begin = self._enter(request, slug, write=True)
        if isinstance(begin, HttpResponse):
            return begin
        versie, definitie, stap = begin.versie, begin.definitie, self._stap(begin.versie)
        bronnen = for_begin(request, versie, begin.eigenaar, now=klok.now())
        vooraf = fill_betreft(bronnen, begin.betreft, stap)
        raw = enforce(stap, pick_raw(stap, spare_times(request, stap)), vooraf)
        changed = change_rijen(stap, raw, request.POST)
        route = self._route(versie).met(stap.sleutel, raw)
        form = make_first_form(route, vooraf, raw if changed is None else changed)
        if changed is not None:
            form.forget_errors()
            return self._render(request, route, form, begin, vooraf)
        halfway = not HALVERWEGE.isdisjoint(request.POST)
        nieuw, files = route.list_nieuw(stap, raw.get(GETOOND, [])), has_files(request, stap)
        if not halfway and not files and (nieuw or not form.is_valid()):
            form.excuse(*nieuw)
            return self._render(request, route, form, begin, vooraf, nieuw=nieuw)
        beyond = files or asks_kvk(versie.definitie, stap)  # needs a draft: the wizard judges it
        accepted = not halfway and not beyond and not find_unconfirmed(form.stap, form, None)[1]
        if not may_begin(request, form, niveau=definitie.niveau):
            return self._render(request, route, form, begin, vooraf, status=429)
        now = klok.now()
        concept = start_concept(
            versie=versie,
            eigenaar=begin.eigenaar,
            betreft=begin.betreft,
            stap=stap.sleutel,
            raw=raw,
            accepted=accepted,
            taal=get_language() or "nl",
            begonnen_at=read_begin(request, slug, now=now),
            now=now,
        )
        count_begin(concept, stap=stap.sleutel if accepted else "", apparaat=get_apparaat(request), now=now)
        move_to_concept(request, concept, bronnen, now=now)
        if beyond:
            return ConceptWizard.as_view()(request, slug=slug, uuid=concept.pk, step=stap.sleutel)
        if not accepted and not halfway:
            settle_code(request, concept, form.stap, form)
        if form.errors and not halfway:
            return self._render(request, route, form, begin, vooraf)
        return self._go_on(request, concept)

    @staticmethod
    def _enter(request: HttpRequest, slug: str, *, write: bool = False) -> Begin | HttpResponse:
        """Who begins what; or the page that says why they cannot."""
        versie = FormulierVersie.objects.current(slug)
        if versie is None:
            return withdrawn(request, slug)
        definitie, get = versie.definitie, get_eigenaar_to_write if write else get_eigenaar
        niveau = asked_niveau(request, definitie)
        eigenaar = get(request, niveau=niveau, middelen=definitie.middelen)
        if eigenaar is None:
            return ask_login(request, niveau=niveau, middelen=definitie.middelen)
        if refused := refuse_namens(request, definitie, eigenaar):
            return refused
        try:
            return Begin(versie, eigenaar, open_betreft(request, definitie, eigenaar))
        except RegisterError:
            return refuse_storing(request, definitie, eigenaar)

    @staticmethod
    def _go_on(request: HttpRequest, concept: Concept) -> HttpResponse:
        if "bewaar" in request.POST:  # frontend/js/formulier.js, just before the session ends
            return HttpResponse(status=204)
        slug = concept.versie.definitie.slug
        if "later" in request.POST:
            return redirect("formulieren:later", slug=slug, uuid=concept.pk)
        route = Route(get_vorm(concept.versie), concept.antwoorden["stappen"], vandaag=klok.today())
        return redirect(step_url(slug, concept.pk, route.verder))

    @staticmethod
    def _stap(versie: FormulierVersie) -> Stap:
        return versie.definitie.stappen[0]

    @staticmethod
    def _route(versie: FormulierVersie) -> Route:
        return Route(get_vorm(versie), {}, vandaag=klok.today())

    def _render(
        self,
        request: HttpRequest,
        route: Route,
        form: StapForm,
        begin: Begin,
        vooraf: Voorinvulling,
        *,
        status: int = 200,
        nieuw: Sequence[str] = (),
    ) -> HttpResponse:
        definitie = route.vorm.definitie
        now, slug = klok.now(), definitie.slug
        begonnen = read_begin(request, slug, now=now) if request.method == "POST" else now
        response = render_stap(
            request,
            route,
            definitie.stappen[0],
            form,
            nieuw=nieuw,
            identiteit=begin.eigenaar.identiteit,
            begin_merk=sign_begin(slug, now=begonnen),
            melding=tell_betreft(request, definitie, begin.eigenaar, begin.betreft)
            or tell(definitie.stappen[0], vooraf),
            betreft_merk=sign_betreft(begin.betreft, begin.eigenaar),
        )
        response.status_code = status
        return response
