"""The questions of one step as its page shows them, those included that a script may still bring up."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from eloket.formulieren.definitie import Combinatie, Stap, Veld, Voorwaarde
from eloket.formulieren.regels import Besluit
from eloket.formulieren.regels.vergelijken import klopt, lees_waarde
from eloket.formulieren.route import Route
from eloket.formulieren.stapformulier import PREFIX, StapForm
from eloket.formulieren.velden import get_veldtype


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question. `toon` and `verplicht`: its rules for frontend/js/regels.js, "" where nothing can change.

    `field` is None for an answer that a rule gives: then `waarde` shows it, and `label` says of what.
    """

    sleutel: str
    field: forms.BoundField | None = None
    wisselend: bool = False
    verborgen: bool = False
    toon: str = ""
    verplicht: str = ""
    label: str = ""
    waarde: str = ""


def lay_out_vragen(form: StapForm, stap: Stap, route: Route | None) -> list[Vraag]:
    """Everything on the page of this step, in order; `stap` with all its questions."""
    if route is None or not route.vorm.plan.regels:
        return [Vraag(field.name, field) for field in form]
    velden = {veld.sleutel: veld for veld in stap.velden}
    vragen = (_make_vraag(name, velden.get(name), form, route) for name in _order(form, stap))
    return [vraag for vraag in vragen if vraag is not None]


def _order(form: StapForm, stap: Stap) -> list[str]:
    """Names of questions in the order of the step; what is no question of it stays behind the one before."""
    own = {veld.sleutel for veld in stap.velden}
    behind: dict[str, list[str]] = {}
    last = ""
    for name in form.fields:
        if name in own:
            last = name
        else:
            behind.setdefault(last, []).append(name)
    ordered = [each for veld in stap.velden for each in (veld.sleutel, *behind.get(veld.sleutel, []))]
    return [*behind.get("", []), *ordered]


def _make_vraag(name: str, veld: Veld | None, form: StapForm, route: Route) -> Vraag | None:
    plan, besluit = route.vorm.plan, form.besluit
    if veld is None:
        return Vraag(name, form[name])
    if name in besluit.waarden and name not in besluit.verborgen_velden:
        shown = get_veldtype(veld.soort).show(besluit.waarden[name], veld)
        return Vraag(name, label=str(veld.label), waarde=shown)
    hidden = name in form.verborgen
    live = name in plan.levend
    if hidden and not live:
        return None
    return Vraag(
        name,
        form.verborgen[name] if hidden else form[name],
        wisselend=name in plan.toon_veld,
        verborgen=hidden,
        toon=_tell_regels(plan.toon_veld[name], name, form, route) if live else "",
        verplicht=_tell_regels(plan.verplicht[name], name, form, route)
        if name in plan.levend_verplicht
        else "",
    )


def _tell_regels(nummers: Sequence[int], sleutel: str, form: StapForm, route: Route) -> str:
    """Rules for a script: one of them must hold. What was decided on earlier pages is true or false."""
    plan = route.vorm.plan
    own = plan.plekken[sleutel][0]

    def tell(voorwaarde: Voorwaarde) -> dict[str, Any] | bool:
        here = plan.plekken[voorwaarde.veld][0] == own
        return _tell_voorwaarde(voorwaarde, route) if here else _decide(voorwaarde, form.besluit, route)

    told = [
        {
            "alle": plan.regels[nummer].combinatie == Combinatie.ALLE,
            "voorwaarden": [tell(voorwaarde) for voorwaarde in plan.regels[nummer].voorwaarden],
        }
        for nummer in nummers
    ]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _decide(voorwaarde: Voorwaarde, besluit: Besluit, route: Route) -> bool:
    soort = route.vorm.plan.vergelijking[voorwaarde.veld]
    return klopt(voorwaarde, besluit.antwoorden.get(voorwaarde.veld), soort, vandaag=route.vandaag)


def _tell_voorwaarde(voorwaarde: Voorwaarde, route: Route) -> dict[str, Any]:
    soort = route.vorm.plan.vergelijking[voorwaarde.veld]
    read = [lees_waarde(waarde, soort, route.vandaag) for waarde in voorwaarde.waarden]
    return {
        "naam": f"{PREFIX}-{voorwaarde.veld}",
        "soort": soort,
        "operator": voorwaarde.operator,
        "waarden": [str(waarde) for waarde in read if waarde is not None],
    }
