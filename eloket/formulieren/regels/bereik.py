"""Whether every rule can hold, everything can be seen, and the form can be sent."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from eloket.formulieren.regels.beslissen import Besluit, beslis
from eloket.formulieren.regels.plan import Plan, Soort
from eloket.formulieren.regels.proeven import Antwoorden, is_volledig, list_kansen, list_proeven
from eloket.formulieren.regels.woorden import Fout, noem_regel

# A rule by its number, a step by its key, or the summary: what somebody must be able to come to.
Doel = tuple[str, Any]
VERSTUREN: Doel = ("versturen", "")


def find_bereikfouten(plan: Plan, soorten: Mapping[str, Soort], *, vandaag: date) -> Iterator[Fout]:
    """What nobody comes to, whatever they answer. The rules themselves must be right already.

    What depends on more questions than can be tried in all combinations gets the benefit of the doubt.
    """
    kansen = list_kansen(plan, soorten, vandaag)
    missing = _goals(plan) - _reach(plan, list_proeven(plan, kansen, kansen), vandaag)
    for goal in sorted(missing, key=str):
        cone = _cone(plan, goal)
        if is_volledig(cone, kansen) and goal not in _reach(plan, _fill(plan, cone, kansen), vandaag):
            yield _tell(plan, goal)


def _goals(plan: Plan) -> set[Doel]:
    rules = {("regel", nummer) for nummer in range(len(plan.regels))}
    return rules | {("stap", sleutel) for sleutel in plan.stappen} | {VERSTUREN}


def _reach(plan: Plan, proeven: Iterable[Antwoorden], vandaag: date) -> set[Doel]:
    reached: set[Doel] = set()
    for antwoorden in proeven:
        reached |= _come_to(plan, beslis(plan, antwoorden.get, vandaag=vandaag))
    return reached


def _come_to(plan: Plan, besluit: Besluit) -> set[Doel]:
    """What somebody with these answers has met on the way."""
    einde = besluit.einde
    last = len(plan.stappen) if einde is None else einde.na
    steps = {
        ("stap", stap.sleutel)
        for stap in plan.definitie.stappen[: last + 1]
        if stap.sleutel not in besluit.verborgen_stappen
    }
    rules = {("regel", nummer) for nummer in besluit.geldig}
    return steps | rules | ({VERSTUREN} if einde is None else set())


def _fill(plan: Plan, cone: set[str], kansen: Mapping[str, list[Any]]) -> Iterator[Antwoorden]:
    """Every combination of the questions that matter; the others keep their first answer."""
    rest = {key: values[0] for key, values in kansen.items() if key not in cone}
    for antwoorden in list_proeven(plan, cone, kansen):
        yield {**rest, **antwoorden}


def _cone(plan: Plan, goal: Doel) -> set[str]:
    """The questions whose answers matter for this goal."""
    kind, what = goal
    if kind == "regel":
        rules = [what]
    elif kind == "stap":
        rules = [*plan.einden, *_showing_step(plan, plan.stappen[what])]
    else:
        rules = list(plan.einden)
    found: set[str] = set()
    while rules:
        new = {each.veld for each in plan.regels[rules.pop()].voorwaarden} - found
        found |= new
        rules.extend(nummer for veld in new for nummer in _deciding(plan, veld))
    return found


def _showing_step(plan: Plan, nummer: int) -> list[int]:
    """The rules that show this step or one of its questions."""
    stap = plan.definitie.stappen[nummer]
    fields = [rule for veld in stap.velden for rule in plan.toon_veld.get(veld.sleutel, ())]
    return [*plan.toon_stap.get(stap.sleutel, ()), *fields]


def _deciding(plan: Plan, veld: str) -> list[int]:
    """The rules that decide whether this question has an answer, and which."""
    stap = plan.definitie.stappen[plan.plekken[veld][0]].sleutel
    return [
        *plan.toon_veld.get(veld, ()),
        *plan.toon_stap.get(stap, ()),
        *plan.waarde.get(veld, ()),
    ]


def _tell(plan: Plan, goal: Doel) -> Fout:
    kind, what = goal
    if kind == "regel":
        return Fout(
            what,
            _("Deze voorwaarden kloppen nooit, wat iemand ook antwoordt. Verander een voorwaarde."),
            noem_regel(plan, what),
        )
    if kind == "stap":
        titel = plan.definitie.stappen[plan.stappen[what]].titel.nl
        return Fout(None, _("Niemand komt bij de stap “%(titel)s”. Kijk de regels na.") % {"titel": titel})
    return Fout(
        None,
        _("Niemand kan dit formulier versturen: het stopt altijd eerder. Kijk de regels na die stoppen."),
    )
