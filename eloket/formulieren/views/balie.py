"""The same forms at the desk: for who calls, writes or stands there, and to help with a resident's own."""

import uuid as uuid_module
from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eloket.accounts.services import get_medewerker
from eloket.bestanden.services import serve_bestand
from eloket.formulieren.aanvrager import list_rijen
from eloket.formulieren.betreft import from_dict, list_betreft
from eloket.formulieren.definitie import Stap
from eloket.formulieren.forms import HulpcodeForm, NamensForm
from eloket.formulieren.models import SCAN, Aanvraag, FormulierVersie, Richting, Soort
from eloket.formulieren.models.telling import Kanaal
from eloket.formulieren.route import CONTROLE
from eloket.formulieren.schermen import sessie_context
from eloket.formulieren.services.aanbod import list_gepubliceerd
from eloket.formulieren.services.aanvragers import read_aanvrager
from eloket.formulieren.services.bijlagen import list_bijlagen
from eloket.formulieren.services.concepten import ConceptNotFound
from eloket.formulieren.services.hervatten import discard_concept
from eloket.formulieren.services.hulp import make_code, open_with_code
from eloket.formulieren.services.namens import find_sent, list_werk, open_at_desk, start_namens
from eloket.formulieren.services.scan import is_refused, list_scans, show_scans
from eloket.formulieren.services.tellen import count
from eloket.formulieren.services.voorinvullen import Navraag, navraag_at_desk
from eloket.formulieren.views.beslissing import beslissing_context
from eloket.formulieren.views.controle import ControleView
from eloket.formulieren.views.einde import EindeView
from eloket.formulieren.views.wizard import ConceptWizard
from eloket.formulieren.voorinvulling import Voorinvulling
from eloket.lib import klok
from eloket.lib.limiet import take_turn
from eloket.website.services import Rij

PER_UUR = 20  # codes that one employee tries


class BijBalie(ConceptWizard):
    """An own draft of this employee, or one that a resident opened for them with a code."""

    url_space = "formulieren_balie"

    def open_for(self, request: HttpRequest) -> HttpResponse | None:
        """Errors: `Http404` for a draft that is neither."""
        self.medewerker = get_medewerker(request)
        pk = self.medewerker.pk if self.medewerker else 0
        try:
            self.eigenaar, self.helpt = open_at_desk(self.concept, medewerker_id=pk, now=klok.now())
        except ConceptNotFound:
            raise Http404(str(self.concept.pk)) from None
        self.asks_code = self.helpt  # an employee hears or reads an address; nobody is mailed a code for it
        return None

    def omgeving(self) -> dict[str, Any]:
        words = _("U helpt een inwoner met een eigen formulier. De inwoner ziet dat u het hebt geopend.")
        own = _("U vult dit in voor iemand anders.")
        return {
            **sessie_context(None, seconds_left=0, medewerker=self.medewerker),
            "balie": words if self.helpt else own,
            "overgeven_url": "" if self.helpt else self.url("overgeven"),
            "scan_url": self.scan_url(),
            "scan_aantal": len(list_scans(self.concept)),
        }

    def navraag(self) -> Navraag | None:
        if self.helpt or self.medewerker is None:
            return None
        return navraag_at_desk(self.concept, door=self.medewerker.get_username())

    def vooraf(self, stap: Stap) -> Voorinvulling:
        return replace(super().vooraf(stap), aan_balie=True)

    def scan_url(self) -> str:
        """Where the letter is added that an own draft is filled in from; "" for a resident's draft."""
        return "" if self.helpt else self.url("scan")

    def start_url(self) -> str:
        return reverse("formulieren_balie:start")

    def again_url(self, step: str) -> str:
        return ""


class BalieStap(BijBalie):
    """A step at the desk."""


class BalieControle(BijBalie, ControleView):
    """The summary at the desk. What a resident began, the resident sends."""

    def first_failing(self) -> str:
        """Also a scan with a virus: it must be taken away first, by who added it."""
        refused = not self.helpt and is_refused(self.concept)
        return super().first_failing() or (SCAN if refused else "")

    def get_step_url(self, step: str) -> str:
        return self.scan_url() if step == SCAN else super().get_step_url(step)

    def list_overige(self) -> list[Rij]:
        if self.helpt:
            return super().list_overige()
        url = f"{self.scan_url()}?naar={CONTROLE}"
        return [Rij(_("Scan van de brief"), show_scans(self.concept), url)]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.helpt:
            raise PermissionDenied(_("De inwoner verstuurt het formulier zelf."))
        return super().post(request, *args, **kwargs)


class BalieEinde(BijBalie, EindeView):
    """Where a form ends early, at the desk."""


