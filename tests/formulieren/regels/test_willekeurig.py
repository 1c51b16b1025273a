"""Random forms with random rules, and random people who fill them in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eloket.formulieren.definitie import Actie, Definitie, Operator
from eloket.formulieren.regels import Besluit, Plan, beslis, find_regelfouten
from eloket.formulieren.regels.vergelijken import PASSEND
from eloket.formulieren.velden import VELDTYPEN
from tests.formulieren.regels.maken import (
    UITLEG,
    VANDAAG,
    als,
    formulier,
    fouten,
    keuze,
    regel,
    stap,
    veld,
)

SOORTEN = {
    "keuze": ["a", "b", "c"],
    "ja_nee": ["ja", "nee"],
    "getal": ["0", "3", "7"],
    "datum": ["vandaag", "vandaag+28", "2027-06-01"],
    "tekst": ["noor", "joris"],
    "verklaring": [],
}
GEGEVEN: dict[str, list[Any]] = {
    "keuze": ["a", "b", "c"],
    "ja_nee": ["ja", "nee"],
    "getal": [0, 3, 5, 9],
    "datum": ["2026-12-31", "2027-01-01", "2027-02-01", "2027-07-01"],
    "tekst": ["Noor", "iets anders"],
    "verklaring": [True],
}


@st.composite
def formulieren(draw: st.DrawFn) -> Definitie:
    """A form of a few steps with rules that may be right or wrong."""
    steps = []
    for number in range(draw(st.integers(1, 4))):
        kinds = draw(st.lists(st.sampled_from(sorted(SOORTEN)), min_size=1, max_size=3))
        fields = [
            keuze(f"v{number}{place}", "a", "b", "c")
            if kind == "keuze"
            else veld(f"v{number}{place}", kind, verplicht=draw(st.booleans()))
            for place, kind in enumerate(kinds)
        ]
        steps.append(stap(f"s{number}", *fields))
    fields = [(each["sleutel"], each["soort"]) for step in steps for each in step["velden"]]
    rules = [draw(regels(fields, len(steps))) for _number in range(draw(st.integers(2, 9)))]
    return formulier(*steps, regels=rules)


@st.composite
def regels(draw: st.DrawFn, fields: list[tuple[str, str]], steps: int) -> dict[str, Any]:
    conditions = []
    for sleutel, soort in draw(st.lists(st.sampled_from(fields), min_size=1, max_size=2)):
        fitting = sorted(PASSEND[VELDTYPEN[soort].vergelijking])
        operator = draw(st.sampled_from(fitting if draw(st.integers(0, 9)) else list(Operator)))
        most = 2 if operator == Operator.EEN_VAN else 1
        choices = SOORTEN[soort]
        values = draw(st.lists(st.sampled_from(choices), min_size=1, max_size=most)) if choices else []
        conditions.append(als(sleutel, operator, *values))
    actie = draw(st.sampled_from(["toon_veld", "toon_veld", "toon_stap", "verplicht", "waarde", "stop"]))
    doel, soort = draw(st.sampled_from(fields))
    return regel(
        actie,
        *conditions,
        **UITLEG,
        combinatie=draw(st.sampled_from(["alle", "een"])),
        doel=f"s{draw(st.integers(0, steps - 1))}" if actie == "toon_stap" else doel,
        waarde=(SOORTEN[soort] or ["ja"])[0],
    )


@st.composite
def antwoorden(draw: st.DrawFn, definitie: Definitie) -> dict[str, Any]:
    """What somebody would answer to every question, were it asked."""
    return {
        each.sleutel: draw(
            st.sampled_from(GEGEVEN[each.soort] if each.verplicht else [*GEGEVEN[each.soort], None])
        )
        for each in definitie.velden
    }


def decide(definitie: Definitie, answers: Mapping[str, Any]) -> Besluit:
    return beslis(Plan(definitie, VELDTYPEN), answers.get, vandaag=VANDAAG)


@given(st.data())
@settings(max_examples=150)
def test_the_same_answers_give_the_same_and_the_first_step_is_never_lost_by_rules_that_pass(
    data: st.DataObject,
) -> None:
    form = data.draw(formulieren())
    answers = data.draw(antwoorden(form))
    outcome = decide(form, answers)
    assert outcome == decide(form, answers)
    assert decide(mend(form), answers).toont_stap(form.stappen[0])


@given(st.data())
@settings(max_examples=150)
def test_an_answer_that_is_hidden_changes_nothing(data: st.DataObject) -> None:
    form = data.draw(formulieren())
    answers = data.draw(antwoorden(form))
    outcome = decide(form, answers)
    shown = {each.sleutel for step in form.stappen for each in outcome.list_velden(step)}
    other = data.draw(antwoorden(form))
    assert decide(form, {key: (answers if key in shown else other)[key] for key in answers}) == outcome
    assert decide(form, {key: value for key, value in answers.items() if key in shown}) == outcome


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_form_that_passes_the_check_has_no_dead_end(data: st.DataObject) -> None:
    """Step by step as the wizard does it: everybody comes to the summary or to an explained end."""
    form = mend(data.draw(formulieren()))
    answers = data.draw(antwoorden(form))
    filled: dict[str, Any] = {}
    seen: list[str] = []
    while (todo := next_step(form, filled, seen)) is not None:
        assert todo not in seen
        seen.append(todo)
        step = form.get_stap(todo)
        assert step is not None
        assert decide(form, filled).list_velden(step) or decide(form, answers).list_velden(step)
        filled |= {each.sleutel: answers[each.sleutel] for each in step.velden}
    einde = decide(form, filled).einde
    assert einde is None or (einde.regel.titel and einde.regel.tekst)
    assert seen[0] == form.stappen[0].sleutel


def mend(form: Definitie, vandaag: date = VANDAAG) -> Definitie:
    """The form as Samira leaves it: without the rules that the check named."""
    while found := find_regelfouten(form, VELDTYPEN, vandaag=vandaag):
        wrong = {fout.regel for fout in found}
        ends = {number for number, rule in enumerate(form.regels) if rule.actie == Actie.STOP}
        wrong |= ends if None in wrong else set()
        form = replace(form, regels=[rule for n, rule in enumerate(form.regels) if n not in wrong])
    return form


def next_step(form: Definitie, filled: Mapping[str, Any], seen: list[str]) -> str | None:
    outcome = decide(form, filled)
    for number, step in enumerate(form.stappen):
        if outcome.einde is not None and number > outcome.einde.na:
            return None
        if outcome.toont_stap(step) and step.sleutel not in seen:
            return step.sleutel
    return None


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_checking_ends_and_names_rules_that_exist(data: st.DataObject) -> None:
    form = data.draw(formulieren())
    for text in fouten(form):
        number = text.removeprefix("Regel ").partition(" ")[0]
        assert not number.isdigit() or 1 <= int(number) <= len(form.regels)
