"""The steps and the summary of a draft.

formtools gives the list of forms, conditions and validation of steps. Ours differs in four ways: the step
comes from the address alone, answers live in an encrypted draft, a step opens only when all before it are
filled in, and the summary is a page whose POST sends.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import classonlymethod
from django.utils.translation import gettext
from formtools.wizard.views import NamedUrlWizardView, StepsHelper, WizardView

from eloket.accounts.services import seconds_left
from eloket.formulieren.betreft import from_dict
from eloket.formulieren.definitie import Stap
from eloket.formulieren.models import Aanvraag, Concept, Soort
from eloket.formulieren.route import CONTROLE, EINDE, Route
from eloket.formulieren.schermen import sessie_context
from eloket.formulieren.services.acties import begin_url
from eloket.formulieren.services.bijlagen import ConceptGone, describe_bijlagen
from eloket.formulieren.services.concepten import (
    ConceptNotFound,
    LevelTooLow,
    check_eigenaar,
    get_concept,
    save_stap,
)
from eloket.formulieren.services.eigenaar import Eigenaar
from eloket.formulieren.services.hervatten import find_caught
from eloket.formulieren.services.tellen import count
from eloket.formulieren.services.voorinvullen import Navraag, navraag_of
from eloket.formulieren.stapformulier import (
    GETOOND,
    PREFIX,
    Raw,
    StapForm,
    change_rijen,
    keep_raw,
    pick_raw,
)
from eloket.formulieren.views.apparaat import get_apparaat
from eloket.formulieren.views.betreft import fill_betreft
from eloket.formulieren.views.bijlagen import link_files, show_files, take_files
from eloket.formulieren.views.codevraag import accept_stap, show_box
from eloket.formulieren.views.kvkvraag import settle_kvk
from eloket.formulieren.views.opslag import ConceptStorage
from eloket.formulieren.views.opvang import OPVANG, catch_posted
from eloket.formulieren.views.scherm import get_vorm, make_form, render_stap
from eloket.formulieren.views.tijdvraag import spare_times
from eloket.formulieren.views.vooraf import for_concept
from eloket.formulieren.views.wie import ask_login, get_eigenaar, refuse_namens
from eloket.formulieren.vooraf import enforce, fill_raw, tell
from eloket.formulieren.voorinvulling import Voorinvulling
from eloket.lib import klok

# Buttons that keep what was typed, right or wrong: to the step before, stop for now, or the end of a session.
HALVERWEGE = {"terug", "later", "bewaar"}
# In the address of a step: the time that was held for an afspraak is gone.
VERLOPEN = "tijd-verlopen"
TE_VEEL = "te-veel-afspraken"


class ConceptWizard(NamedUrlWizardView):
    """One draft of one form; `dispatch` finds it and asks whose it is."""

    done_step_name = CONTROLE
    url_name = "formulieren:stap"
    url_space = "formulieren"  # the same views are mounted at the desk too
    http_method_names = ["get", "post", "head"]

    helpt = False  # at the desk: this is a resident's own draft
    asks_code = True  # whether an address must be proven; not where an employee hears it

    concept: Concept
    eigenaar: Eigenaar
    storage: ConceptStorage
    route: Route

    @classonlymethod
    def as_view(cls, **initkwargs: Any) -> Any:  # noqa: N805 — a class method, only on the class
        # The forms differ per draft; formtools wants them here.
        return super(WizardView, cls).as_view(**initkwargs)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            self.concept = get_concept(kwargs["uuid"], slug=kwargs["slug"], now=klok.now())
        except ConceptNotFound:
            return self.no_concept(request, **kwargs)
        refused = self.open_for(request)
        if refused is not None:
            return refused
        self.open_concept(kwargs.get("step", CONTROLE))
        response = super(WizardView, self).dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    def open_for(self, request: HttpRequest) -> HttpResponse | None:
        """None when this request may see the draft. Errors: `Http404` for somebody else's."""
        definitie = self.concept.versie.definitie
        eigenaar = get_eigenaar(request, niveau=self.concept.niveau, middelen=definitie.middelen)
        if eigenaar is None:
            return self.ask_login_again(request)
        try:
            check_eigenaar(self.concept, eigenaar)
        except LevelTooLow as error:
            return ask_login(request, niveau=error.niveau, middelen=definitie.middelen)
        except ConceptNotFound:
            if self.concept.email:  # saved for later, and perhaps opened elsewhere since: ask for the code
                return redirect("formulieren:hervatten", slug=self.kwargs["slug"], uuid=self.concept.pk)
            raise Http404(str(self.concept.pk)) from None
        self.eigenaar = eigenaar
        return refuse_namens(request, definitie, eigenaar)

    def ask_login_again(self, request: HttpRequest) -> HttpResponse:
        """The session ended. What was sent just now is caught, and shown again after the login."""
        opvang = catch_posted(request, self.concept, self.kwargs.get("step", ""))
        middelen = self.concept.versie.definitie.middelen
        return ask_login(request, niveau=self.concept.niveau, middelen=middelen, opvang=opvang)

    def open_concept(self, step: str) -> None:
        """What formtools' own dispatch sets, from the draft instead of the session."""
        self.condition_dict: dict[str, Any] = {}
        self.initial_dict: dict[str, Any] = {}
        self.instance_dict: dict[str, Any] = {}
        self.prefix = self.concept.versie.definitie.slug
        self.step = step
        self.read_concept()
        self.steps = StepsHelper(self)

    def read_concept(self) -> None:
        """The answers of the draft as they are now, and what rules make of them."""
        self.storage = ConceptStorage(self.concept, self.step)
        vorm = get_vorm(self.concept.versie)
        self.route = Route(vorm, self.concept.antwoorden["stappen"], vandaag=klok.today())
        self._forms: dict[str, StapForm] = {}
        self._vooraf: dict[str, Voorinvulling] = {}

    def no_concept(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """A draft that was sent shows its receipt, which asks for itself whose it is."""
        if Aanvraag.objects.filter(pk=kwargs["uuid"], versie__formulier__slug=kwargs["slug"]).exists():
            return redirect(self.url("ontvangst"))
        raise Http404(str(kwargs["uuid"]))

    # --- Steps -----

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "step" not in kwargs:
            return redirect(self.get_step_url(self.route.verder))
        step = self.require_step(kwargs["step"])
        if not self.route.is_open(step):
            return redirect(self.get_step_url(self.route.verder))
        form = self.caught_form(step) or self.stored_form(step)
        show_box(self.concept, form.stap, form)
        return self.render(form, nieuw=self.list_nieuw(step))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        step = self.require_step(kwargs.get("step", ""))
        if not self.route.is_open(step):
            return redirect(self.get_step_url(self.route.verder))
        stap = self.get_stap(step)
        try:
            files = take_files(request, self.concept, stap)
            raw = self.pick_raw(stap) | files.raw
            changed = change_rijen(stap, raw, request.POST)
            if changed is not None:
                return self.render(self.half_form(step, changed))
            self.route = self.route.met(step, raw)
            form = self.build_form(step, raw)
            halfway = not HALVERWEGE.isdisjoint(request.POST)
            if files.stays or (files.changed and not halfway and not form.is_valid()):
                save_stap(self.concept, stap=step, raw=raw, accepted=False, now=klok.now())
                return show_files(request, files, form) or self.render(form)
        except (ConceptGone, ConceptNotFound):
            return self.no_concept(request, **kwargs)
        nieuw = self.route.list_nieuw(stap, raw.get(GETOOND, []))
        if not halfway and (nieuw or not form.is_valid()):
            form.excuse(*nieuw)
            return self.render(form, nieuw=nieuw)
        is_new = step not in self.concept.antwoorden["stappen"]
        accepted = self.accept(form, halfway=halfway)
        try:
            save_stap(self.concept, stap=step, raw=raw, accepted=accepted, now=klok.now())
        except ConceptNotFound:
            return self.no_concept(request, **kwargs)
        if accepted and is_new:
            count(self.concept, Soort.STAP, stap=step, apparaat=get_apparaat(request), now=klok.now())
        self.read_concept()
        return self.go_on(step, form, accepted=accepted, halfway=halfway)

    def accept(self, form: StapForm, *, halfway: bool) -> bool:
        """Whether this step is finished, with what must be asked or looked up outside the form."""
        if not halfway and not settle_kvk(self.request, self.concept, form):
            return False
        if not self.asks_code:
            return form.is_valid()
        return accept_stap(self.request, self.concept, form.stap, form, halfway=halfway)

    def go_on(self, step: str, form: StapForm, *, accepted: bool, halfway: bool) -> HttpResponse:
        """After a step was kept: where its button leads."""
        request = self.request
        if "bewaar" in request.POST:  # frontend/js/formulier.js, just before the session ends
            return HttpResponse(status=204)
        if "later" in request.POST:
            return redirect(self.url("later"))
        if not accepted and not halfway:  # a code is on its way, or it was not right
            return self.render(form) if form.errors else redirect(request.get_full_path())
        return redirect(self.previous_url(step) if halfway else self.next_url(step))

    def get_form_list(self) -> dict[str, type[StapForm]]:
        """The steps that there are for these answers, for formtools."""
        return {stap.sleutel: self.route.vorm.forms[stap.sleutel] for stap in self.route.stappen}

    def require_step(self, step: str) -> str:
        if step not in self.route.vorm.forms:
            raise Http404(step)
        return step

    def pick_raw(self, stap: Stap) -> Raw:
        """What was posted; and what was typed before in questions that are not on the page now."""
        raw = enforce(stap, pick_raw(stap, spare_times(self.request, stap)), self.vooraf(stap))
        draft = self.concept.antwoorden
        old = draft["half"].get(stap.sleutel) or draft["stappen"].get(stap.sleutel, {})
        return keep_raw(raw, old, [*self.route.besluit.verborgen_velden, *self.route.besluit.waarden])

    def list_nieuw(self, step: str) -> list[str]:
        """The questions that other answers brought to this step after it was finished."""
        raw = self.route.af.get(step)
        return [] if raw is None else self.route.list_nieuw(self.get_stap(step), raw.get(GETOOND, []))

    def get_stap(self, step: str) -> Stap:
        stap = self.concept.versie.definitie.get_stap(step)
        if stap is None:
            raise Http404(step)
        return stap

    def next_url(self, step: str) -> str:
        following = self.get_next_step(step)
        if self.request.GET.get("naar") == CONTROLE or not following or not self.route.is_open(following):
            return self.get_step_url(self.route.verder)
        return self.get_step_url(following)

    def previous_url(self, step: str) -> str:
        previous = self.get_prev_step(step)
        if previous is None:
            return self.start_url()
        return self.get_step_url(previous)

    def get_step_url(self, step: str) -> str:
        pages = {CONTROLE: "controleren", EINDE: "einde"}
        return self.url(pages[step]) if step in pages else self.url("stap", step=step)

    def url(self, name: str, **more: str) -> str:
        """The address of another page of this draft."""
        kwargs = {"slug": self.kwargs["slug"], "uuid": self.kwargs["uuid"], **more}
        return reverse(f"{self.url_space}:{name}", kwargs=kwargs)

    def start_url(self) -> str:
        return reverse("formulieren:start", kwargs={"slug": self.kwargs["slug"]})

    def again_url(self, step: str) -> str:
        """Where to begin with an empty form, from the first step; "" from the others."""
        if step != self.steps.first:
            return ""
        concept = self.concept
        url = begin_url(self.kwargs["slug"], zaak=concept.betreft_zaak, besluit=concept.betreft_besluit)
        return f"{url}&opnieuw=1" if "?" in url else f"{url}?opnieuw=1"

    def omgeving(self) -> dict[str, Any]:
        """Who is logged in, and help with this draft: for every page of it."""
        return {
            **sessie_context(self.eigenaar.identiteit, seconds_left=seconds_left(self.request)),
            "hulp_url": self.url("hulp"),
            "geopend_at": self.concept.geopend_at,
        }

    # --- Forms -----

    def get_form_prefix(self, step: str | None = None, form: Any = None) -> str:
        return PREFIX

    def vooraf(self, stap: Stap) -> Voorinvulling:
        """What the sources said for this step; they are asked where somebody is, and nowhere else."""
        if stap.sleutel not in self._vooraf:
            ask = stap.sleutel == self.storage.current_step
            found = for_concept(self.concept, stap, self.navraag(), ask=ask, now=klok.now())
            self._vooraf[stap.sleutel] = fill_betreft(found, from_dict(self.concept.betreft), stap)
        return self._vooraf[stap.sleutel]

    def navraag(self) -> Navraag | None:
        """About whom the sources may be asked here; None for nobody."""
        return navraag_of(self.eigenaar)

    def build_form(self, step: str, raw: Raw | None = None, route: Route | None = None) -> StapForm:
        """The form of a step with what rules and sources said; what stands fast is never what was posted."""
        return make_form(route or self.route, step, raw, self.vooraf(self.get_stap(step)))

    def prefilled_form(self, step: str) -> StapForm:
        """A step that nobody saw yet: with what the sources know, and without complaints about the rest."""
        stap = self.get_stap(step)
        raw = fill_raw(stap, self.vooraf(stap))
        return self.half_form(step, raw) if raw else self.build_form(step)

    def stored_form(self, step: str) -> StapForm:
        """What was stored for this step, checked once a request; half a step is shown without errors."""
        if step not in self._forms:
            half, af = self.storage.half.get(step), self.route.af.get(step)
            if half is not None:
                self._forms[step] = self.half_form(step, half)
            elif af is not None:
                self._forms[step] = self.build_form(step, af)
            else:
                self._forms[step] = self.prefilled_form(step)
        return self._forms[step]

    def half_form(self, step: str, raw: Raw) -> StapForm:
        """What was typed, shown as it is: nobody said that this was finished."""
        form = self.build_form(step, raw, self.route.met(step, raw))
        form.forget_errors()
        return form

    def caught_form(self, step: str) -> StapForm | None:
        """What was sent when the login was over, without errors; it is not in the draft until it is sent."""
        caught = self.request.GET.get(OPVANG, "")
        raw = find_caught(self.concept, stap=step, id=caught, now=klok.now()) if caught else None
        if raw is None:
            return None
        return self.half_form(step, raw | describe_bijlagen(self.concept, self.get_stap(step)))

    def render(self, form: StapForm | None = None, **kwargs: Any) -> HttpResponse:
        step = self.storage.current_step
        form = form or self.stored_form(step)
        link_files(form, self.url("verder"))
        form.excuse(*kwargs.get("nieuw", ()))
        to_summary = self.request.GET.get("naar") == CONTROLE
        return render_stap(
            self.request,
            self.route,
            self.get_stap(step),
            form,
            nieuw=kwargs.get("nieuw", ()),
            identiteit=self.eigenaar.identiteit,
            opnieuw_url=self.again_url(step),
            omgeving=self.omgeving(),
            naar_controle=to_summary,
            melding=self.tell_melding(step),
        )

    def tell_melding(self, step: str) -> str:
        """What to know before anything else on this page; "" for nothing."""
        told = self.request.GET if self.request.method == "GET" else ()
        if TE_VEEL in told:
            return gettext(
                "Met uw e-mailadres of telefoonnummer is er al een afspraak hiervoor. Annuleer die eerst, "
                "of kies dat u geen van deze tijden wilt. Uw antwoorden zijn bewaard, en er is nog niets "
                "verstuurd."
            )
        if VERLOPEN in told:
            return gettext(
                "De tijd die u koos, is niet meer vrij. Kies een andere tijd. Uw andere antwoorden zijn "
                "bewaard, en er is nog niets verstuurd."
            )
        return tell(self.get_stap(step), self.vooraf(self.get_stap(step)))
