"""The summary: everything on one page, and the button that sends it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext

from eloket.formulieren.aanvrager import list_rijen, tell_controle
from eloket.formulieren.bedragen import add_bedragen, mark_bedragen
from eloket.formulieren.betreft import from_dict, list_betreft
from eloket.formulieren.definitie import Stap, Veld
from eloket.formulieren.forms import VerzendForm
from eloket.formulieren.route import CONTROLE
from eloket.formulieren.services.aanvragen import AanvraagNotFound
from eloket.formulieren.services.aanvragers import find_aanvrager, find_email
from eloket.formulieren.services.afspraken import TijdVerlopen
from eloket.formulieren.services.betreft import check_stand, tell_stand
from eloket.formulieren.services.bevestigingen import find_unconfirmed
from eloket.formulieren.services.concepten import ConceptNotFound, save_stap
from eloket.formulieren.services.indienen import ConceptChanged, submit_aanvraag
from eloket.formulieren.services.scan import show_scans
from eloket.formulieren.services.tellen import count_sent
from eloket.formulieren.services.uitgifte import decide_now
from eloket.formulieren.stapformulier import PREFIX, show_antwoorden
from eloket.formulieren.velden import get_veldtype
from eloket.formulieren.views.apparaat import get_apparaat
from eloket.formulieren.views.betreft import tell_change
from eloket.formulieren.views.grenzen import may_send
from eloket.formulieren.views.wizard import TE_VEEL, VERLOPEN, ConceptWizard
from eloket.formulieren.vooraf import stands_fast
from eloket.lib import klok
from eloket.uitgifte.services import Beslisuitleg, explain_beslissen
from eloket.website.services import Rij


class ControleView(ConceptWizard):
    """GET shows what will be sent; POST sends it. Every step is checked again for both."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        failing = self.first_failing()
        if failing:
            return redirect(self.get_step_url(failing))
        return self.render_summary(self.make_form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        failing = self.first_failing()
        if failing:
            return redirect(self.get_step_url(failing))
        form = self.make_form(request.POST)
        antwoorden = self.collect_antwoorden()
        email = find_email(self.concept.versie.definitie, antwoorden)
        if "verklaring" in form.errors or not may_send(request, form, self.concept, email=email):
            return self.render_summary(form)
        if form.cleaned_data.get("bedragen", "") != self.mark(antwoorden):  # a price changed since
            return redirect(f"{self.get_step_url(CONTROLE)}?gewijzigd=1")
        if (stand := self.check_stand()) != form.cleaned_data.get("stand", ""):
            return self.render_summary(self.make_form(stand=stand))  # told first; a second press sends it
        now = klok.now()
        try:
            aanvraag = submit_aanvraag(
                self.concept,
                antwoorden=antwoorden,
                bewijs=str(form.cleaned_data.get("bewijs", "")),
                eigenaar=self.eigenaar,
                mens_gevraagd=bool(form.cleaned_data.get("mens")),
                now=now,
            )
        except ConceptChanged:
            return redirect(f"{self.get_step_url(CONTROLE)}?gewijzigd=1")
        except TijdVerlopen as error:
            return self.choose_again(error.sleutel, why=TE_VEEL if error.te_veel else VERLOPEN)
        except AanvraagNotFound:
            return self.no_concept(request, **kwargs)
        if aanvraag.ingediend_at == now:  # not when another tab was first
            count_sent(self.concept, apparaat=get_apparaat(request), now=now)
            decide_now(aanvraag, now=klok.now())
        return redirect(self.url("ontvangst"))

    def choose_again(self, sleutel: str, *, why: str) -> HttpResponse:
        """Back to the step whose time is gone or may not be; everything else in it stays."""
        stap = self.concept.versie.definitie.find_stap_met(sleutel).sleutel
        typed = self.concept.antwoorden["stappen"][stap]
        kept = {name: values for name, values in typed.items() if name != f"{PREFIX}-{sleutel}"}
        try:
            save_stap(self.concept, stap=stap, raw=kept, accepted=False, now=klok.now())
        except ConceptNotFound:  # sent from another tab, a moment ago
            return self.no_concept(self.request, **self.kwargs)
        return redirect(f"{self.get_step_url(stap)}?{why}=1")

    def first_failing(self) -> str:
        """Where to go first: a step that is not finished or no longer right, or the end; "" for nowhere."""
        if self.route.verder != CONTROLE:
            return self.route.verder
        return next((step for step in self.steps.all if not self.is_right(step)), "")

    def is_right(self, step: str) -> bool:
        """Whether a finished step still holds: its answers, and the proof of an address.

        What an employee typed and a resident took over was right without that proof.
        """
        form = self.stored_form(step)
        if not form.is_valid():
            return False
        return not self.asks_code or not find_unconfirmed(form.stap, form, self.concept)[1]

    def collect_antwoorden(self) -> dict[str, Any]:
        antwoorden: dict[str, Any] = {}
        for step in self.steps.all:
            antwoorden |= self.stored_form(step).to_json()
        return add_bedragen(self.concept.versie.definitie, antwoorden, op=self.route.vandaag)

    def mark(self, antwoorden: Mapping[str, Any]) -> str:
        return mark_bedragen(self.concept.versie.definitie, antwoorden)

    @cached_property
    def beslisuitleg(self) -> Beslisuitleg | None:
        """How the counter decides about this by itself; None when only people do."""
        return explain_beslissen(self.concept.versie.definitie.slug)

    def check_stand(self) -> str:
        """What happened to the zaak since the form was opened, as far as it matters here."""
        concept = self.concept
        return check_stand(
            concept.versie.definitie.waarvoor,
            from_dict(concept.betreft),
            identiteit=self.eigenaar.identiteit,
            vandaag=self.route.vandaag,
        )

    def make_form(self, data: Any = None, *, stand: str | None = None) -> VerzendForm:
        """`stand`: what was found at sending and must be told first."""
        if stand is None:
            waarvoor, betreft = self.concept.versie.definitie.waarvoor, from_dict(self.concept.betreft)
            stand = tell_stand(waarvoor, betreft, vandaag=self.route.vandaag)
        verklaring = str(self.concept.versie.definitie.verklaring)
        shown = {
            "bewijs": self.concept.bewijs,
            "bedragen": self.mark(self.collect_antwoorden()),
            "stand": stand,
        }
        decides = self.beslisuitleg is not None
        return VerzendForm(data, verklaring=verklaring, beslist_zelf=decides, initial=shown)

    def render_summary(self, form: VerzendForm) -> HttpResponse:
        definitie, antwoorden = self.concept.versie.definitie, self.collect_antwoorden()
        rows = show_antwoorden(definitie, antwoorden)
        aanvrager = find_aanvrager(self.concept, antwoorden, self.eigenaar)
        delen: list[dict[str, Any]] = [
            {
                "titel": str(stap.titel),
                "rijen": [
                    Rij(str(veld.label), value, self.change_url(stap, veld)) for veld, value in answers
                ],
            }
            for stap, answers in rows
        ]
        betreft = from_dict(self.concept.betreft)
        if betreft is not None:
            delen.insert(0, {"titel": gettext("Waar gaat dit over?"), "rijen": list_betreft(betreft)})
        if overige := self.list_overige():
            delen.append({"titel": gettext("Brief"), "rijen": overige})
        context = {
            **self.omgeving(),
            "mag_versturen": not self.helpt,
            "formulier_titel": str(definitie.titel),
            "aanvrager": list_rijen(aanvrager),
            "controle": tell_controle(aanvrager),
            "delen": delen,
            "form": form,
            "beslisuitleg": self.beslisuitleg,
            "nummer": len(self.route.stappen) + 1,
            "vorige_url": self.get_step_url(self.steps.last),
            "later_url": self.url("later"),
            "gewijzigd": "gewijzigd" in self.request.GET,
            "melding": tell_change(definitie.waarvoor, str(form["stand"].value() or ""), betreft),
        }
        return TemplateResponse(self.request, "formulieren/controleren.html", context)

    def list_overige(self) -> list[Rij]:
        """What goes along and answers no question: the letter from which an employee began this."""
        scans = show_scans(self.concept)
        return [Rij(gettext("Uw brief"), scans)] if scans else []

    def change_url(self, stap: Stap, veld: Veld) -> str:
        """Where this answer can be changed; "" for one that stands fast or follows from others."""
        if get_veldtype(veld.soort).is_berekend or stands_fast(veld, self.vooraf(stap)):
            return ""
        return f"{self.get_step_url(stap.sleutel)}?naar={CONTROLE}#id_{PREFIX}-{veld.sleutel}"
