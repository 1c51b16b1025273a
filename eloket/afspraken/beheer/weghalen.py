"""Deleting in the admin: what afspraken hang on stays, and what would hit afspraken goes one at a time."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from eloket.afspraken.models import (
    Afspraaklocatie,
    Afspraaksoort,
    Agenda,
    Openingsregel,
    Uitzondering,
    Vaardigheid,
)
from eloket.afspraken.services.gebruik import has_afspraken
from eloket.afspraken.services.gevolgen import AkkoordNodig, locaties_of, make_change
from eloket.lib import klok
from eloket.website.services import refuse_deletion

OURS = (Afspraaklocatie, Afspraaksoort, Agenda, Openingsregel, Uitzondering, Vaardigheid)


def keep_used(request: HttpRequest, instances: Sequence[Any]) -> HttpResponse | None:
    """For the hook `before_delete_snippet`: None when each of these may go."""
    ours = [each for each in instances if isinstance(each, OURS)]
    if not ours:
        return None
    return _refuse_booked(request, ours) or refuse_deletion(request, ours) or _refuse_many(request, ours)


def _refuse_booked(request: HttpRequest, ours: Sequence[Any]) -> HttpResponse | None:
    """Their afspraken are the past of the gemeente, and some of them its future."""
    booked = [each for each in ours if has_afspraken(each)]
    for each in booked[:5]:
        text = _("U kunt ‘%(wat)s’ niet verwijderen: er zijn afspraken voor gemaakt. Zet het uit gebruik.")
        messages.error(request, text % {"wat": each})
    return _back(booked[0]) if booked else None


def _refuse_many(request: HttpRequest, ours: Sequence[Any]) -> HttpResponse | None:
    """The list's own delete has no place to ask."""
    if request.method != "POST" or len(ours) < 2:
        return None
    model = type(ours[0])
    try:
        make_change(lambda: _delete_and_undo(model, ours), locaties_of(*ours), now=klok.now())
    except AkkoordNodig:
        messages.error(request, _("Dit raakt afspraken. Verwijder ze een voor een: dan leest u welke."))
        return _back(ours[0])
    return None


def _delete_and_undo(model: Any, ours: Sequence[Any]) -> None:
    model._default_manager.filter(pk__in=[each.pk for each in ours]).delete()


def _back(each: Any) -> HttpResponse:
    return redirect(each.snippet_viewset.get_url_name("list"))
