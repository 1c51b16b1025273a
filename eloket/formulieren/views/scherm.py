"""What the first step (without a draft) and all others (with one) do in the same way."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language

from eloket.accounts.services import seconds_left
from eloket.formulieren.bedragen import show_bedragen
from eloket.formulieren.definitie import Stap
from eloket.formulieren.models import FormulierVersie
from eloket.formulieren.regels import Plan
from eloket.formulieren.route import CONTROLE, EINDE, Route, Vorm
from eloket.formulieren.schermen import stap_context
from eloket.formulieren.stapformulier import PREFIX, Raw, StapForm, build_stap_form
from eloket.formulieren.velden import VELDTYPEN
from eloket.formulieren.velden.afspraak import list_gepland
from eloket.formulieren.vooraf import dress, enforce
from eloket.formulieren.voorinvulling import Voorinvulling


class _Versie:
    """Equal when the content is: the key of the cache of form classes."""

    def __init__(self, versie: FormulierVersie) -> None:
        self.hash, self.definitie = versie.hash, versie.definitie

    def __hash__(self) -> int:
        return hash(self.hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Versie) and other.hash == self.hash


@lru_cache(maxsize=100)
def _get_vorm(versie: _Versie, taal: str, gepland: frozenset[str]) -> Vorm:
    forms = {stap.sleutel: build_stap_form(stap) for stap in versie.definitie.stappen}
    return Vorm(versie.definitie, Plan(versie.definitie, VELDTYPEN), forms)


def get_vorm(versie: FormulierVersie) -> Vorm:
    """The form class of each step, in the active language, and the rules; built once per process.

    And once more when an agenda comes or goes for what the form asks an afspraak for.
    """
    return _get_vorm(_Versie(versie), get_language() or "nl", list_gepland(versie.definitie))


def make_form(route: Route, step: str, raw: Raw | None, voorinvulling: Voorinvulling) -> StapForm:
    """The form of a step with what rules and sources said; without `raw` an empty one."""
    form_class = route.vorm.forms[step]
    data = None if raw is None else make_data(enforce(form_class.stap, raw, voorinvulling))
    return dress(form_class(data=data, prefix=PREFIX, besluit=route.besluit), voorinvulling)


def make_data(raw: Raw) -> "MultiValueDict[str, str]":
    """What was typed, as a Django form takes it."""
    return MultiValueDict(raw)


def render_stap(
    request: HttpRequest, route: Route, stap: Stap, form: StapForm, *, nieuw: Sequence[str] = (), **extra: Any
) -> TemplateResponse:
    """The page of one step. It is one person's: no cache keeps it. `nieuw`: questions that just came."""
    show_bedragen(form, route)
    response = TemplateResponse(
        request,
        "formulieren/stap.html",
        stap_context(
            route.vorm.definitie,
            stap,
            form,
            route=route,
            nieuw=nieuw,
            seconds_left=seconds_left(request),
            **extra,
        ),
    )
    response["Cache-Control"] = "private, no-store"
    return response


def step_url(slug: str, uuid: UUID, step: str) -> str:
    """The address of a step of this draft, of its summary, or of its early end."""
    if step in (CONTROLE, EINDE):
        name = "formulieren:controleren" if step == CONTROLE else "formulieren:einde"
        return reverse(name, kwargs={"slug": slug, "uuid": uuid})
    return reverse("formulieren:stap", kwargs={"slug": slug, "uuid": uuid, "step": step})
