"""The amounts of a form: computed for a page, for the summary, and once more when it is sent."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from eloket.formulieren.definitie import Definitie, Veld
from eloket.formulieren.route import Route
from eloket.formulieren.stapformulier import StapForm
from eloket.formulieren.velden import get_veldtype


def list_berekend(velden: tuple[Veld, ...]) -> Iterator[Veld]:
    """The questions that nobody answers, because their answer follows from others."""
    return (veld for veld in velden if get_veldtype(veld.soort).is_berekend)


def show_bedragen(form: StapForm, route: Route) -> None:
    """Put the amounts of this page where the page shows them, from the answers so far."""
    for veld in list_berekend(form.stap.velden):
        if veld.sleutel in form.fields:
            kind = get_veldtype(veld.soort)
            form.fields[veld.sleutel].widget.uitkomst = kind.compute(veld, route.lees, op=route.vandaag)


def add_bedragen(definitie: Definitie, antwoorden: Mapping[str, Any], *, op: date) -> dict[str, Any]:
    """The answers with the amounts of this day; only of questions that this person was asked."""
    computed = {
        veld.sleutel: get_veldtype(veld.soort).compute(veld, antwoorden.get, op=op)
        for veld in list_berekend(definitie.velden)
        if veld.sleutel in antwoorden
    }
    return {**antwoorden, **computed}


def mark_bedragen(definitie: Definitie, antwoorden: Mapping[str, Any]) -> str:
    """A mark of the amounts that the summary showed; "" when the form has none."""
    shown = {veld.sleutel: antwoorden.get(veld.sleutel) for veld in list_berekend(definitie.velden)}
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:32] if shown else ""
