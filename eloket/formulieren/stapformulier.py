"""From a step of a definition to a Django form, and from its answers to JSON and to words."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from eloket.formulieren.definitie import Definitie, Stap
from eloket.formulieren.velden import get_veldtype

# Own names on the wire, so that no key of a redacteur meets a name of ours.
PREFIX = "v"
# The box for a code that was mailed, in a step that asks for one. No key of a redacteur has an underscore.
CODE = "uw_code"
# Longer than any field allows; what lies beyond is cut before anything looks at it.
LONGEST_VALUE = 10_000

Raw = dict[str, list[str]]


class StapForm(forms.Form):
    """The questions of one step."""

    stap: Stap

    def to_json(self) -> dict[str, Any]:
        """The answers by key, as an aanvraag stores them. Only for a valid form."""
        return {
            veld.sleutel: get_veldtype(veld.soort).to_json(self.cleaned_data[veld.sleutel])
            for veld in self.stap.velden
        }


def build_stap_form(stap: Stap) -> type[StapForm]:
    """A form class with the fields of this step, in the active language."""
    fields = {veld.sleutel: get_veldtype(veld.soort).field(veld) for veld in stap.velden}
    return type("StapForm", (StapForm,), {"stap": stap, **fields})


def pick_raw(stap: Stap, posted: QueryDict) -> Raw:
    """What was posted for the fields of this step, as typed, bounded in size and number.

    A key of a redacteur holds no "_", so what stands before the first one names the question.
    """
    typed: dict[str, Raw] = {f"{PREFIX}-{veld.sleutel}": {} for veld in stap.velden}
    for name, values in posted.lists():
        question, mark, part = name.partition("_")
        if question in typed:
            typed[question][f"{mark}{part}"] = [_bounded(value) for value in values[:50]]
    return {
        f"{PREFIX}-{veld.sleutel}{part}": list(values)
        for veld in stap.velden
        for part, values in get_veldtype(veld.soort).complete(veld, typed[f"{PREFIX}-{veld.sleutel}"]).items()
    }


def _bounded(value: str) -> str:
    """Nobody types a NUL, and no database keeps one."""
    return value[: LONGEST_VALUE + 1].replace("\0", "")


def show_antwoorden(
    definitie: Definitie, antwoorden: Mapping[str, Any]
) -> list[tuple[Stap, list[tuple[str, str]]]]:
    """Every step with its questions and stored answers in words, in the active language."""
    return [
        (
            stap,
            [
                (str(veld.label), get_veldtype(veld.soort).show(antwoorden.get(veld.sleutel), veld))
                for veld in stap.velden
            ],
        )
        for stap in definitie.stappen
    ]
