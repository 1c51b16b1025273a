"""A step in the redacteur's preview: as somebody sees it who answered nothing yet, or with every question.

Nobody is logged in here, so no source is asked: what it would fill in is told in its place.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.html import conditional_escape
from django.utils.text import format_lazy
from django.utils.translation import gettext as _

from eloket.formulieren.bedragen import show_bedragen
from eloket.formulieren.definitie import Actie, Combinatie, Definitie, Regel, Stap, Veld, Voorwaarde
from eloket.formulieren.regels import Plan
from eloket.formulieren.regels.woorden import OPERATOREN, noem_veld
from eloket.formulieren.route import Route, Vorm
from eloket.formulieren.schermen import stap_context
from eloket.formulieren.stapformulier import PREFIX, StapForm, build_stap_form
from eloket.formulieren.velden import VELDTYPEN, get_veldtype
from eloket.formulieren.velden.bronnen import BRONNEN, bron_of, is_vast
from eloket.website.services import VasteWaarde

AAN_EEN_VRAAG = (Actie.TOON_VELD, Actie.VERPLICHT, Actie.WAARDE)


def voorbeeld_context(definitie: Definitie, stap: Stap, *, alles: bool, vandaag: date) -> dict[str, Any]:
    """For formulieren/stap.html. `alles`: every question, with the rule that it comes by."""
    definitie = drop_broken(definitie)
    route = make_route(definitie, vandaag=vandaag)
    hidden = not route.besluit.toont_stap(stap)
    form = route.vorm.forms[stap.sleutel](prefix=PREFIX, besluit=None if alles or hidden else route.besluit)
    if definitie.niveau:
        dress(form)
    if alles or hidden:
        mark_regels(form, route.vorm.plan)
        melding = tell_stap(stap, route.vorm.plan) if hidden else _("Dit voorbeeld toont alle vragen.")
        return stap_context(definitie, stap, form, melding=melding)
    show_bedragen(form, route)
    return stap_context(definitie, stap, form, route=route)


def drop_broken(definitie: Definitie) -> Definitie:
    """Without rules that name what is not there: a form on the desk is seldom finished."""
    velden = {veld.sleutel for veld in definitie.velden}
    there = [regel for regel in definitie.regels if {each.veld for each in regel.voorwaarden} <= velden]
    return replace(definitie, regels=tuple(there))


def make_route(definitie: Definitie, *, vandaag: date) -> Route:
    """The way of somebody who answered nothing yet."""
    forms = {stap.sleutel: build_stap_form(stap) for stap in definitie.stappen}
    return Route(Vorm(definitie, Plan(definitie, VELDTYPEN), forms), {}, vandaag=vandaag)


def dress(form: StapForm) -> None:
    """Tell what a source fills in, and show an answer that stands fast as text."""
    for veld in form.stap.velden:
        naam = BRONNEN.get(bron_of(veld))
        if naam is None or veld.sleutel not in form.fields:
            continue
        field = form.fields[veld.sleutel]
        if is_vast(veld):
            shown = conditional_escape(_("Hier staat: %(gegeven)s") % {"gegeven": naam})
            herkomst = _(
                "De invuller kan dit niet veranderen. Weet de bron het niet, dan staat hier een vak."
            )
            field.widget = VasteWaarde(field.widget, tekst=shown, herkomst=herkomst)
        else:
            words = _("Vooraf ingevuld met: %(gegeven)s") % {"gegeven": naam}
            field.help_text = format_lazy("{} {}", field.help_text, words)


def mark_regels(form: StapForm, plan: Plan) -> None:
    """Say at each question by which rules it comes, becomes required or gets its answer."""
    for veld in form.stap.velden:
        told = [tell_regel(regel, plan) for regel in list_regels(veld, plan)]
        field = form.fields[veld.sleutel]
        if told and get_veldtype(veld.soort).is_vraag:
            field.help_text = format_lazy("{} {}", field.help_text, " ".join(told))
        elif told:  # words between the questions have nothing but a title
            field.label = f"{field.label} ({' '.join(told)})"


def list_regels(veld: Veld, plan: Plan) -> list[Regel]:
    return [regel for regel in plan.regels if regel.actie in AAN_EEN_VRAAG and regel.doel == veld.sleutel]


def tell_stap(stap: Stap, plan: Plan) -> str:
    """Why this step is not there for everybody."""
    regels = [plan.regels[nummer] for nummer in plan.toon_stap.get(stap.sleutel, ())]
    words = [tell_voorwaarden(regel, plan) for regel in regels]
    if not words:  # each of its questions comes by a rule
        return _("Deze stap is er alleen als er een vraag in staat. Dit voorbeeld toont alle vragen.")
    return _("Deze stap komt alleen als %(voorwaarden)s.") % {"voorwaarden": _(" of als ").join(words)}


def tell_regel(regel: Regel, plan: Plan) -> str:
    words = {
        Actie.TOON_VELD: _("Komt alleen als %(voorwaarden)s."),
        Actie.VERPLICHT: _("Verplicht als %(voorwaarden)s."),
        Actie.WAARDE: _("Krijgt een vast antwoord als %(voorwaarden)s."),
    }
    return words[regel.actie] % {"voorwaarden": tell_voorwaarden(regel, plan)}


def tell_voorwaarden(regel: Regel, plan: Plan) -> str:
    """ "“Gaat u inwonen?” is Ja en “Aantal” is groter dan 2"."""
    between = _(" en ") if regel.combinatie == Combinatie.ALLE else _(" of ")
    return between.join(tell_voorwaarde(each, plan) for each in regel.voorwaarden)


def tell_voorwaarde(voorwaarde: Voorwaarde, plan: Plan) -> str:
    words = [f"“{noem_veld(plan, voorwaarde.veld)}”", str(OPERATOREN[voorwaarde.operator])]
    return " ".join([*words, tell_waarden(voorwaarde.waarden, plan.velden[voorwaarde.veld])]).strip()


def tell_waarden(waarden: Sequence[str], veld: Veld) -> str:
    """The answers in the words of the question."""
    opties = get_veldtype(veld.soort).opties(veld)
    labels = {optie.waarde: optie.label.nl for optie in opties}
    return ", ".join(labels.get(waarde, waarde) for waarde in waarden)
