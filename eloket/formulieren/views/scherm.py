"""What the first step (without a draft) and all others (with one) do in the same way."""

from collections import OrderedDict
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language

from eloket.accounts.services import seconds_left
from eloket.formulieren.definitie import Definitie, Stap
from eloket.formulieren.models import FormulierVersie
from eloket.formulieren.schermen import stap_context
from eloket.formulieren.stapformulier import Raw, StapForm, build_stap_form


class _Versie:
    """Equal when the content is: the key of the cache of form classes."""

    def __init__(self, versie: FormulierVersie) -> None:
        self.hash, self.definitie = versie.hash, versie.definitie

    def __hash__(self) -> int:
        return hash(self.hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Versie) and other.hash == self.hash


@lru_cache(maxsize=100)
def _form_list(versie: _Versie, taal: str) -> "OrderedDict[str, type[StapForm]]":
    return OrderedDict((stap.sleutel, build_stap_form(stap)) for stap in versie.definitie.stappen)


def form_list(versie: FormulierVersie) -> "OrderedDict[str, type[StapForm]]":
    """The form class of each step, in the active language; built once per process."""
    return _form_list(_Versie(versie), get_language() or "nl")


def form_class(versie: FormulierVersie, stap: Stap) -> type[StapForm]:
    return form_list(versie)[stap.sleutel]


def make_data(raw: Raw) -> "MultiValueDict[str, str]":
    """What was typed, as a Django form takes it."""
    return MultiValueDict(raw)


def render_stap(
    request: HttpRequest, definitie: Definitie, stap: Stap, form: StapForm, **extra: Any
) -> TemplateResponse:
    """The page of one step. It is one person's: no cache keeps it."""
    response = TemplateResponse(
        request,
        "formulieren/stap.html",
        stap_context(definitie, stap, form, seconds_left=seconds_left(request), **extra),
    )
    response["Cache-Control"] = "private, no-store"
    return response
