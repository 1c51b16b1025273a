"""From a step of a definition to a Django form, and from its answers to JSON and to words."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict

from eloket.formulieren.definitie import Definitie, Stap, Veld
from eloket.formulieren.regels import Besluit
from eloket.formulieren.velden import Getypt, get_veldtype
from eloket.formulieren.velden.herhaling import Herhaling

# Own names on the wire, so that no key of a redacteur meets a name of ours.
PREFIX = "v"
# The box for a code that was mailed, in a step that asks for one. No key of a redacteur has an underscore.
CODE = "uw_code"
# Which of the questions that come and go were on the page: one that was not, nobody could answer.
GETOOND = "getoond"
# Longer than any field allows; what lies beyond is cut before anything looks at it.
LONGEST_VALUE = 10_000
MOST_VALUES = 200

Raw = dict[str, list[str]]


class StapForm(forms.Form):
    """The questions of one step, as far as its rules show them; `stap` has no others either."""

    stap: Stap

    def __init__(self, *args: Any, besluit: Besluit | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.besluit = besluit or Besluit()
        self.verborgen: dict[str, forms.BoundField] = {}
        shown = self.besluit.list_velden(self.stap)
        self._hide({veld.sleutel for veld in shown})
        self.stap = replace(self.stap, velden=tuple(self._require(veld) for veld in shown))

    def _require(self, veld: Veld) -> Veld:
        """The question as it is asked now: required when a rule says so."""
        if veld.verplicht or veld.sleutel not in self.besluit.verplicht:
            return veld
        required = replace(veld, verplicht=True)
        if veld.sleutel in self.fields:
            self.fields[veld.sleutel] = get_veldtype(veld.soort).field(required)
        return required

    def _hide(self, shown: set[str]) -> None:
        """Neither asked nor checked: what is hidden, and what a rule answers."""
        for sleutel in [*self.fields]:
            if sleutel not in shown:
                self.verborgen[sleutel] = self[sleutel]
                del self.fields[sleutel]
        for sleutel in self.besluit.waarden.keys() & self.fields.keys():
            del self.fields[sleutel]

    def again(self) -> "StapForm":
        """The same form with the same answers, not yet checked."""
        again = type(self)(data=self.data, prefix=self.prefix, besluit=self.besluit)
        again.fields = self.fields  # with what the sources said of them
        return again

    def excuse(self, *sleutels: str) -> None:
        """Nobody could do better: the question was not there yet."""
        for sleutel in sleutels:
            self.errors.pop(sleutel, None)

    def to_json(self) -> dict[str, Any]:
        """The answers by key, as an aanvraag stores them. Only for a valid form."""
        set_by_rule = self.besluit.waarden
        return {
            veld.sleutel: set_by_rule[veld.sleutel]
            if veld.sleutel in set_by_rule
            else get_veldtype(veld.soort).to_json(self.cleaned_data[veld.sleutel])
            for veld in list_vragen(self.stap)
        }

    def forget_errors(self) -> None:
        """Show what was typed as it is: nobody said that it was finished."""
        self.errors.clear()
        for field in self:
            for rij in getattr(field, "rijen", ()):
                rij.errors.clear()

    @property
    def has_rijen(self) -> bool:
        """Whether people can add and remove on this page."""
        return any(get_veldtype(veld.soort).has_velden for veld in self.stap.velden)


def list_vragen(stap: Stap) -> list[Veld]:
    """What people answer in a step: without the words between the questions."""
    return [veld for veld in stap.velden if get_veldtype(veld.soort).is_vraag]


def build_stap_form(stap: Stap) -> type[StapForm]:
    """A form class with the fields of this step, in the active language."""
    fields = {veld.sleutel: get_veldtype(veld.soort).field(veld) for veld in stap.velden}
    return type("StapForm", (StapForm,), {"stap": stap, **fields})


def pick_raw(stap: Stap, posted: QueryDict) -> Raw:
    """What was posted for the fields of this step, as typed, bounded in size and number.

    A key of a redacteur holds no "_", so what stands before the first one names the question.
    """
    bounded = {name: [_bounded(value) for value in values[:MOST_VALUES]] for name, values in posted.lists()}
    typed = _split(stap, bounded)
    raw = _join({veld.sleutel: complete(veld, typed[veld.sleutel]) for veld in stap.velden})
    shown = typed.keys() & posted.getlist(GETOOND)
    return {**raw, GETOOND: sorted(shown)} if shown else raw


def complete(veld: Veld, getypt: Getypt) -> Getypt:
    return get_veldtype(veld.soort).complete(veld, getypt)


def change_rijen(stap: Stap, raw: Raw, posted: QueryDict) -> Raw | None:
    """What was typed with one more or one fewer in a group, for whoever pressed such a button; else None."""
    more = posted.get("voegtoe", "")
    name, _mark, index = posted.get("verwijder", "").partition("_")
    for veld in stap.velden:
        kind, own = get_veldtype(veld.soort), f"{PREFIX}-{veld.sleutel}"
        if not isinstance(kind, Herhaling) or own not in (more, name):
            continue
        typed = _split(stap, raw)
        if own == more:
            changed = kind.add_rij(veld, typed[veld.sleutel])
        else:
            changed = kind.remove_rij(veld, typed[veld.sleutel], index)
        marks = {name: values for name, values in raw.items() if name == GETOOND}
        return {**_join({**typed, veld.sleutel: changed}), **marks}
    return None


def _split(stap: Stap, raw: Raw) -> dict[str, Getypt]:
    """What was typed, per question of the step."""
    found: dict[str, Raw] = {veld.sleutel: {} for veld in stap.velden}
    for name, values in raw.items():
        question, mark, part = name.partition("_")
        key = question.removeprefix(f"{PREFIX}-")
        if key != question and key in found:
            found[key][f"{mark}{part}"] = values
    return dict(found)


def _join(typed: Mapping[str, Getypt]) -> Raw:
    return {
        f"{PREFIX}-{sleutel}{part}": list(values)
        for sleutel, getypt in typed.items()
        for part, values in getypt.items()
    }


def keep_raw(raw: Raw, old: Raw, sleutels: Iterable[str]) -> Raw:
    """What was typed, and what stood before in questions that were not on the page this time."""
    names = {f"{PREFIX}-{sleutel}" for sleutel in sleutels}
    kept = {
        name: values for name, values in old.items() if name not in raw and name.partition("_")[0] in names
    }
    return {**kept, **raw}


def _bounded(value: str) -> str:
    """Nobody types a NUL, and no database keeps one."""
    return value[: LONGEST_VALUE + 1].replace("\0", "")


def show_antwoorden(
    definitie: Definitie, antwoorden: Mapping[str, Any]
) -> list[tuple[Stap, list[tuple[Veld, str]]]]:
    """Every step with its questions and stored answers in words, in the active language.

    What was not asked of this person has no answer in there, not even an empty one, and is left out.
    """
    asked = [
        (stap, [veld for veld in list_vragen(stap) if veld.sleutel in antwoorden])
        for stap in definitie.stappen
    ]
    return [
        (stap, [(veld, get_veldtype(veld.soort).show(antwoorden[veld.sleutel], veld)) for veld in velden])
        for stap, velden in asked
        if velden
    ]
