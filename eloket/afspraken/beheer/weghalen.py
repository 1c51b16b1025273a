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
from eloket.afspraken.services.gebruik import has_afspraken, list_gebruikers
from eloket.afspraken.services.gevolgen import locaties_of, preview_change
from eloket.lib import klok
from eloket.website.models import Locatie
from eloket.website.services import refuse_deletion

OURS = (Afspraaklocatie, Afspraaksoort, Agenda, Openingsregel, Uitzondering, Vaardigheid)


def keep_used(request: HttpRequest, instances: Sequence[Any]) -> HttpResponse | None:
    """For the hook `before_delete_snippet`: None when each of these may go."""
    addresses = [each for each in instances if isinstance(each, Locatie)]
    ours = [each for each in instances if isinstance(each, OURS)]
    if addresses:
        return refuse_deletion(request, addresses)
    if not ours:
        return None
    return (
        _refuse_booked(request, ours)
        or _refuse_skill(request, ours)
        or refuse_deletion(request, ours)
        or _refuse_many(request, ours)
    )


def _refuse_booked(request: HttpRequest, ours: Sequence[Any]) -> HttpResponse | None:
    """Their afspraken are the past of the gemeente, and some of them its future."""
    booked = [each for each in ours if has_afspraken(each)]
    for each in booked[:5]:
        text = _("U kunt ‘%(wat)s’ niet verwijderen: er zijn afspraken voor gemaakt. Zet het uit gebruik.")
        messages.error(request, text % {"wat": each})
    return _back(booked[0]) if booked else None


def _refuse_skill(request: HttpRequest, ours: Sequence[Any]) -> HttpResponse | None:
    """Without it a soort would go to agendas that cannot do it."""
    needed = [
        (each, names) for each in ours if isinstance(each, Vaardigheid) and (names := list_gebruikers(each))
    ]
    for each, names in needed[:5]:
        text = _("U kunt ‘%(wat)s’ niet verwijderen. Deze hebben hem nodig: %(namen)s.")
        messages.error(request, text % {"wat": each, "namen": ", ".join(names[:8])})
    return _back(needed[0][0]) if needed else None


def _refuse_many(request: HttpRequest, ours: Sequence[Any]) -> HttpResponse | None:
    """The list's own delete has no place to ask."""
    if request.method != "POST" or len(ours) < 2:
        return None
    rows = type(ours[0])._default_manager.filter(pk__in=[each.pk for each in ours])
    if not preview_change(rows.delete, locaties_of(*ours), now=klok.now()):
        return None
    messages.error(request, _("Dit raakt afspraken. Verwijder ze een voor een: dan leest u welke."))
    return _back(ours[0])


def _back(each: Any) -> HttpResponse:
    return redirect(each.snippet_viewset.get_url_name("list"))