class Overgeven(BijBalie):
    """Hand an own draft over to the resident: a code to say, and where to type it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_code("")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.helpt or self.medewerker is None:
            raise Http404
        pk = self.medewerker.pk
        return self.render_code(make_code(self.concept, Richting.INWONER, medewerker_id=pk, now=klok.now()))

    def render_code(self, code: str) -> HttpResponse:
        path = reverse("formulieren:overnemen", kwargs={"slug": self.kwargs["slug"]})
        context = {
            **self.omgeving(),
            "formulier_titel": str(self.concept.versie.definitie.titel),
            "code": f"{code[:3]} {code[3:]}" if code else "",
            "adres": self.request.build_absolute_uri(path),
            "verder_url": self.url("verder"),
        }
        return TemplateResponse(self.request, "formulieren/balie_overgeven.html", context)


class BalieWeg(BijBalie):
    """Throw an own draft away."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        titel = str(self.concept.versie.definitie.titel)
        context = {**self.omgeving(), "formulier_titel": titel, "verder_url": self.url("verder")}
        return TemplateResponse(request, "formulieren/weg.html", context)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.helpt:
            raise Http404
        discard_concept(self.concept, now=klok.now())
        return redirect("formulieren_balie:start")


def start(request: HttpRequest) -> HttpResponse:
    """Which forms there are, what this employee still holds, and the box for the code of a resident."""
    medewerker = get_medewerker(request)
    pk = medewerker.pk if medewerker else 0
    form = HulpcodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        now = klok.now()
        if not take_turn("hulpcode", str(pk), maximum=PER_UUR, seconds=3600, now=now):
            form.add_error("code", _("U probeerde te veel codes. Wacht een uur."))
        elif concept := open_with_code(form.cleaned_data["code"], medewerker_id=pk, now=now):
            slug = concept.versie.definitie.slug
            return redirect("formulieren_balie:verder", slug=slug, uuid=concept.pk)
        else:
            form.add_error("code", _("Deze code klopt niet of is te oud. Vraag de inwoner om een nieuwe."))
    context = {
        **sessie_context(None, seconds_left=0, medewerker=medewerker),
        "form": form,
        "werk": list_werk(medewerker_id=pk, now=klok.now()),
        "aanbod": list(list_gepubliceerd().values()),
    }
    return render(request, "formulieren/balie_start.html", context)


def beginnen(request: HttpRequest, slug: str) -> HttpResponse:
    """For whom, how it came in and when; then the form itself."""
    versie = FormulierVersie.objects.current(slug)
    medewerker = get_medewerker(request)
    if versie is None or medewerker is None:
        raise Http404(slug)
    form = NamensForm(request.POST or None, initial={"ontvangen_op": klok.today()})
    if form.is_bound and form.is_valid():
        now = klok.now()
        concept = start_namens(
            versie=versie,
            medewerker_id=medewerker.pk,
            kanaal=form.cleaned_data["kanaal"],
            ontvangen_op=form.cleaned_data["ontvangen_op"],
            namens=form.to_partij(),
            now=now,
        )
        count(concept, Soort.BEGONNEN, now=now)
        # Who holds a letter in their hands adds it first.
        name = "scan" if concept.kanaal == Kanaal.POST else "verder"
        return redirect(f"formulieren_balie:{name}", slug=slug, uuid=concept.pk)
    context = {
        **sessie_context(None, seconds_left=0, medewerker=medewerker),
        "form": form,
        "formulier_titel": str(versie.definitie.titel),
    }
    return render(request, "formulieren/balie_beginnen.html", context)


@require_safe
def later(request: HttpRequest, slug: str, uuid: uuid_module.UUID) -> HttpResponse:
    """What was filled in is kept; the list of own work shows it."""
    return redirect("formulieren_balie:start")


@require_safe
def ontvangst(request: HttpRequest, slug: str, uuid: uuid_module.UUID) -> HttpResponse:
    """The same receipt that the resident would have."""
    aanvraag, medewerker = _find_sent(request, slug, uuid), get_medewerker(request)
    kwargs = {"slug": slug, "uuid": uuid}
    context = {
        **sessie_context(None, seconds_left=0, medewerker=medewerker),
        "aanvraag": aanvraag,
        "bijlagen": list_bijlagen(aanvraag, space="formulieren_balie"),
        "betreft": list_betreft(from_dict(aanvraag.betreft)),
        "aanvrager": list_rijen(read_aanvrager(aanvraag)),
        "controle": "",
        "formulier_titel": str(aanvraag.versie.definitie.titel),
        "vervolg": str(aanvraag.versie.definitie.vervolg),
        "mijn_zaken": False,
        **beslissing_context(aanvraag),
        "ontvangst_url": reverse("formulieren_balie:ontvangst", kwargs=kwargs),
        "kopie_url": reverse("formulieren_balie:kopie", kwargs=kwargs),
    }
    return render(request, "formulieren/ontvangst.html", context)


@require_safe
def kopie(request: HttpRequest, slug: str, uuid: uuid_module.UUID) -> HttpResponseBase:
    """The PDF, to hand over or to send by post."""
    aanvraag = _find_sent(request, slug, uuid)
    if not aanvraag.kopie:
        return redirect("formulieren_balie:ontvangst", slug=slug, uuid=uuid)
    return serve_bestand(aanvraag.kopie, als=f"{aanvraag.identificatie}.pdf")


def _find_sent(request: HttpRequest, slug: str, uuid: uuid_module.UUID) -> Aanvraag:
    medewerker = get_medewerker(request)
    found = find_sent(uuid, slug=slug, medewerker_id=medewerker.pk) if medewerker else None
    if found is None:
        raise Http404(str(uuid))
    return found
