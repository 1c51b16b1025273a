"""One question and an answer to it, by the way that a browser takes."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict

from eloket.formulieren.definitie import Optie, Stap, Tekst, Veld
from eloket.formulieren.stapformulier import PREFIX, StapForm, build_stap_form, pick_raw
from eloket.formulieren.velden import get_veldtype

OPTIES = (Optie("groot", Tekst("Groot", "Big")), Optie("klein", Tekst("Klein")))

DATUM = ("_dag", "_maand", "_jaar")
Getypt = Mapping[str, str | Sequence[str]]


def make_veld(soort: str, *, verplicht: bool = True, **instellingen: Any) -> Veld:
    return Veld(soort, "vraag", Tekst("Vraag"), verplicht=verplicht, opties=OPTIES, instellingen=instellingen)


def fill(veld: Veld, getypt: Getypt) -> StapForm:
    """A step with only this question, posted. `getypt`: by what comes behind the name of the question."""
    posted = QueryDict(mutable=True)
    for part, value in getypt.items():
        posted.setlist(f"{PREFIX}-vraag{part}", [value] if isinstance(value, str) else list(value))
    stap = Stap("stap", Tekst("Stap"), Tekst(), (veld,))
    picked = QueryDict(mutable=True)
    for name, values in pick_raw(stap, posted).items():
        picked.setlist(name, values)
    return build_stap_form(stap)(data=picked, prefix=PREFIX)


def answer(veld: Veld, *typed: str, parts: tuple[str, ...] = ()) -> tuple[Any, list[str]]:
    """What is stored for what was typed, and the errors."""
    return answer_all(veld, dict(zip(parts or ("",), typed, strict=True)))


def answer_all(veld: Veld, getypt: Getypt) -> tuple[Any, list[str]]:
    """The same, for a question of any number of boxes."""
    form = fill(veld, getypt)
    return (form.to_json().get("vraag"), []) if form.is_valid() else (None, list(form.errors["vraag"]))


def show(veld: Veld, stored: Any) -> str:
    return str(get_veldtype(veld.soort).show(stored, veld))
